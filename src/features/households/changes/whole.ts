/** Refuses to take away a stay, or days of it, where some would be left without anybody or without a head. */
import { type PlainDate, showDate } from '#kernel/dates.ts'
import type { Db } from '#platform/server/database/open.ts'
import type { Member } from '../model.ts'
import { householdProblem } from '../problems.ts'
import { headTurns } from '../queries.ts'
import { type Days, findBroken } from '../rules/wholeDays.ts'
import type { Held } from './ground.ts'

type Of = Pick<Held, 'household' | 'members'>

/** The first day that lacks somebody, or a head, without the stay; null: none does. */
export async function gapWithout(db: Db, { household, members }: Of, leaving: Member): Promise<PlainDate | null> {
  const turns = await headTurns(db, household.householdId)
  const before: Days = { since: household.startedOn, stays: members, turns, head: household.headPersonId }
  const stays = members.filter(({ memberId }) => memberId !== leaving.memberId)
  return findBroken(before, { ...before, stays })?.day ?? null
}

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

/** Whether who led the household once leaves no day before another did: not sooner than the day of that change. */
export async function mustLeaveLed(db: Db, { household, members }: Of, leaving: Member, on: PlainDate): Promise<void> {
  const turns = await headTurns(db, household.householdId)
  const until = turns.findLast(({ before }) => before === leaving.personId)?.on
  if (!until || until <= on) return
  const before: Days = { since: household.startedOn, stays: members, turns, head: household.headPersonId }
  const stays = members.map((one) => (one.memberId === leaving.memberId ? { ...one, leftOn: on } : one))
  if (!findBroken(before, { ...before, stays })) return
  throw householdProblem('household.head_until', { name: leaving.name, until: showDate(until), day: showDate(on) })
}
