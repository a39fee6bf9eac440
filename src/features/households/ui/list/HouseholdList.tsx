/** The list of a commune or a village: search as one types, by village, by class, on the day I look at. */
import { showDate } from '#kernel/dates.ts'
import type { AreaId, HouseholdId } from '#kernel/ids.ts'
import { useFilter, usePageNumber, useTo } from '#platform/web/address.ts'
import { today, useDay } from '#platform/web/day.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { ClassMark } from '#platform/web/kit/ClassMark.tsx'
import { Listing } from '#platform/web/kit/Listing.tsx'
import { listAs } from '#platform/web/kit/listingProps.ts'
import { MarkNote } from '#platform/web/kit/MarkNote.tsx'
import { Notice } from '#platform/web/kit/Notice.tsx'
import { Page } from '#platform/web/kit/Page.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { shown } from '#platform/web/kit/shown.ts'
import { Empty } from '#platform/web/kit/states.tsx'
import { say } from '#platform/web/language.ts'
import { showNumber } from '#platform/web/numbers.ts'
import { useRead } from '#platform/web/reads.ts'
import { householdColumns, noClass } from '../../columns.ts'
import type { ListAnswer, ListedHousehold } from '../answers.ts'
import { householdsFile, listHouseholds } from '../calls.ts'
import { pathOf } from '../sayings.ts'
import { ListActions } from './ListActions.tsx'
import { ListFilters, useListFilter } from './ListFilters.tsx'
import { useMoving } from './useMoving.tsx'

export function HouseholdList({ areaId }: { areaId: AreaId }) {
  const { facts, units } = useDay()
  const [page, , beside] = usePageNumber()
  const [count, setCount] = useFilter('dem')
  const [village] = useFilter('thon')
  const filter = useListFilter()
  const to = useTo()
  const moving = useMoving(areaId)
  const asked = {
    areaId: (village || areaId) as AreaId,
    day: facts,
    ...(units !== facts && { units }),
    ...(filter.class && { class: filter.class }),
    ...(filter.q && { q: filter.q }),
  }
  const read = useRead(listHouseholds, {
    ...asked,
    page,
    ...(beside.after && { after: beside.after as HouseholdId }),
    ...(beside.before && { before: beside.before as HouseholdId }),
    ...(count === 'het' && { count: 'all' as const }),
  })
  return (
    <Page
      title={{ vi: 'Hộ', en: 'Households' }}
      state={read.data && <StateOf of={read.data} onCount={() => setCount('het')} />}
      action={<ListActions can={read.data?.can ?? []} areaId={areaId} />}
    >
      <ListFilters areaId={areaId} />
      <Reading of={read} rows={12}>
        {(data) => (
          <>
            {data.unseen > 0 && <Notice>{say(unseenNote, { n: data.unseen })}</Notice>}
            <Listing<ListedHousehold>
              name="households"
              caption={{ vi: 'Hộ', en: 'Households' }}
              columns={columns}
              rows={data.rows}
              rowKey={(row) => row.householdId}
              href={(row) => to(pathOf(row.householdId))}
              total={data.total}
              file={listAs(householdsFile, asked)}
              more={data.more}
              onCountAll={() => setCount('het')}
              beside
              selection={data.can.includes('change') && facts === today() ? moving.among(data.rows) : undefined}
              empty={<NoHouseholds of={data} filtered={Boolean(filter.q || filter.class)} />}
            />
          </>
        )}
      </Reading>
      {moving.dialog}
    </Page>
  )
}

const unseenNote = {
  vi: 'Số liệu của ngày này còn tính {n} hộ nay thuộc đơn vị khác; đơn vị ấy mới xem được danh sách.',
  en: 'The figures of this day also count {n} households that belong to another unit today, which alone sees their list.',
}

const columns = shown(householdColumns, {
  class: (row) => (row.class ? <ClassMark of={row.class} /> : <span class="quiet">{say(noClass)}</span>),
})

/** What the register holds, and beside it what was declared: where they differ, both are seen. */
function StateOf({ of: { area, counts, declared, day }, onCount }: { of: ListAnswer; onCount: () => void }) {
  const { facts, units } = useDay()
  // By the map of another day the list itself is what a figure counts; nothing more is counted beside it.
  if (units !== facts)
    return say(
      { vi: '{area} theo địa giới ngày {units}, sổ hộ ngày {day}.', en: '{area} by the map of {units}, as of {day}.' },
      { area: area.name, units: showDate(units), day: showDate(day) },
    )
  if (!counts)
    return (
      <>
        {say(
          {
            vi: '{area}, ngày {day}: nơi đông hộ, chưa đếm sổ của ngày đã qua.',
            en: '{area} on {day}: a large place; the register of a past day is not counted yet.',
          },
          { area: area.name, day: showDate(day) },
        )}{' '}
        <Button look="quiet" onClick={onCount}>
          {say({ vi: 'Đếm hết', en: 'Count them all' })}
        </Button>
      </>
    )
  const said = { area: area.name, day: showDate(day), h: showNumber(counts.households), p: showNumber(counts.persons) }
  return (
    <>
      {say(
        {
          vi: '{area}, ngày {day}: trong sổ có {h} hộ, {p} nhân khẩu',
          en: '{area} on {day}: the register holds {h} households, {p} persons',
        },
        said,
      )}
      {counts.households > 0 &&
        say({ vi: ' ({dtts} hộ DTTS)', en: ' ({dtts} of ethnic minorities)' }, { dtts: showNumber(counts.dtts) })}
      .{' '}
      {declared && (
        <>
          {say(
            {
              vi: 'Khai báo ngày {day}: {n} hộ, nguồn: {source}.',
              en: 'Declared on {day}: {n} households, source: {source}.',
            },
            { day: showDate(declared.day), n: showNumber(declared.households), source: declared.source },
          )}{' '}
          <MarkNote mark={declared.mark} />
        </>
      )}
    </>
  )
}

function NoHouseholds({ of, filtered }: { of: ListAnswer; filtered: boolean }) {
  const to = useTo()
  if (filtered || of.counts === null || of.counts.households > 0)
    return (
      <Empty
        title={{ vi: 'Không có hộ nào như vậy.', en: 'No such household.' }}
        why={{ vi: 'Thử gõ ít chữ hơn, hoặc bỏ bớt điều kiện lọc.', en: 'Type fewer letters, or drop a filter.' }}
      />
    )
  return (
    <Empty
      title={{ vi: 'Sổ hộ của đơn vị này còn trống trong ngày đang xem.', en: 'The register is empty on this day.' }}
      why={{
        vi: 'Nhập danh sách từ bảng tính, hoặc ghi từng hộ.',
        en: 'Import a list from a spreadsheet, or enter households one by one.',
      }}
    >
      {of.can.includes('change') && (
        <a class="button primary" href={to('/ho/nhap')}>
          {say({ vi: 'Nhập danh sách hộ', en: 'Import households' })}
        </a>
      )}
    </Empty>
  )
}
