/** What happened to the household, newest first, each with what changed. */
import { useState } from 'preact/hooks'
import { showDate, showInstant } from '#kernel/dates.ts'
import type { HouseholdId } from '#kernel/ids.ts'
import type { Said } from '#kernel/text.ts'
import { useTo } from '#platform/web/address.ts'
import { Badge } from '#platform/web/kit/Badge.tsx'
import { Button } from '#platform/web/kit/Button.tsx'
import { Empty } from '#platform/web/kit/states.tsx'
import { say } from '#platform/web/language.ts'
import type { EventAnswer, HouseholdAnswer } from '../answers.ts'
import { pathOf } from '../sayings.ts'
import { sayEvent } from './sayEvent.ts'
import { UndoDialog } from './UndoDialog.tsx'

export function Timeline({ of }: { of: HouseholdAnswer }) {
  const [undoing, setUndoing] = useState<EventAnswer | null>(null)
  if (of.timeline.length === 0)
    return <Empty title={{ vi: 'Chưa có diễn biến nào được ghi.', en: 'Nothing has been recorded yet.' }} />
  return (
    <>
      <ol class="households-timeline">
        {of.timeline.map((event) => (
          <One key={event.id} event={event} onUndo={canUndo(of, event) ? () => setUndoing(event) : null} />
        ))}
      </ol>
      {undoing && <UndoDialog of={of} event={undoing} onClose={() => setUndoing(null)} />}
    </>
  )
}

/** Offered once an act, at the first of its events. */
function canUndo({ can, timeline }: HouseholdAnswer, { id, actId, kind, undone }: EventAnswer): boolean {
  const offered = can.includes('change') && actId !== null && !undone && kind !== 'undone'
  return offered && timeline.find((event) => event.actId === actId)?.id === id
}

function One({ event, onUndo }: { event: EventAnswer; onUndo: (() => void) | null }) {
  const { title, details } = sayEvent(event)
  return (
    <li>
      <strong>
        {showDate(event.on)}: {title}
      </strong>{' '}
      {event.undone && <Badge look="waits">{{ vi: 'Đã hoàn tác', en: 'Undone' }}</Badge>}
      {details.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <Other of={event.facts} />
      <small class="quiet">
        {say({ vi: 'ghi lúc {at}', en: 'recorded {at}' }, { at: showInstant(event.recordedAt) })}
        {event.by && `, ${event.by}`}
      </small>
      {onUndo && (
        <Button look="quiet" onClick={onUndo}>
          {say({ vi: 'Hoàn tác', en: 'Undo' })}
          <span class="only-heard">: {title}</span>
        </Button>
      )}
    </li>
  )
}

const otherHousehold: Said = { vi: 'Hộ {name}', en: 'Household of {name}' }

/** The other household of a split or merge, where it is named. */
function Other({ of }: { of: Readonly<Record<string, unknown>> }) {
  const to = useTo()
  const [id, name] = typeof of.toName === 'string' ? [of.to, of.toName] : [of.from, of.fromName]
  if (typeof id !== 'string' || typeof name !== 'string') return null
  return (
    <p>
      <a href={to(pathOf(id as HouseholdId))}>{say(otherHousehold, { name })}</a>
    </p>
  )
}
