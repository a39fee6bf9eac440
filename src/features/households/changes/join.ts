/**
 * Two persons of the register are one. Both keep their ids, so surveys, papers and the timeline say what they said; the event
 * in both timelines is what joins them. Where the same person stands twice in one household, the second stay holds no day.
 * Parted again by undoing it, as every act.
 */
import { mustBeAble } from '#features/areas/must.ts'
import type { Actor } from '#kernel/access.ts'
import { type PlainDate, showDate } from '#kernel/dates.ts'
import type { HouseholdId, MemberId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import { change, happened } from '#platform/server/handle.ts'
import type { Touches } from '#platform/server/touches.ts'
import * as contract from '../contract.ts'
import { householdEvent } from '../events.ts'
import type { Member } from '../model.ts'
import { householdProblem } from '../problems.ts'
import { allMembers, getHouseholdHeld, type Household } from '../queries.ts'
import { type Joining, joiningOf } from '../rules/joining.ts'
import { type NewEvent, refreshHouseholds } from '../store/households.ts'
import { endStays } from '../store/members.ts'
import { happenedTo } from './acts.ts'
import { record, type Standing, standingOf, together } from './record.ts'

type Ground = { readonly db: Db; readonly actor: Actor }
type Side = { readonly household: Household; readonly member: Member; readonly before: Standing }

/** A stay, its household held; one that has ended too, since somebody may have been in it. */
async function holdSide({ db, actor }: Ground, householdId: HouseholdId, memberId: MemberId): Promise<Side> {
  const household = await getHouseholdHeld(db, householdId, 'to change')
  await mustBeAble({ db, actor }, 'household.write', household.villageId)
  const member = (await allMembers(db, householdId)).find((one) => one.memberId === memberId)
  if (!member) throw householdProblem('household.member_not_found')
  return { household, member, before: await standingOf(db, [householdId]) }
}

type Stay = readonly [HouseholdId, MemberId]

/** Both, their households held in one order. */
async function holdSides(ground: Ground, kept: Stay, other: Stay): Promise<{ kept: Side; other: Side }> {
  const first = kept[0] <= other[0]
  const one = await holdSide(ground, ...(first ? kept : other))
  const two = await holdSide(ground, ...(first ? other : kept))
  return first ? { kept: one, other: two } : { kept: two, other: one }
}

const refusals = {
  same_person: 'household.join_same_person',
  two_homes: 'household.join_two_homes',
  two_ids: 'household.join_two_ids',
  head: 'household.join_head',
  number: 'household.join_number',
} as const satisfies Partial<Record<Joining, string>>

/** How they are joined; refuses what cannot be, naming both. */
function mustJoin({ kept, other }: { kept: Side; other: Side }): 'beside' | 'void' {
  const stay = ({ household, member }: Side) => ({ householdId: household.householdId, member })
  const how = joiningOf(stay(kept), stay(other))
  if (how === 'beside' || how === 'void') return how
  const from = kept.member.joinedOn > other.member.joinedOn ? kept.member.joinedOn : other.member.joinedOn
  throw householdProblem(refusals[how], {
    name: kept.member.name,
    other: other.member.name,
    home: kept.household.headName,
    otherHome: other.household.headName,
    from: showDate(from),
  })
}

/** Refuses where the two are joined already. */
async function mustBeTwo(db: Db, { kept, other }: { kept: Side; other: Side }): Promise<void> {
  const pair = [kept.member.personId, other.member.personId]
  const joined = (await happenedTo(db, kept.household.householdId)).some(
    ({ kind, undoneBy, facts }) =>
      kind === 'persons_joined' && undoneBy === null && pair.every((id) => [facts.person, facts.same].includes(id)),
  )
  if (joined) throw householdProblem('household.join_same_person')
}

/** When the second stay was recorded: decisions fixed since then counted the person twice. */
async function recordedAt(db: Db, { household, member }: Side): Promise<string | undefined> {
  const events = await happenedTo(db, household.householdId)
  const own = events.filter(({ facts }) => facts.memberId === member.memberId)
  return [...(own.length > 0 ? own : events)].map(({ at }) => at).toSorted()[0]
}

async function voidStay(ground: { db: Db; touches: Touches; today: PlainDate }, other: Side): Promise<void> {
  const { db, touches, today: on } = ground
  const since = await recordedAt(db, other)
  const of = { of: 'household', id: other.household.householdId } as const
  await touches.mustAllow(db, { ...of, act: 'household.persons_joined', on, ...(since && { since }) })
  await endStays(db, other.household.householdId, [other.member.memberId], { on, reason: 'entered_by_mistake' })
}

/** In the timeline of `here`: with whom of where. */
const eventOf = (here: Side, there: Side, { on, because }: { on: PlainDate; because: string }): NewEvent => ({
  householdId: here.household.householdId,
  kind: 'persons_joined',
  on,
  facts: {
    memberId: here.member.memberId,
    name: here.member.name,
    person: here.member.personId,
    same: there.member.personId,
    sameName: there.member.name,
    to: there.household.householdId,
    toName: there.household.headName,
    because,
  },
})

export const joinPersons = (touches: Touches) =>
  change(contract.joinPersons, async ({ db, actor, input, today }) => {
    const { householdId, memberId, otherHouseholdId, otherMemberId, because } = input
    const sides = await holdSides({ db, actor }, [householdId, memberId], [otherHouseholdId, otherMemberId])
    const { kept, other } = sides
    const how = mustJoin(sides)
    await mustBeTwo(db, sides)
    if (how === 'void') await voidStay({ db, touches, today }, other)
    const said = { on: today, because }
    const apart = householdId !== otherHouseholdId
    await record(db, { account: actor.accountId, before: together(kept.before, other.before) }, [
      eventOf(kept, other, said),
      ...(apart ? [eventOf(other, kept, said)] : []),
    ])
    await refreshHouseholds(db, [...new Set([householdId, otherHouseholdId])], today)
    const facts = { memberId, otherMemberId, other: otherHouseholdId }
    const area = kept.household.villageId
    return happened(householdEvent('household.persons_joined', { subject: householdId, area, facts }), { householdId })
  })
