/** Officials from a spreadsheet: template, check, report, and only then the writing of what was checked. */
import { showArea } from '#features/areas/ui/calls.ts'
import type { OutputOf } from '#kernel/endpoint.ts'
import type { AreaId } from '#kernel/ids.ts'
import { useTo } from '#platform/web/address.ts'
import { useArea } from '#platform/web/area.ts'
import { href } from '#platform/web/calls.ts'
import { today } from '#platform/web/day.ts'
import { ImportSteps } from '#platform/web/imports/ImportSteps.tsx'
import { Crumbs } from '#platform/web/kit/Crumbs.tsx'
import { LinkButton } from '#platform/web/kit/LinkButton.tsx'
import { Notice } from '#platform/web/kit/Notice.tsx'
import { Page } from '#platform/web/kit/Page.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { NoPermission } from '#platform/web/kit/states.tsx'
import { say, type Words } from '#platform/web/language.ts'
import { showNumber } from '#platform/web/numbers.ts'
import { useRead } from '#platform/web/reads.ts'
import { listOfficials } from '../../roster/ui/calls.ts'
import type * as contract from '../contract.ts'
import { checkOfficials, faultyOfficials, importOfficials, officialTemplate } from './calls.ts'

const title: Words = { vi: 'Nhập danh sách cán bộ', en: 'Import officials' }

export default function OfficialImportPage() {
  const { areaId } = useArea()
  const to = useTo()
  const area = useRead(showArea, areaId ? { areaId, day: today() } : null)
  const roster = useRead(listOfficials, areaId ? { areaId, day: today(), page: 1 } : null)
  return (
    <Page
      title={title}
      above={<Crumbs of={[{ label: { vi: 'Cán bộ', en: 'Officials' }, href: to('/can-bo') }, { label: title }]} />}
      state={
        area.data &&
        say(
          {
            vi: 'Cho {name} và các đơn vị bên dưới. Kiểm tra trước, chỉ ghi khi không còn lỗi nào; ghi tất cả hoặc không ghi gì.',
            en: 'For {name} and the units below. It is checked first and written only without errors: all or nothing.',
          },
          { name: area.data.name },
        )
      }
      action={
        <LinkButton href={href(officialTemplate, {})} download>
          {say({ vi: 'Tải tệp mẫu', en: 'Download the template' })}
        </LinkButton>
      }
    >
      {areaId ? (
        <Reading of={roster} rows={5}>
          {({ can }) =>
            can.includes('write') ? <OfficialImport areaId={areaId} /> : <NoPermission right="roster.write" />
          }
        </Reading>
      ) : (
        <NoPermission right="roster.write" />
      )}
    </Page>
  )
}

const OfficialImport = ({ areaId }: { areaId: AreaId }) => (
  <ImportSteps
    check={checkOfficials}
    faulty={faultyOfficials}
    write={importOfficials}
    input={{ areaId }}
    lacking={null}
    hint={{
      vi: 'Mỗi dòng một chức danh của một người, theo tệp mẫu. Người đã có trong sổ được cập nhật theo những ô có ghi; ô trống giữ như sổ. Không ai bị bỏ khỏi sổ, không chức danh nào bị thôi.',
      en: 'One post of one person a row, as in the template. Who is in the roster is brought up to date by the cells that are filled. Nobody is dropped, no post is ended.',
    }}
    found={(report) => <Found of={report} />}
    writes={({ added, changed, given }) =>
      added + changed + given === 0
        ? null
        : say({ vi: 'Ghi {n} người vào sổ', en: 'Write {n} {n:person|people}' }, { n: showNumber(added + changed) })
    }
    done={(written) => <Done of={written} />}
  >
    {null}
  </ImportSteps>
)

const numbersOf = ({ added, changed, unchanged, given }: OutputOf<typeof contract.importOfficials>) => ({
  a: showNumber(added),
  c: showNumber(changed),
  u: showNumber(unchanged),
  g: showNumber(given),
})

const Found = ({ of }: { of: OutputOf<typeof contract.checkOfficials> }) => (
  <p role="status">
    {say(
      {
        vi: 'Không có lỗi: {a} người mới, {c} người được cập nhật, {u} người giữ nguyên; {g} chức danh được giao. Chưa có gì được ghi.',
        en: 'No error: {a} {a:new person|new people}, {c} to change, {u} as they are; {g} {g:post|posts} to give. Nothing is written yet.',
      },
      numbersOf(of),
    )}
  </p>
)

function Done({ of }: { of: OutputOf<typeof contract.importOfficials> }) {
  const to = useTo()
  return (
    <Notice>
      <p role="status">
        {say(
          {
            vi: 'Đã ghi {a} người mới, cập nhật {c} người, giữ nguyên {u} người; giao {g} chức danh.',
            en: '{a} {a:new person|new people}, {c} changed, {u} as they were; {g} {g:post|posts} given.',
          },
          numbersOf(of),
        )}
      </p>
      <LinkButton href={to('/can-bo')} look="primary">
        {say({ vi: 'Xem sổ cán bộ', en: 'See the roster' })}
      </LinkButton>
    </Notice>
  )
}
