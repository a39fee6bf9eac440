/** Where do we stand: households by class on a day, by the units of a day, with what each share is a share of. */
import { InsteadOf } from '#features/areas/ui/NotThatDay.tsx'
import { type PlainDate, showDate } from '#kernel/dates.ts'
import type { OutputOf } from '#kernel/endpoint.ts'
import { useTo } from '#platform/web/address.ts'
import { useArea } from '#platform/web/area.ts'
import { useDay } from '#platform/web/day.ts'
import { Listing } from '#platform/web/kit/Listing.tsx'
import { type ListFile, listAs } from '#platform/web/kit/listingProps.ts'
import { MarkNote } from '#platform/web/kit/MarkNote.tsx'
import { Notice } from '#platform/web/kit/Notice.tsx'
import { Page } from '#platform/web/kit/Page.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { Stat } from '#platform/web/kit/Stat.tsx'
import { shown } from '#platform/web/kit/shown.ts'
import { Empty, NoPermission } from '#platform/web/kit/states.tsx'
import { say } from '#platform/web/language.ts'
import { showNumber } from '#platform/web/numbers.ts'
import { useRead } from '#platform/web/reads.ts'
import { holds } from '#platform/web/session.ts'
import { type FigureRow, figureColumns, isUnknown, rateSaid, unknown } from '../columns.ts'
import type { classFigures as contract } from '../contract.ts'
import { classFigures, classFiguresFile } from './calls.ts'

type Row = FigureRow

/** A count that opens the households behind it, for who may see them. */
function Counted({ count, of, loai }: { count: number; of: Row; loai: string }) {
  const to = useTo()
  if (isUnknown(of)) return <span class="quiet">{say(unknown)}</span>
  if (count === 0 || !holds('household.read')) return <>{showNumber(count)}</>
  return <a href={to('/ho', { noi: of.areaId, loai })}>{showNumber(count)}</a>
}

const columnsOn = (day: PlainDate) =>
  shown(figureColumns(day), {
    poor: (row) => <Counted count={row.poor} of={row} loai="poor" />,
    near: (row) => <Counted count={row.nearPoor} of={row} loai="near_poor" />,
  })

function Source({ of: { declared, register } }: { of: Row }) {
  return (
    <p>
      {declared ? (
        <>
          {say(
            {
              vi: 'Số hộ khai báo {n}, ngày {day}, nguồn: {source}.',
              en: '{n} households declared on {day}, source: {source}.',
            },
            { n: showNumber(declared.households), day: showDate(declared.day), source: declared.source },
          )}{' '}
          <MarkNote mark={declared.mark} />{' '}
        </>
      ) : (
        say({ vi: 'Chưa có số hộ khai báo cho đơn vị này. ', en: 'No declared total for this unit. ' })
      )}
      {say({ vi: 'Sổ hộ đang giữ {n} hộ.', en: 'The register holds {n} households.' }, { n: showNumber(register) })}
    </p>
  )
}

function Unknown({ parts }: { parts: readonly Row[] }) {
  const unknown = parts.filter(isUnknown).length
  if (unknown === 0) return null
  const sentence = {
    vi: '{n} trong {all} đơn vị trực thuộc chưa có dữ liệu; số ở trên chưa gồm các đơn vị đó.',
    en: '{n} of {all} units below have no data yet; the figures above leave them out.',
  }
  return <Notice>{say(sentence, { n: unknown, all: parts.length })}</Notice>
}

type Props = { readonly of: OutputOf<typeof contract>; readonly day: PlainDate; readonly file: ListFile }

function Figures({ of: { whole, parts }, day, file }: Props) {
  const to = useTo()
  const opens = (loai: string) =>
    holds('household.read') && !isUnknown(whole) ? to('/ho', { noi: whole.areaId, loai }) : undefined
  return (
    <>
      <div class="stats">
        <Stat
          label={{ vi: 'Hộ nghèo', en: 'Poor households' }}
          value={isUnknown(whole) ? say(unknown) : whole.poor}
          href={opens('poor')}
          note={rateSaid(whole.poor, whole, day) ?? undefined}
        />
        <Stat
          label={{ vi: 'Hộ cận nghèo', en: 'Near-poor households' }}
          value={isUnknown(whole) ? say(unknown) : whole.nearPoor}
          href={opens('near_poor')}
          note={rateSaid(whole.nearPoor, whole, day) ?? undefined}
        />
      </div>
      <Source of={whole} />
      <Unknown parts={parts} />
      <Listing
        name="class-figures"
        caption={{ vi: 'Theo đơn vị trực thuộc', en: 'By the units below' }}
        rows={parts}
        rowKey={(row) => row.areaId}
        href={(row) => to('/so-lieu', { noi: row.areaId })}
        columns={columnsOn(day)}
        file={file}
        empty={
          <Empty
            title={{ vi: 'Không có đơn vị trực thuộc trong ngày này.', en: 'No unit below on this day.' }}
            why={{ vi: 'Chọn đơn vị khác hoặc ngày khác ở trên.', en: 'Choose another unit or day above.' }}
          />
        }
      />
    </>
  )
}

const toCome = {
  vi: 'Ngày {facts} chưa đến: đây là theo những gì đã ghi đến ngày {today}, có thể còn thay đổi.',
  en: '{facts} is still to come: these figures are by what is recorded until {today} and may change.',
}

export default function FiguresPage() {
  const { areaId } = useArea()
  const { facts, units, today } = useDay()
  const read = useRead(classFigures, areaId ? { areaId, day: facts, units } : null)
  const state = say(
    {
      vi: 'Hộ được công nhận theo quyết định có hiệu lực ngày {facts}, theo đơn vị hành chính ngày {units}.',
      en: 'Classes by the decisions in force on {facts}, units as at {units}.',
    },
    { facts: showDate(facts), units: showDate(units) },
  )
  return (
    <Page
      title={{ vi: 'Số liệu hộ nghèo, hộ cận nghèo', en: 'Poor and near-poor households in figures' }}
      state={state}
    >
      {facts > today && <Notice>{say(toCome, { facts: showDate(facts), today: showDate(today) })}</Notice>}
      {areaId ? (
        read.problem?.code === 'area.not_found' ? (
          <InsteadOf areaId={areaId} />
        ) : (
          <Reading of={read} rows={8}>
            {(data) => <Figures of={data} day={facts} file={listAs(classFiguresFile, { areaId, day: facts, units })} />}
          </Reading>
        )
      ) : (
        <NoPermission right="figure.read" />
      )}
    </Page>
  )
}
