/** Questions from a spreadsheet: template, check, report, and only then the writing of what was checked. */
import type { AreaId } from '#kernel/ids.ts'
import { useTo } from '#platform/web/address.ts'
import { useArea } from '#platform/web/area.ts'
import { href } from '#platform/web/calls.ts'
import { ImportSteps } from '#platform/web/imports/ImportSteps.tsx'
import { Crumbs } from '#platform/web/kit/Crumbs.tsx'
import { LinkButton } from '#platform/web/kit/LinkButton.tsx'
import { Notice } from '#platform/web/kit/Notice.tsx'
import { Page } from '#platform/web/kit/Page.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { Empty, NoPermission } from '#platform/web/kit/states.tsx'
import { say, type Words } from '#platform/web/language.ts'
import { useRead } from '#platform/web/reads.ts'
import { listQuestions } from '../../bank/ui/calls.ts'
import { checkQuestions, faultyQuestions, importQuestions, questionTemplate } from './calls.ts'

const title: Words = { vi: 'Nhập câu hỏi từ bảng tính', en: 'Import questions' }
const bank = '/ngan-hang-cau-hoi'

export default function QuestionImportPage() {
  const { areaId } = useArea()
  const to = useTo()
  const read = useRead(listQuestions, areaId ? { areaId } : null)
  return (
    <Page
      title={title}
      above={
        <Crumbs
          of={[{ label: { vi: 'Ngân hàng câu hỏi', en: 'Bank of questions' }, href: to(bank) }, { label: title }]}
        />
      }
      state={say({
        vi: 'Kiểm tra trước, chỉ ghi khi không còn lỗi nào; ghi tất cả hoặc không ghi gì.',
        en: 'The file is checked first and written only without errors: all or nothing.',
      })}
      action={
        <LinkButton href={href(questionTemplate, {})} download>
          {say({ vi: 'Tải tệp mẫu', en: 'Download the template' })}
        </LinkButton>
      }
    >
      {areaId ? (
        <Reading of={read} rows={5}>
          {({ topics, areaName }) =>
            topics.length > 0 ? <QuestionImport areaId={areaId} name={areaName} /> : <NoTopic />
          }
        </Reading>
      ) : (
        <NoPermission right="question.manage" />
      )}
    </Page>
  )
}

const NoTopic = () => (
  <Empty
    title={{ vi: 'Chưa có chuyên đề nào.', en: 'There is no topic yet.' }}
    why={{
      vi: 'Câu hỏi đứng dưới một chuyên đề của khung đào tạo đã phê duyệt.',
      en: 'A question stands under a topic of an approved framework.',
    }}
  />
)

function QuestionImport({ areaId, name }: { areaId: AreaId; name: string }) {
  const to = useTo()
  return (
    <ImportSteps
      check={checkQuestions}
      faulty={faultyQuestions}
      write={importQuestions}
      input={{ areaId }}
      lacking={null}
      hint={{
        vi: `Mỗi dòng một câu hỏi, theo tệp mẫu, vào ngân hàng của ${name}. Câu đã có thì giữ nguyên; viết lại một câu thì mở câu ấy.`,
        en: `One question a row, as in the template, into the bank of ${name}. One that is there stays; to write it anew, open it.`,
      }}
      found={({ added, unchanged }) => (
        <p role="status">
          {say(
            {
              vi: 'Không có lỗi: thêm {a}, đã có {u} câu. Chưa có gì được ghi.',
              en: 'No error: {a} to add, {u} are there. Nothing is written yet.',
            },
            { a: added, u: unchanged },
          )}
        </p>
      )}
      writes={({ added }) =>
        added === 0 ? null : say({ vi: 'Ghi {n} câu hỏi', en: 'Write {n} {n:question|questions}' }, { n: added })
      }
      done={({ added, unchanged }) => (
        <Notice>
          <p role="status">
            {say(
              { vi: 'Đã thêm {a} câu, {u} câu đã có.', en: '{a} added, {u} were there.' },
              { a: added, u: unchanged },
            )}
          </p>
          <LinkButton href={to(bank)} look="primary">
            {say({ vi: 'Xem ngân hàng câu hỏi', en: 'See the bank' })}
          </LinkButton>
        </Notice>
      )}
    >
      {null}
    </ImportSteps>
  )
}
