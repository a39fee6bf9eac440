/** Who sits in the bodies of the unit I look at and below it, on the day I look at. */

import { InsteadOf } from '#features/areas/ui/NotThatDay.tsx'
import { showDate } from '#kernel/dates.ts'
import type { AreaId } from '#kernel/ids.ts'
import { useFilter, usePageNumber, useTo } from '#platform/web/address.ts'
import { useArea } from '#platform/web/area.ts'
import { useDay } from '#platform/web/day.ts'
import { Crumbs } from '#platform/web/kit/Crumbs.tsx'
import { FilterChoice } from '#platform/web/kit/FilterChoice.tsx'
import { Filters } from '#platform/web/kit/Filters.tsx'
import { LinkButton } from '#platform/web/kit/LinkButton.tsx'
import { Listing } from '#platform/web/kit/Listing.tsx'
import { listAs } from '#platform/web/kit/listingProps.ts'
import { Page } from '#platform/web/kit/Page.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { SearchWords } from '#platform/web/kit/SearchWords.tsx'
import { shown } from '#platform/web/kit/shown.ts'
import { Empty, NoPermission } from '#platform/web/kit/states.tsx'
import { say } from '#platform/web/language.ts'
import { showNumber } from '#platform/web/numbers.ts'
import { useRead } from '#platform/web/reads.ts'
import { sittingColumns } from '../columns.ts'
import {
  type BodyKind,
  bodyKinds,
  bodyKindWords,
  type MemberRole,
  memberRoles,
  memberRoleWords,
  type SittingLine,
} from '../model.ts'
import { allMembersFile, listMembers } from './calls.ts'
import { bodyPath } from './typed.ts'

const title = { vi: 'Thành viên các Ban', en: 'Members of bodies' }

export default function MembersPage() {
  const { areaId } = useArea()
  return areaId ? (
    <MembersOf areaId={areaId} />
  ) : (
    <Page title={title}>
      <NoPermission right="body.read" />
    </Page>
  )
}

const oneOf = <T extends string>(all: readonly T[], text: string): T | undefined => all.find((one) => one === text)

function MembersOf({ areaId }: { areaId: AreaId }) {
  const { facts: day } = useDay()
  const [page] = usePageNumber()
  const [kindText] = useFilter('loai')
  const [roleText] = useFilter('vai-tro')
  const [q] = useFilter('q')
  const to = useTo()
  const [kind, role] = [oneOf<BodyKind>(bodyKinds, kindText), oneOf<MemberRole>(memberRoles, roleText)]
  const asked = { areaId, day, ...(kind && { kind }), ...(role && { role }), ...(q && { q }) }
  const read = useRead(listMembers, { ...asked, page })
  return (
    <Page
      title={title}
      above={
        <Crumbs
          of={[{ label: { vi: 'Ban Chỉ đạo, Ban Giám sát', en: 'Bodies' }, href: to('/ban') }, { label: title }]}
        />
      }
      state={
        read.data &&
        say(
          {
            vi: '{area}, ngày {day}: {n} thành viên.',
            en: read.data.total === 1 ? '{area} on {day}: {n} member.' : '{area} on {day}: {n} members.',
          },
          { area: read.data.areaName, day: showDate(day), n: showNumber(read.data.total) },
        )
      }
      action={
        read.data?.can.includes('write') && (
          <LinkButton href={to('/ban/nhap-tep')}>
            {say({ vi: 'Nhập từ bảng tính', en: 'Import a spreadsheet' })}
          </LinkButton>
        )
      }
    >
      <Filters>
        <SearchWords label={{ vi: 'Tìm theo tên người, tên Ban', en: 'Find by person or body' }} />
        <FilterChoice
          name="loai"
          label={{ vi: 'Loại', en: 'Kind' }}
          choices={bodyKinds.map((value) => ({ value, label: bodyKindWords[value] }))}
        />
        <FilterChoice
          name="vai-tro"
          label={{ vi: 'Vai trò', en: 'Role' }}
          choices={memberRoles.map((value) => ({ value, label: memberRoleWords[value] }))}
        />
      </Filters>
      <InsteadOf areaId={areaId} />
      <Reading of={read} rows={8}>
        {(data) => (
          <Listing<SittingLine>
            name="body-members"
            caption={title}
            rows={data.rows}
            rowKey={(row) => row.bodyMemberId}
            href={(row) => to(bodyPath(row.bodyId))}
            total={data.total}
            file={listAs(allMembersFile, asked)}
            columns={shown(sittingColumns, {})}
            empty={
              <Empty
                title={{ vi: 'Không có thành viên nào như vậy.', en: 'No such member.' }}
                why={{
                  vi: 'Ghi thành viên ở trang của từng Ban, hoặc nhập từ bảng tính; hoặc bỏ bớt điều kiện lọc.',
                  en: 'Members are entered on the page of a body or from a spreadsheet; or drop a filter.',
                }}
              />
            }
          />
        )}
      </Reading>
    </Page>
  )
}
