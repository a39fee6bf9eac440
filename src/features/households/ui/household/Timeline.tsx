/** What happened to the household, newest first, each with what changed. */
import { showDate } from '#kernel/dates.ts'
import type { HouseholdId } from '#kernel/ids.ts'
import type { Said } from '#kernel/text.ts'
import { useTo } from '#platform/web/address.ts'
import { showInstant } from '#platform/web/format.ts'
import { Empty } from '#platform/web/kit/states.tsx'
import { say } from '#platform/web/language.ts'
import type { HouseholdAnswer } from '../answers.ts'
import { pathOf } from '../sayings.ts'
import { sayEvent } from './sayEvent.ts'

export function Timeline({ of }: { of: HouseholdAnswer }) {
  if (of.timeline.length === 0)
    return <Empty title={{ vi: 'Chưa có diễn biến nào được ghi.', en: 'Nothing has been recorded yet.' }} />
  return (
    <ol class="households-timeline">
      {of.timeline.map((event) => {
        const { title, details } = sayEvent(event)
        return (
          <li key={event.id}>
            <strong>
              {showDate(event.on)}: {title}
            </strong>
            {details.map((line) => (
              <p key={line}>{line}</p>
            ))}
            <Other of={event.facts} />
            <small class="quiet">
              {say({ vi: 'ghi lúc {at}', en: 'recorded {at}' }, { at: showInstant(event.recordedAt) })}
            </small>
          </li>
        )
      })}
    </ol>
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
