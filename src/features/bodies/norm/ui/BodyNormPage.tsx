/** How many bodies of each kind units should have, what they have, and which lack one, by name. */

import { InsteadOf } from '#features/areas/ui/NotThatDay.tsx'
import { levelWords } from '#features/areas/words.ts'
import { showDate } from '#kernel/dates.ts'
import type { OutputOf } from '#kernel/endpoint.ts'
import type { AreaId } from '#kernel/ids.ts'
import { showNumber } from '#kernel/numbers.ts'
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
import { Page, Section } from '#platform/web/kit/Page.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { shown } from '#platform/web/kit/shown.ts'
import { Empty, NoPermission } from '#platform/web/kit/states.tsx'
import { say } from '#platform/web/language.ts'
import { useRead } from '#platform/web/reads.ts'
import { type BodyKind, bodyKinds, bodyKindWords } from '../../model.ts'
import { bodyPath } from '../../ui/typed.ts'
import { lineColumns, unitColumns } from '../columns.ts'
import type * as contract from '../contract.ts'
import { bodiesNeeded, bodyLevels, normsOfBodies, type UnitsShown, unitsShown, unitsWords } from '../model.ts'
import { gapsFile, normFile, showNorm } from './calls.ts'

type Norm = OutputOf<typeof contract.showNorm>
type File = ReturnType<typeof listAs>

export default function BodyNormPage() {
  const { areaId } = useArea()
  return areaId ? (
    <NormOf areaId={areaId} />
  ) : (
    <Page title={bodiesNeeded}>
      <NoPermission right="body.read" />
    </Page>
  )
}

function NormOf({ areaId }: { areaId: AreaId }) {
  const { facts: day } = useDay()
  const to = useTo()
  const [page] = usePageNumber()
  const [loai] = useFilter('loai')
  const kind = bodyKinds.find((one) => one === loai)
  const [cap] = useFilter('cap')
  const level = bodyLevels.find((one) => one === cap)
  const [xem] = useFilter('xem')
  const show = unitsShown.find((one) => one === xem) ?? 'lacking'
  const asked = { areaId, day, show, ...(kind && { kind }), ...(level && { level }) }
  const read = useRead(showNorm, { ...asked, page })
  const state =
    read.data?.lines[0] &&
    say(
      { vi: '{area}, ngày {day}, còn thiếu: {kinds}.', en: '{area} on {day}, missing: {kinds}.' },
      { area: read.data.areaName, day: showDate(day), kinds: missingOf(read.data.lines) },
    )
  return (
    <Page
      title={bodiesNeeded}
      state={state}
      above={
        <Crumbs
          of={[
            { label: { vi: 'Ban Chỉ đạo, Ban Giám sát', en: 'Steering and supervision bodies' }, href: to('/ban') },
            { label: bodiesNeeded },
          ]}
        />
      }
      action={<LinkButton href={to('/ban/dinh-muc/cac-muc')}>{say(normsOfBodies)}</LinkButton>}
    >
      <InsteadOf areaId={areaId} />
      <Reading of={read} rows={10}>
        {(data) => (
          <>
            <Lines of={data} file={listAs(normFile, { areaId, day })} />
            <Units of={data} show={show} file={listAs(gapsFile, asked)} />
          </>
        )}
      </Reading>
    </Page>
  )
}

/** Each kind for itself: of one a text speaks, of the other there is only an expectation. */
const missingOf = (lines: Norm['lines']): string =>
  bodyKinds
    .filter((kind) => lines.some((line) => line.kind === kind))
    .map((kind) => {
      const missing = lines.filter((line) => line.kind === kind).reduce((sum, line) => sum + line.missing, 0)
      return `${say(bodyKindWords[kind])} ${showNumber(missing)}`
    })
    .join(', ')

const Lines = ({ of: { lines }, file }: { of: Norm; file: File }) => {
  const to = useTo()
  type Line = Norm['lines'][number]
  const units = ({ kind, level }: Line, xem: UnitsShown, n: number) => (
    <a href={to('/ban/dinh-muc', { loai: kind, cap: level, xem })}>{showNumber(n)}</a>
  )
  return (
    <Listing<Line>
      name="body-norm"
      caption={{ vi: 'Định mức theo loại Ban và cấp', en: 'Norm by kind and level' }}
      rows={lines}
      total={lines.length}
      rowKey={(row) => `${row.kind} ${row.level}`}
      file={file}
      columns={shown(lineColumns, {
        units: (row) => units(row, 'every', row.units),
        required: (row) => units(row, 'every', row.required),
        held: (row) => units(row, 'held', row.held),
        missing: (row) => units(row, 'lacking', row.missing),
        basis: ({ bases }) =>
          bases.map(({ legalBasis, mark }) => (
            <div key={`${legalBasis} ${mark}`}>
              {legalBasis} <MarkNote mark={mark} />
            </div>
          )),
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

/** The units of what was opened above: those that lack a body, unless another number was. */
const Units = ({ of, show, file }: { of: Norm; show: UnitsShown; file: File }) => {
  const to = useTo()
  type Unit = Norm['units'][number]
  const { units, required, missing } = of.sums
  return (
    <Section title={unitsWords[show]}>
      <UnitFilters of={of} />
      <p>
        {say(
          {
            vi: '{units} dòng: cần {required} Ban, còn thiếu {missing}. Nơi có nhiều Ban hơn định mức thì không tính thừa.',
            en: '{units} rows: {required} bodies are needed, {missing} are missing. More than the norm counts as the norm.',
          },
          { units: showNumber(units), required: showNumber(required), missing: showNumber(missing) },
        )}
      </p>
      <Listing<Unit>
        name="body-gaps"
        caption={unitsWords[show]}
        rows={of.units}
        total={units}
        rowKey={(row) => `${row.areaId} ${row.kind}`}
        file={file}
        columns={shown(unitColumns, {
          area: (row) => <a href={to('/ban', { noi: row.areaId, loai: row.kind })}>{row.areaName}</a>,
          bodies: (row) =>
            row.bodies.map(({ bodyId, name }) => (
              <div key={bodyId}>
                <a href={to(bodyPath(bodyId))}>{name}</a>
              </div>
            )),
        })}
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

function UnitFilters({ of: { lines } }: { of: Norm }) {
  const kinds = new Set<BodyKind>(lines.map((one) => one.kind))
  const found = new Set(lines.map((one) => one.level))
  return (
    <Filters>
      <FilterChoice
        name="loai"
        label={{ vi: 'Loại Ban', en: 'Kind' }}
        choices={bodyKinds.filter((kind) => kinds.has(kind)).map((value) => ({ value, label: bodyKindWords[value] }))}
      />
      <FilterChoice
        name="cap"
        label={{ vi: 'Cấp', en: 'Level' }}
        choices={bodyLevels.filter((level) => found.has(level)).map((value) => ({ value, label: levelWords[value] }))}
      />
      <FilterChoice
        name="xem"
        label={{ vi: 'Xem', en: 'Show' }}
        all={unitsWords.lacking}
        choices={[
          { value: 'held', label: unitsWords.held },
          { value: 'every', label: unitsWords.every },
        ]}
      />
    </Filters>
  )
}
