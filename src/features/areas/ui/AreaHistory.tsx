/** What the unit was, what happened to it and why, what it came from and what became of it. */
import { useState } from 'preact/hooks'
import { showDate } from '#kernel/dates.ts'
import type { AreaId } from '#kernel/ids.ts'
import { useTo } from '#platform/web/address.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { MarkNote } from '#platform/web/kit/MarkNote.tsx'
import { Section } from '#platform/web/kit/Page.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { say } from '#platform/web/language.ts'
import { useRead } from '#platform/web/reads.ts'
import { eventWords, kinds } from '../words.ts'
import type { HistoryAnswer, RelationRow, ToldEvent } from './answers.ts'
import { areaHistory } from './calls.ts'
import { pathOf, sayShare, saySpan } from './sayings.ts'
import { saidOf, UndoDialog, UndoneEvents } from './UndoDialog.tsx'

export function AreaHistory({ areaId }: { areaId: AreaId }) {
  const read = useRead(areaHistory, { areaId })
  const [undoing, setUndoing] = useState<ToldEvent | null>(null)
  return (
    <Reading of={read} rows={8}>
      {(data) => (
        <>
          <Relations title={{ vi: 'Hình thành từ', en: 'Came from' }} rows={data.predecessors} />
          <Section title={{ vi: 'Các trạng thái', en: 'States' }}>
            <ol class="areas-timeline">
              {data.versions.map((version) => (
                <State key={version.from} version={version} events={data.events} />
              ))}
            </ol>
            {offered(data).map((event) => (
              <p key={event.eventId}>
                <Button look="quiet" onClick={() => setUndoing(event)}>
                  {say({ vi: 'Ghi nhầm: {event}, {day}', en: 'Recorded by mistake: {event}, {day}' }, saidOf(event))}
                </Button>
              </p>
            ))}
          </Section>
          <UndoneEvents of={data.undone} />
          <Relations title={{ vi: 'Được kế thừa bởi', en: 'Succeeded by' }} rows={data.successors} />
          {undoing && <UndoDialog event={undoing} onClose={() => setUndoing(null)} />}
        </>
      )}
    </Reading>
  )
}

/** Those that may be undone from here. */
const offered = ({ events, undoable }: HistoryAnswer): ToldEvent[] =>
  events.filter((event) => undoable.includes(event.eventId))

/** A unit that was begun by mistake has a state without a day. */
const hasNoDay = ({ from, until }: HistoryAnswer['versions'][number]): boolean => from === until

type StateProps = { readonly version: HistoryAnswer['versions'][number]; readonly events: HistoryAnswer['events'] }

function State({ version, events }: StateProps) {
  const to = useTo()
  const find = (id: string | null) => events.find((event) => event.eventId === id)
  const [begun, ended] = [find(version.eventId), find(version.untilEventId)]
  const code = version.code ? say({ vi: ', mã {code}', en: ', code {code}' }, { code: version.code }) : ''
  return (
    <li>
      <h3>
        <a href={to(pathOf(version.areaId), { donvi: version.from })}>{version.name}</a>
      </h3>
      <p>
        {say(kinds[version.kind])}
        {code}
        {version.parentName && `; ${version.parentName}`}; {hasNoDay(version) ? say(noDay) : saySpan(version)}{' '}
        <MarkNote mark={version.mark} />
      </p>
      {begun && <Told event={begun} words={{ vi: 'Bắt đầu', en: 'Began' }} />}
      {ended && <Told event={ended} words={{ vi: 'Kết thúc', en: 'Ended' }} />}
    </li>
  )
}

const noDay = { vi: 'ghi nhầm, coi như chưa từng lập', en: 'recorded by mistake, stood on no day' }

function Told({ event, words }: { event: ToldEvent; words: { vi: string; en: string } }) {
  const day = event.happenedOn ? showDate(event.happenedOn) : say({ vi: 'chưa rõ ngày', en: 'day not known' })
  return (
    <p class="quiet">
      {say(words)}: {say(eventWords[event.kind]).toLowerCase()}, {day}.{event.legalBasis && ` ${event.legalBasis}.`}{' '}
      {event.note} <MarkNote mark={event.mark} />
    </p>
  )
}

function Relations({ title, rows }: { title: { vi: string; en: string }; rows: readonly RelationRow[] }) {
  const to = useTo()
  if (rows.length === 0) return null
  return (
    <Section title={title}>
      <ul class="areas-relations">
        {rows.map((row) => (
          <li key={row.areaId}>
            <a href={to(pathOf(row.areaId), { the: 'lich-su' })}>{row.name}</a>
            {row.within && `, ${row.within}`}: <strong>{sayShare(row.share)}</strong> <MarkNote mark={row.mark} />
            {row.note && <p class="quiet">{row.note}</p>}
          </li>
        ))}
      </ul>
    </Section>
  )
}
