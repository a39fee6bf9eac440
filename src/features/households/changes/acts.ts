/** The acts of a household that were kept, in the order in which they were done, and what each changed. */
import type { Made } from '#features/people/audit/maker.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { AccountId, HouseholdId, Id } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import type { EventKind } from '../model.ts'
import { type Before, type Change, changesBetween, type Rows, standsOn } from '../rules/undo.ts'

export type ActId = Id<'household_event'>

export type Happened = {
  readonly id: ActId
  readonly actId: ActId | null
  readonly kind: EventKind
  readonly on: PlainDate
  readonly facts: Record<string, unknown>
  readonly before: Before | null
  readonly undoneBy: ActId | null
  readonly at: string
  readonly accountId: AccountId | null
}

/** The events of a household in the order of recording. */
export const happenedTo = (db: Db, householdId: HouseholdId): Promise<Happened[]> =>
  db
    .selectFrom('household_event as e')
    .where('e.household_id', '=', householdId)
    .select([
      'e.id',
      'e.act_id as actId',
      'e.kind',
      'e.happened_on as on',
      'e.facts',
      'e.before',
      'e.undone_by as undoneBy',
      'e.created_at as at',
      'e.account_id as accountId',
    ])
    .orderBy('e.act_id')
    .orderBy('e.id')
    .$narrowType<{ kind: EventKind; facts: Record<string, unknown>; before: Before | null }>()
    .$narrowType<{ actId: ActId | null; undoneBy: ActId | null }>()
    .execute()

/** Each kept act with what it changed, in the order of doing. */
export const actsOf = (events: readonly Happened[], now: Rows): (Made & { changes: Change[] })[] =>
  events.flatMap(({ actId, before, accountId, at }) =>
    actId && before ? [{ accountId, at, changes: changesOf(events, actId, now) }] : [],
  )

/** What an act changed of its household: up to how that stood before the next one, or stands now. */
function changesOf(events: readonly Happened[], act: ActId, now: Rows): Change[] {
  const before = events.find((event) => event.actId === act && event.before)?.before
  if (!before) return []
  const next = events.find((event) => event.before !== null && event.actId !== null && event.actId > act)
  return changesBetween(before, next?.before ?? now)
}

export type Kept = {
  readonly events: readonly Happened[]
  readonly changes: readonly Change[]
  readonly identities: Before['identities']
  /** What was recorded later and stands on it, the last first. */
  readonly later: readonly Happened[]
}

/** One act as its household knows it; null where nothing was kept of it. */
export function keptAct(events: readonly Happened[], act: ActId, now: Rows): Kept | null {
  const own = events.filter((event) => event.actId === act)
  const before = own.find((event) => event.before)?.before
  if (!before) return null
  const changes = changesOf(events, act, now)
  const at = own[0]?.at ?? ''
  const follows = ({ actId }: Happened) => actId !== null && actId > act
  const standing = events.filter(({ kind, undoneBy }) => kind !== 'undone' && undoneBy === null)
  const later = standing.filter(
    (event) =>
      (follows(event) && standsOn(changesOf(events, event.actId as ActId, now), changes)) ||
      // Recorded without how things stood: nobody can tell what it changed.
      (event.actId === null && event.at > at),
  )
  return { events: own, changes, identities: before.identities, later: later.toReversed() }
}
