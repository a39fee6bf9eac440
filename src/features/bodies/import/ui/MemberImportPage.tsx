/** Members of bodies from a spreadsheet: template, check, report, and only then the writing of what was checked. */
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
import { listBodies } from '../../ui/calls.ts'
import type * as contract from '../contract.ts'
import { checkMembers, faultyMembers, importMembers, memberTemplate } from './calls.ts'

const title: Words = { vi: 'Nhập thành viên các Ban', en: 'Import members of bodies' }

export default function MemberImportPage() {
  const { areaId } = useArea()
  const to = useTo()
  const area = useRead(showArea, areaId ? { areaId, day: today() } : null)
  const bodies = useRead(listBodies, areaId ? { areaId, day: today(), page: 1 } : null)
  return (
    <Page
      title={title}
      above={
        <Crumbs
          of={[{ label: { vi: 'Ban Chỉ đạo, Ban Giám sát', en: 'Bodies' }, href: to('/ban') }, { label: title }]}
        />
      }
      state={
        area.data &&
        say(
          {
            vi: 'Cho các Ban của {name} và các đơn vị bên dưới. Kiểm tra trước, chỉ ghi khi không còn lỗi nào; ghi tất cả hoặc không ghi gì.',
            en: 'For the bodies of {name} and the units below. It is checked first and written only without errors: all or nothing.',
          },
          { name: area.data.name },
        )
      }
      action={
        <LinkButton href={href(memberTemplate, {})} download>
          {say({ vi: 'Tải tệp mẫu', en: 'Download the template' })}
        </LinkButton>
      }
    >
      {areaId ? (
        <Reading of={bodies} rows={5}>
          {({ can }) =>
            can.includes('write') ? <MemberImport areaId={areaId} /> : <NoPermission right="body.write" />
          }
        </Reading>
      ) : (
        <NoPermission right="body.write" />
      )}
    </Page>
  )
}

const MemberImport = ({ areaId }: { areaId: AreaId }) => (
  <ImportSteps
    check={checkMembers}
    faulty={faultyMembers}
    write={importMembers}
    input={{ areaId }}
    lacking={null}
    hint={{
      vi: 'Mỗi dòng một người trong một Ban, theo tệp mẫu. Ban đã ghi theo quyết định thành lập, người đã có trong sổ cán bộ. Ai đang là thành viên như dòng ghi thì giữ nguyên; không ai bị thôi.',
      en: 'One person in one body a row, as in the template. The body is entered already, the person is in the roster. Who sits there as the row says stays; nobody is dropped.',
    }}
    found={(report) => <Found of={report} />}
    writes={({ joined }) =>
      joined === 0
        ? null
        : say(
            { vi: 'Ghi {n} thành viên', en: joined === 1 ? 'Enter {n} member' : 'Enter {n} members' },
            { n: showNumber(joined) },
          )
    }
    done={(written) => <Done of={written} />}
  >
    {null}
  </ImportSteps>
)

const numbersOf = ({ bodies, joined, unchanged }: OutputOf<typeof contract.importMembers>) => ({
  b: showNumber(bodies),
  j: showNumber(joined),
  u: showNumber(unchanged),
  bodies: bodies === 1 ? 'body' : 'bodies',
  members: joined === 1 ? 'member' : 'members',
})

const Found = ({ of }: { of: OutputOf<typeof contract.checkMembers> }) => (
  <p role="status">
    {say(
      {
        vi: 'Không có lỗi: {j} thành viên mới, {u} giữ nguyên, ở {b} Ban. Chưa có gì được ghi.',
        en: 'No error: {j} new {members}, {u} unchanged, in {b} {bodies}. Nothing is written yet.',
      },
      numbersOf(of),
    )}
  </p>
)

function Done({ of }: { of: OutputOf<typeof contract.importMembers> }) {
  const to = useTo()
  return (
    <Notice>
      <p role="status">
        {say(
          { vi: 'Đã ghi {j} thành viên mới, {u} giữ nguyên.', en: '{j} new {members} entered, {u} unchanged.' },
          numbersOf(of),
        )}
      </p>
      <LinkButton href={to('/ban/thanh-vien')} look="primary">
        {say({ vi: 'Xem thành viên các Ban', en: 'See the members' })}
      </LinkButton>
    </Notice>
  )
}
