/** What each unit should have of each post, what it has, and which lack somebody, by name. */

import { InsteadOf } from '#features/areas/ui/NotThatDay.tsx'
import { levels, levelWords } from '#features/areas/words.ts'
import { showDate } from '#kernel/dates.ts'
import type { OutputOf } from '#kernel/endpoint.ts'
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
import { MarkNote } from '#platform/web/kit/MarkNote.tsx'
import { Notice } from '#platform/web/kit/Notice.tsx'
import { Page, Section } from '#platform/web/kit/Page.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { shown } from '#platform/web/kit/shown.ts'
import { Empty, NoPermission } from '#platform/web/kit/states.tsx'
import { say } from '#platform/web/language.ts'
import { showNumber } from '#platform/web/numbers.ts'
import { useRead } from '#platform/web/reads.ts'
import { normColumns, placeColumns } from '../columns.ts'
import type * as contract from '../contract.ts'
import { type PlacesShown, placesShown, placesWords } from '../model.ts'
import { gapsFile, normFile, showNorm } from './calls.ts'

type Norm = OutputOf<typeof contract.showNorm>
const title = { vi: 'Định mức và thực có', en: 'Norm and actual' }

export default function NormPage() {
  const { areaId } = useArea()
  return areaId ? (
    <NormOf areaId={areaId} />
  ) : (
    <Page title={title}>
      <NoPermission right="roster.read" />
    </Page>
  )
}

function NormOf({ areaId }: { areaId: AreaId }) {
  const { facts: day } = useDay()
  const to = useTo()
  const [page] = usePageNumber()
  const [cap] = useFilter('cap')
  const level = levels.find((one) => one === cap)
  const [post] = useFilter('chuc-danh')
  const [xem] = useFilter('xem')
  const show = placesShown.find((one) => one === xem) ?? 'lacking'
  const asked = { areaId, day, show, ...(level && { level }), ...(post && { post }) }
  const read = useRead(showNorm, { ...asked, page })
  const missing = read.data?.lines.reduce((sum, line) => sum + line.required - line.filled, 0) ?? 0
  // Without a norm nobody is missing, and nothing is said of it.
  const state =
    read.data &&
    read.data.lines.length > 0 &&
    say(
      { vi: '{area}, ngày {day}: còn thiếu {n} người.', en: '{area} on {day}: {n} {n:person is|people are} missing.' },
      { area: read.data.areaName, day: showDate(day), n: missing },
    )
  return (
    <Page
      title={title}
      state={state}
      above={<Crumbs of={[{ label: { vi: 'Cán bộ', en: 'Officials' }, href: to('/can-bo') }, { label: title }]} />}
      action={
        <LinkButton href={to('/can-bo/dinh-muc/cac-muc')}>{say({ vi: 'Các định mức', en: 'The norms' })}</LinkButton>
      }
    >
      <InsteadOf areaId={areaId} />
      <Reading of={read} rows={10}>
        {(data) => (
          <>
            <Unplaced n={data.unplaced} />
            <Lines of={data} file={listAs(normFile, { areaId, day })} />
            {data.lines.length > 0 && <Places of={data} show={show} file={listAs(gapsFile, asked)} />}
          </>
        )}
      </Reading>
    </Page>
  )
}

/** Who is counted in no place although nobody has ended the appointment. */
const Unplaced = ({ n }: { n: number }) => {
  const to = useTo()
  if (n === 0) return null
  return (
    <Notice look="waits">
      {say(
        {
          vi: '{n} người có chức danh ở đơn vị đã hết, chưa bố trí lại; họ không tính vào số thực có. ',
          en: '{n} {n:person holds|people hold} posts at units that have ended and are not placed again; they count nowhere. ',
        },
        { n: showNumber(n) },
      )}
      <a href={to('/can-bo', { 'chuc-danh': 'unplaced' })}>{say({ vi: 'Xem từng người', en: 'See each' })}</a>
    </Notice>
  )
}

const path = '/can-bo/dinh-muc'
const Lines = ({ of: { lines }, file }: { of: Norm; file: ReturnType<typeof listAs> }) => {
  const to = useTo()
  const sum = (of: (row: Norm['lines'][number]) => number) => showNumber(lines.reduce((all, row) => all + of(row), 0))
  const units = (row: Norm['lines'][number], xem: PlacesShown, n: number) => (
    <a href={to(path, { cap: row.level, 'chuc-danh': row.post, xem })}>{showNumber(n)}</a>
  )
  return (
    <Listing<Norm['lines'][number]>
      name="norm"
      caption={{ vi: 'Định mức theo cấp và chức danh', en: 'Norm by level and post' }}
      rows={lines}
      total={lines.length}
      sums={{
        required: sum((row) => row.required),
        filled: sum((row) => row.filled),
        gap: sum((row) => row.required - row.filled),
      }}
      rowKey={(row) => `${row.level} ${row.post}`}
      file={file}
      columns={shown(normColumns, {
        units: (row) => units(row, 'every', row.units),
        required: (row) => units(row, 'every', row.required),
        filled: (row) => units(row, 'held', row.filled),
        gap: (row) => units(row, 'lacking', row.required - row.filled),
        people: (row) => (
          <a href={to('/can-bo', { cap: row.level, 'chuc-danh': row.post })}>{showNumber(row.people)}</a>
        ),
        basis: (row) => (
          <>
            {row.legalBasis} <MarkNote mark={row.mark} />
          </>
        ),
      })}
      empty={
        <Empty
          title={{ vi: 'Ngày này chưa có định mức nào.', en: 'There is no norm on this day.' }}
          why={{ vi: 'Định mức có ngày hiệu lực; hãy chọn ngày khác.', en: 'Norms are dated; choose another day.' }}
        />
      }
    />
  )
}

/** The units of what was opened above: those that lack somebody, unless another number was. */
const Places = ({ of, show, file }: { of: Norm; show: PlacesShown; file: ReturnType<typeof listAs> }) => {
  const to = useTo()
  const { units, required, filled } = of.sums
  const rest = { units: showNumber(units), required: showNumber(required), filled: showNumber(filled) }
  return (
    <Section title={placesWords[show]}>
      <PlaceFilters of={of} />
      <p>
        {say(
          {
            vi: '{units} dòng: định mức {required} chỗ, đã có người {filled} chỗ, còn thiếu {missing}. Nơi có nhiều người hơn định mức thì chỉ tính số chỗ.',
            en: '{units} {units:row|rows}: {required} {required:place|places} by the norm, {filled} filled, {missing} missing. Where there are more people than places, places count.',
          },
          { ...rest, missing: showNumber(required - filled) },
        )}
      </p>
      <Listing<Norm['places'][number]>
        name="gaps"
        caption={placesWords[show]}
        rows={of.places}
        total={units}
        rowKey={(row) => `${row.areaId} ${row.post}`}
        href={(row) => to('/can-bo', { noi: row.areaId, 'chuc-danh': row.post, cap: row.level })}
        file={file}
        columns={shown(placeColumns, {})}
        empty={
          <Empty
            title={{ vi: 'Không có đơn vị nào như vậy.', en: 'There is no such unit.' }}
            why={{ vi: 'Bỏ bớt điều kiện lọc để xem các đơn vị khác.', en: 'Drop a filter to see other units.' }}
          />
        }
      />
    </Section>
  )
}

function PlaceFilters({ of: { lines } }: { of: Norm }) {
  const posts = new Map(lines.map((one) => [one.post, one.said]))
  const found = new Set(lines.map((one) => one.level))
  return (
    <Filters>
      <FilterChoice
        name="cap"
        label={{ vi: 'Cấp', en: 'Level' }}
        choices={levels.filter((level) => found.has(level)).map((value) => ({ value, label: levelWords[value] }))}
      />
      <FilterChoice
        name="chuc-danh"
        label={{ vi: 'Chức danh', en: 'Post' }}
        choices={[...posts].map(([value, label]) => ({ value, label }))}
      />
      <FilterChoice
        name="xem"
        label={{ vi: 'Xem', en: 'Show' }}
        all={placesWords.lacking}
        choices={[
          { value: 'held', label: placesWords.held },
          { value: 'every', label: placesWords.every },
        ]}
      />
    </Filters>
  )
}
