/** What every change of a household begins and ends with. */

import { mustBeAble } from '#features/areas/must.ts'
import type { Actor } from '#kernel/access.ts'
import { type PlainDate, showDate } from '#kernel/dates.ts'
import type { HouseholdId, MemberId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import { eventWords } from '../model/words.ts'
import type { Member } from '../model.ts'
import { householdProblem } from '../problems.ts'
import { allMembers, findLastEvent, getHouseholdHeld, type Household } from '../queries.ts'
import { type Standing, standingOf } from './record.ts'

type Ground = { readonly db: Db; readonly actor: Actor }

export type Held = {
  readonly household: Household
  readonly members: readonly Member[]
  readonly staying: readonly Member[]
  /** How it stands now, to be kept with the act. */
  readonly before: Standing
}

/**
 * The household, held against changes by others, with its members and those who have not left. Refuses who may not
 * write there and a household that has ended.
 */
export async function holdHousehold(
  { db, actor }: Ground,
  householdId: HouseholdId,
  hold: 'to change' | 'to move' = 'to change',
): Promise<Held> {
  const household = await getHouseholdHeld(db, householdId, hold)
  await mustBeAble({ db, actor }, 'household.write', household.villageId)
  if (household.endedOn) throw householdProblem('household.ended', { on: showDate(household.endedOn) })
  const members = await allMembers(db, householdId)
  const before = await standingOf(db, [householdId])
  return { household, members, staying: members.filter((member) => member.leftOn === null), before }
}

/** What ends or parts a household comes after all that is known to have happened to it; the sentence names what came later. */
export async function mustComeLast(
  db: Db,
  { household: { householdId, headName } }: Held,
  on: PlainDate,
): Promise<void> {
  const last = await findLastEvent(db, householdId)
  if (last && last.on > on)
    throw householdProblem('household.event_later', {
      on: showDate(last.on),
      name: headName,
      event: eventWords[last.kind],
    })
}

/** One who has not left; throws `household.member_not_found` or `household.member_left`. */
export function getStaying({ members }: Held, memberId: MemberId): Member {
  const member = members.find((one) => one.memberId === memberId)
  if (!member) throw householdProblem('household.member_not_found')
  if (member.leftOn !== null)
    throw householdProblem('household.member_left', { name: member.name, on: showDate(member.leftOn) })
  return member
}
