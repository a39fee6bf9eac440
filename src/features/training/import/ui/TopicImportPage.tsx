/** Topics of a draft from a spreadsheet: template, check, report, and only then the writing of what was checked. */
import type { FrameworkId } from '#kernel/ids.ts'
import { useTo } from '#platform/web/address.ts'
import { href } from '#platform/web/calls.ts'
import { ImportSteps } from '#platform/web/imports/ImportSteps.tsx'
import { Crumbs } from '#platform/web/kit/Crumbs.tsx'
import { LinkButton } from '#platform/web/kit/LinkButton.tsx'
import { Notice } from '#platform/web/kit/Notice.tsx'
import { Page } from '#platform/web/kit/Page.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { say, type Words } from '#platform/web/language.ts'
import { useRead } from '#platform/web/reads.ts'
import { showFramework } from '../../frameworks/ui/calls.ts'
import { type FrameworkAnswer, pathOf } from '../../frameworks/ui/framework.ts'
import { checkTopics, faultyTopics, importTopics, topicTemplate } from './calls.ts'

const title: Words = { vi: 'Nạp chuyên đề từ bảng tính', en: 'Import topics' }

export default function TopicImportPage({ params: { frameworkId } }: { params: { frameworkId: string } }) {
  const read = useRead(showFramework, { frameworkId: frameworkId as FrameworkId })
  const to = useTo()
  const name = read.data?.name ?? ''
  return (
    <Page
      title={title}
      above={
        <Crumbs
          of={[
            { label: { vi: 'Khung đào tạo', en: 'Training frameworks' }, href: to('/khung-dao-tao') },
            { label: { vi: name, en: name }, href: to(pathOf(frameworkId as FrameworkId)) },
            { label: title },
          ]}
        />
      }
      state={
        read.data &&
        say(
          {
            vi: 'Cho bản thảo “{name}”. Kiểm tra trước, chỉ ghi khi không còn lỗi nào; ghi tất cả hoặc không ghi gì.',
            en: 'For the draft “{name}”. It is checked first and written only without errors: all or nothing.',
          },
          { name },
        )
      }
      action={
        <LinkButton href={href(topicTemplate, {})} download>
          {say({ vi: 'Tải tệp mẫu', en: 'Download the template' })}
        </LinkButton>
      }
    >
      <Reading of={read} rows={5}>
        {(data) =>
          data.can.includes('draft') ? (
            <TopicImport of={data} />
          ) : (
            <Notice look="waits">
              {say({
                vi: 'Chỉ người soạn của tỉnh nạp được, và chỉ vào bản thảo.',
                en: 'Only who drafts for the province imports, and only into a draft.',
              })}
            </Notice>
          )
        }
      </Reading>
    </Page>
  )
}

function TopicImport({ of }: { of: FrameworkAnswer }) {
  const to = useTo()
  return (
    <ImportSteps
      check={checkTopics}
      faulty={faultyTopics}
      write={importTopics}
      input={{ frameworkId: of.frameworkId, edits: String(of.edits) }}
      lacking={null}
      hint={{
        vi: 'Mỗi dòng một chuyên đề, theo tệp mẫu. Mã đã có trong bản thảo thì chuyên đề ấy được sửa theo tệp; chuyên đề không có trong tệp giữ nguyên.',
        en: 'One topic a row. A code that the draft has is changed by the file; topics not in the file stay.',
      }}
      found={({ added, changed, unchanged }) => (
        <p role="status">
          {say(
            {
              vi: 'Không có lỗi: thêm {a}, sửa {c}, giữ nguyên {u} chuyên đề. Chưa có gì được ghi.',
              en: 'No error: {a} to add, {c} to change, {u} as they are. Nothing is written yet.',
            },
            { a: added, c: changed, u: unchanged },
          )}
        </p>
      )}
      writes={({ added, changed }) =>
        added + changed === 0
          ? null
          : say({ vi: 'Ghi {n} chuyên đề vào bản thảo', en: 'Write {n} {n:topic|topics}' }, { n: added + changed })
      }
      done={({ added, changed, unchanged }) => (
        <Notice>
          <p role="status">
            {say(
              {
                vi: 'Đã thêm {a}, sửa {c}, giữ nguyên {u} chuyên đề.',
                en: '{a} added, {c} changed, {u} as they were.',
              },
              { a: added, c: changed, u: unchanged },
            )}
          </p>
          <LinkButton href={to(pathOf(of.frameworkId))} look="primary">
            {say({ vi: 'Xem bản thảo', en: 'See the draft' })}
          </LinkButton>
        </Notice>
      )}
    >
      {null}
    </ImportSteps>
  )
}
