/** The households that an act touched, what it did to each of them, and why it may not be undone. */
import { overOf } from '#features/areas/must.ts'
import { namesOn } from '#features/areas/queries.ts'
import { type Actor, can } from '#kernel/access.ts'
import { type PlainDate, showDate } from '#kernel/dates.ts'
import type { AreaId, HouseholdId } from '#kernel/ids.ts'
import type { Problem } from '#kernel/problem.ts'
import type { Db } from '#platform/server/database/open.ts'
import { eventWords } from '../model/words.ts'
import { householdProblem } from '../problems.ts'
import type { Household } from '../queries.ts'
import type { Rows } from '../rules/undo.ts'
import { rowsOfHousehold } from '../store/image.ts'
import { type ActId, type Happened, happenedTo, type Kept, keptAct } from './acts.ts'

/** One household of the act: as it stands, and what the act did to it. */
export type Side = { readonly household: Household; readonly now: Rows; readonly kept: Kept }

/** The households that the act touched, in the order in which they are held. */
export async function householdsOf(db: Db, householdId: HouseholdId, act: ActId): Promise<HouseholdId[]> {
  const own = (await happenedTo(db, householdId)).filter((event) => event.actId === act)
  const others = own.flatMap(({ kind, facts }) =>
    kind === 'split' || kind === 'merged' || kind === 'persons_joined'
      ? [facts.to, facts.from].filter((id) => typeof id === 'string')
      : [],
  )
  return [...new Set([householdId, ...(others as HouseholdId[])])].toSorted()
}

export async function sideOf(db: Db, household: Household, act: ActId): Promise<Side> {
  const now = await rowsOfHousehold(db, household.householdId)
  const events = await happenedTo(db, household.householdId)
  const kept = keptAct(events, act, now)
  if (!kept) throw householdProblem('household.undo_not_kept')
  // What stands on an act of the village that goes back with it stands on it too.
  const beyond = kept.later.filter(isOfUnit).flatMap(({ actId }) => (actId && keptAct(events, actId, now)?.later) || [])
  const later = events.filter((event) => kept.later.includes(event) || beyond.includes(event)).toReversed()
  return { household, now, kept: { ...kept, later } }
}

/** It came to what its village has become; undone for one household it is only with an act before it. */
const isOfUnit = ({ facts }: Happened): boolean => 'succeeds' in facts

/** Acts of the village that stand on this one, the last first: they are taken back with it, and the household lives on anew. */
export const ofUnit = ({ kept }: Side): readonly ActId[] =>
  kept.later.filter(isOfUnit).flatMap(({ actId }) => (actId ? [actId] : []))

/** Why it may not be undone as far as the register knows; null where it may. */
export function refusalOf(sides: readonly Side[]): Problem | null {
  if (sides.some(({ kept }) => kept.events.some((event) => event.undoneBy !== null)))
    return householdProblem('household.undone_already')
  if (sides.some(({ kept }) => kept.events.some(isOfUnit))) return householdProblem('household.undo_of_unit')
  for (const { household, kept } of sides) {
    const last = kept.later.find((event) => !isOfUnit(event))
    if (last)
      return householdProblem('household.undo_later', {
        event: eventWords[last.kind],
        on: showDate(last.on),
        name: household.headName,
      })
  }
  return null
}

/** Where a household lives once the act is undone. */
const homeAfter = ({ household, kept }: Side): AreaId => {
  const moved = kept.changes.find(({ table, columns }) => table === 'household' && columns.includes('village_id'))
  return (moved?.was?.village_id as AreaId | undefined) ?? household.villageId
}

/** Who undoes it writes households where they would live; null where the actor does. */
export async function refusalOfHomes(
  { db, actor, today }: { readonly db: Db; readonly actor: Actor; readonly today: PlainDate },
  sides: readonly Side[],
): Promise<Problem | null> {
  for (const side of sides) {
    const home = homeAfter(side)
    if (!can(actor, 'household.write', await overOf(db, home)))
      return householdProblem('household.undo_home_elsewhere', {
        name: side.household.headName,
        village: (await namesOn(db, [home], today)).get(home) ?? '',
      })
  }
  return null
}
