/** Who is away from where, on the day I look at, and who is due back. */

import { InsteadOf } from '#features/areas/ui/NotThatDay.tsx'
import { showDate, yearOf } from '#kernel/dates.ts'
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
import { pathOf } from '../../roster/ui/official.ts'
import { intoDifficultSaid, moveColumns } from '../columns.ts'
import { type Move, moveFilterNames, moveFilters, moveKinds, moveWords } from '../model.ts'
import { listMoves, movesFile } from './calls.ts'

const title = { vi: 'Luân chuyển, biệt phái', en: 'Rotation and secondment' }

export default function MovesPage() {
  const { areaId } = useArea()
  return areaId ? (
    <MovesOf areaId={areaId} />
  ) : (
    <Page title={title}>
      <NoPermission right="roster.read" />
    </Page>
  )
}

const oneOf = <T extends string>(all: readonly T[], text: string): T | undefined => all.find((one) => one === text)

/** So many years back a person looks for who was moved. */
const yearsBack = 15
const yearsTo = (last: number): string[] => Array.from({ length: yearsBack }, (_, at) => String(last - at))

function MovesOf({ areaId }: { areaId: AreaId }) {
  const { facts: day } = useDay()
  const [page] = usePageNumber()
  const [stateText] = useFilter('tinh-trang')
  const [kindText] = useFilter('hinh-thuc')
  const [difficult] = useFilter('dac-biet-kho-khan')
  const [yearText] = useFilter('nam')
  const [q] = useFilter('q')
  const to = useTo()
  const [state, kind] = [oneOf(moveFilterNames, stateText), oneOf(moveKinds, kindText)]
  const year = /^\d{4}$/.test(yearText) ? Number(yearText) : null
  const asked = {
    ...{ areaId, day, ...(state && { state }), ...(kind && { kind }), ...(q && { q }) },
    ...(difficult && { difficult: true }),
    ...(year && { year }),
  }
  const read = useRead(listMoves, { ...asked, page })
  return (
    <Page
      title={title}
      above={<Crumbs of={[{ label: { vi: 'Cán bộ', en: 'Officials' }, href: to('/can-bo') }, { label: title }]} />}
      state={
        read.data &&
        say(
          {
            vi: '{area}, ngày {day}: {n} lượt, {p} người.',
            en: '{area} on {day}: {n} {n:move|moves} of {p} {p:person|people}.',
          },
          {
            ...{ area: read.data.areaName, day: showDate(day) },
            ...{ n: showNumber(read.data.total), p: showNumber(read.data.people) },
          },
        )
      }
      action={
        <LinkButton href={to('/can-bo/luan-chuyen/chi-tieu')}>
          {say({ vi: 'Chỉ tiêu đến nơi đặc biệt khó khăn', en: 'Targets of difficult units' })}
        </LinkButton>
      }
    >
      <Filters>
        <SearchWords label={{ vi: 'Tìm theo tên', en: 'Find by name' }} />
        <FilterChoice
          name="tinh-trang"
          label={{ vi: 'Tình trạng', en: 'State' }}
          choices={moveFilterNames.map((value) => ({ value, label: moveFilters[value] }))}
        />
        <FilterChoice
          name="hinh-thuc"
          label={{ vi: 'Hình thức', en: 'Kind' }}
          choices={moveKinds.map((value) => ({ value, label: moveWords[value] }))}
        />
        <FilterChoice
          name="dac-biet-kho-khan"
          label={{ vi: 'Nơi đến', en: 'Where to' }}
          choices={[{ value: '1', label: intoDifficultSaid }]}
        />
        <FilterChoice
          name="nam"
          label={{ vi: 'Bắt đầu năm', en: 'Begun in' }}
          choices={yearsTo(yearOf(day) + 1).map((value) => ({ value, label: value }))}
        />
      </Filters>
      <InsteadOf areaId={areaId} />
      <Reading of={read} rows={6}>
        {(data) => (
          <Listing<Move>
            name="moves"
            caption={title}
            rows={data.rows}
            rowKey={(row) => row.moveId}
            href={(row) => to(pathOf(row.officialId))}
            total={data.total}
            file={listAs(movesFile, asked)}
            columns={shown(moveColumns, {})}
            empty={
              <Empty
                title={{ vi: 'Không có lượt nào như vậy.', en: 'No such move.' }}
                why={{
                  vi: 'Luân chuyển, biệt phái được ghi ở trang của từng cán bộ; hoặc bỏ bớt điều kiện lọc.',
                  en: 'Moves are recorded on the page of an official; or drop a filter.',
                }}
              />
            }
          />
        )}
      </Reading>
    </Page>
  )
}
