/** Refuses to take away a stay as a mistake where days would be left without anybody or without a head. */
import { showDate } from '#kernel/dates.ts'
import type { Db } from '#platform/server/database/open.ts'
import type { Member } from '../model.ts'
import { householdProblem } from '../problems.ts'
import { headTurns } from '../queries.ts'
import { type Days, findBroken } from '../rules/wholeDays.ts'
import type { Held } from './ground.ts'

type Of = Pick<Held, 'household' | 'members'>

/** Whether the days of the household stay whole without the stay. Who is head now is followed by another: asked apart. */
export async function mustLeaveWhole(db: Db, { household, members }: Of, leaving: Member): Promise<void> {
  const turns = await headTurns(db, household.householdId)
  const before: Days = { since: household.startedOn, stays: members, turns, head: household.headPersonId }
  const stays = members.filter(({ memberId }) => memberId !== leaving.memberId)
  const found = findBroken(before, { ...before, stays })
  if (!found) return
  const said = { name: leaving.name, from: showDate(found.day) }
  if (found.lacks === 'anybody') throw householdProblem('household.nobody_then', said)
  const last = turns.at(-1)?.on ?? household.startedOn
  const isFollowed = leaving.relation === 'head' && found.day >= last
  const from = last > leaving.joinedOn ? last : leaving.joinedOn
  const mayFollow = stays.some(({ leftOn, joinedOn }) => leftOn === null && joinedOn <= from)
  if (!isFollowed || !mayFollow) throw householdProblem('household.was_head_then', said)
}
