/** Ways to places of classes from a spreadsheet: template, check, report, and only then the writing of what was checked. */
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
import { NoPermission } from '#platform/web/kit/states.tsx'
import { say, type Words } from '#platform/web/language.ts'
import { useRead } from '#platform/web/reads.ts'
import { listPlaces } from '../../ways/ui/calls.ts'
import { checkWays, faultyWays, importWays, wayTemplate } from './calls.ts'
import '../../ui/training.css'

const title: Words = { vi: 'Nhập đường đi từ bảng tính', en: 'Import ways' }
const waysPath = '/nhu-cau-dao-tao/duong-di'

export default function WayImportPage() {
  const { areaId } = useArea()
  const to = useTo()
  const places = useRead(listPlaces, areaId ? { areaId, state: 'in_force' } : null)
  return (
    <Page
      title={title}
      above={
        <Crumbs
          of={[{ label: { vi: 'Nơi mở lớp, đường đi', en: 'Places and ways' }, href: to(waysPath) }, { label: title }]}
        />
      }
      state={say({
        vi: 'Đường giữa các đơn vị của một tỉnh. Kiểm tra trước, chỉ ghi khi không còn lỗi nào; ghi tất cả hoặc không ghi gì.',
        en: 'Ways between units of one province. The file is checked first and written only without errors: all or nothing.',
      })}
      action={
        <LinkButton href={href(wayTemplate, {})} download>
          {say({ vi: 'Tải tệp mẫu', en: 'Download the template' })}
        </LinkButton>
      }
    >
      {areaId ? (
        <Reading of={places} rows={5}>
          {({ mayWrite }) => (mayWrite ? <WayImport areaId={areaId} /> : <NoPermission right="training.manage" />)}
        </Reading>
      ) : (
        <NoPermission right="training.manage" />
      )}
    </Page>
  )
}

function WayImport({ areaId }: { areaId: AreaId }) {
  const to = useTo()
  return (
    <ImportSteps
      check={checkWays}
      faulty={faultyWays}
      write={importWays}
      input={{ areaId }}
      lacking={null}
      hint={{
        vi: 'Mỗi dòng một đường, theo tệp mẫu; tệp xuất từ danh sách đường cũng nạp lại được. Đường đã có thì số km được sửa theo tệp; đường không có trong tệp giữ nguyên.',
        en: 'One way a row, as in the template; the exported list reads back too. A known way takes the km of the file; ways not in the file stay.',
      }}
      found={({ added, changed, unchanged, overwrites }) => (
        <>
          <p role="status">
            {say(
              {
                vi: 'Không có lỗi: thêm {a}, sửa {c}, giữ nguyên {u} đường. Chưa có gì được ghi.',
                en: 'No error: {a} to add, {c} to change, {u} as they are. Nothing is written yet.',
              },
              { a: added, c: changed, u: unchanged },
            )}
          </p>
          {overwrites.length > 0 && (
            <>
              <p>{say({ vi: 'Số km được ghi đè:', en: 'Km that are written over:' })}</p>
              <ul class="training-list">
                {overwrites.map(({ from, to: end, was, km }) => (
                  <li key={`${from} ${end}`}>{`${from} - ${end}: ${was} km → ${km} km`}</li>
                ))}
              </ul>
            </>
          )}
        </>
      )}
      writes={({ added, changed }) =>
        added + changed === 0
          ? null
          : say({ vi: 'Ghi {n} đường', en: 'Write {n} {n:way|ways}' }, { n: added + changed })
      }
      done={({ added, changed, unchanged }) => (
        <Notice>
          <p role="status">
            {say(
              {
                vi: 'Đã thêm {a}, sửa {c}, giữ nguyên {u} đường.',
                en: '{a} added, {c} changed, {u} as they were.',
              },
              { a: added, c: changed, u: unchanged },
            )}
          </p>
          <LinkButton href={to(waysPath)} look="primary">
            {say({ vi: 'Xem các đường', en: 'See the ways' })}
          </LinkButton>
        </Notice>
      )}
    >
      {null}
    </ImportSteps>
  )
}
