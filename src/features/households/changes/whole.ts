/** Refuses to take away a stay, or days of it, where some would be left without anybody or without a head. */
import { type PlainDate, showDate } from '#kernel/dates.ts'
import type { Db } from '#platform/server/database/open.ts'
import type { Member } from '../model.ts'
import { householdProblem } from '../problems.ts'
import { headTurns } from '../queries.ts'
import { type Days, findBroken } from '../rules/wholeDays.ts'
import type { Held } from './ground.ts'

type Of = Pick<Held, 'household' | 'members'>

/** The days of the household as they are recorded, and what they lack where somebody's stays are others. */
async function recorded(db: Db, { household, members }: Of) {
  const turns = await headTurns(db, household.householdId)
  const before: Days = { since: household.startedOn, stays: members, turns, head: household.headPersonId }
  return { turns, brokenBy: (stays: Days['stays']) => findBroken(before, { ...before, stays }) }
}

const others = (members: Of['members'], leaving: Member): Member[] =>
  members.filter(({ memberId }) => memberId !== leaving.memberId)

/** The first day that lacks somebody, or a head, without the stay; null: none does. */
export async function gapWithout(db: Db, of: Of, leaving: Member): Promise<PlainDate | null> {
  const { brokenBy } = await recorded(db, of)
  return brokenBy(others(of.members, leaving))?.day ?? null
}

/** Whether the days of the household stay whole without the stay. Who is head now is followed by another: asked apart. */
export async function mustLeaveWhole(db: Db, of: Of, leaving: Member): Promise<void> {
  const { turns, brokenBy } = await recorded(db, of)
  const stays = others(of.members, leaving)
  const found = brokenBy(stays)
  if (!found) return
  const said = { name: leaving.name, from: showDate(found.day) }
  if (found.lacks === 'anybody') throw householdProblem('household.nobody_then', said)
  const last = turns.at(-1)?.on ?? of.household.startedOn
  const isFollowed = leaving.relation === 'head' && found.day >= last
  const from = last > leaving.joinedOn ? last : leaving.joinedOn
  const mayFollow = stays.some(({ leftOn, joinedOn }) => leftOn === null && joinedOn <= from)
  if (!isFollowed || !mayFollow) throw householdProblem('household.was_head_then', said)
}

/** Whether who led the household once leaves no day before another did: not sooner than the day of that change. */
export async function mustLeaveLed(db: Db, of: Of, leaving: Member, on: PlainDate): Promise<void> {
  const { turns, brokenBy } = await recorded(db, of)
  const until = turns.findLast(({ before }) => before === leaving.personId)?.on
  if (!until || !brokenBy([...others(of.members, leaving), { ...leaving, leftOn: on }])) return
  throw householdProblem('household.head_until', { name: leaving.name, until: showDate(until), day: showDate(on) })
}
