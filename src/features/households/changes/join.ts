/**
 * Two persons of the register are one. Both keep their ids, so surveys, papers and the timeline say what they said; the event
 * in both timelines is what joins them. Where the same person stands twice in one household, the second stay holds no day.
 * Parted again by undoing it, as every act.
 */
import { mustBeAble } from '#features/areas/must.ts'
import { namesOn } from '#features/areas/queries.ts'
import type { Actor } from '#kernel/access.ts'
import { type PlainDate, showDate } from '#kernel/dates.ts'
import type { HouseholdId, MemberId } from '#kernel/ids.ts'
import type { Said } from '#kernel/text.ts'
import type { Db } from '#platform/server/database/open.ts'
import { change, happened } from '#platform/server/handle.ts'
import type { Touches } from '#platform/server/touches.ts'
import * as contract from '../contract.ts'
import { householdEvent } from '../events.ts'
import { fieldWords } from '../model/words.ts'
import type { Member, Takeable } from '../model.ts'
import { householdProblem } from '../problems.ts'
import { allMembers, getHouseholdHeld, type Household } from '../queries.ts'
import { type Joining, joiningOf, lackedBy } from '../rules/joining.ts'
import { toldApart } from '../rules/toldApart.ts'
import { type NewEvent, refreshHouseholds } from '../store/households.ts'
import { endStays } from '../store/members.ts'
import { happenedTo } from './acts.ts'
import { record, type Standing, standingOf, together } from './record.ts'
import { takeOver } from './takeOver.ts'
import { gapWithout } from './whole.ts'

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

type Sides = { readonly kept: Side; readonly other: Side }
type Chosen = { readonly taken: readonly Takeable[]; readonly today: PlainDate }
type Stay = readonly [HouseholdId, MemberId]

/** Both, their households held in one order. */
async function holdSides(ground: Ground, kept: Stay, other: Stay): Promise<Sides> {
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

/** How both are named in a refusal. */
async function namesOf(db: Db, { kept, other }: Sides, { today, whole }: { today: PlainDate; whole: boolean }) {
  const villages = await namesOn(db, [kept.household.villageId, other.household.villageId], today)
  const told = ({ household, member }: Side) => ({
    ...member,
    householdId: household.householdId,
    headName: household.headName,
    number: household.number,
    villageName: villages.get(household.villageId) ?? '',
  })
  return toldApart(told(kept), told(other), whole)
}

/** How they are joined; refuses what cannot be, naming both. */
async function mustJoin(db: Db, sides: Sides, { taken, today }: Chosen): Promise<'beside' | 'void'> {
  const { kept, other } = sides
  const stay = ({ household, member }: Side) => ({ householdId: household.householdId, member })
  const how = joiningOf(stay(kept), stay(other), taken)
  if (how === 'beside' || how === 'void') return how
  const from = kept.member.joinedOn > other.member.joinedOn ? kept.member.joinedOn : other.member.joinedOn
  const [name, otherName] = await namesOf(db, sides, { today, whole: how === 'two_homes' })
  throw householdProblem(refusals[how], { name, other: otherName, from: showDate(from) })
}

const headingOf = (field: Takeable): Said => fieldWords[field.startsWith('facts.') ? 'facts' : (field as 'birth')]

/** What is taken over: all that is lacked where nothing was chosen. Refuses what is not lacked, by what stands now. */
async function mustLack(
  db: Db,
  sides: Sides,
  { taken, today }: { taken: Chosen['taken'] | undefined; today: PlainDate },
) {
  const lacked = lackedBy(sides.kept.member, sides.other.member)
  const wrong = (taken ?? []).filter((field) => !lacked.includes(field))
  if (wrong.length === 0) return taken ?? lacked
  const [name, other] = await namesOf(db, sides, { today, whole: false })
  const said = (of: 'vi' | 'en') => [...new Set(wrong.map((field) => headingOf(field)[of]))].join(', ')
  throw householdProblem('household.join_not_lacking', { name, other, fields: { vi: said('vi'), en: said('en') } })
}

/** Refuses where the two are joined already. */
async function mustBeTwo(db: Db, { kept, other }: Sides): Promise<void> {
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

/** Who led the household, or was there alone, before the one who stays known came is the one to keep. */
async function mustNotHaveLed(db: Db, sides: Sides, today: PlainDate): Promise<void> {
  const { household, member } = sides.other
  const gap = await gapWithout(db, { household, members: await allMembers(db, household.householdId) }, member)
  if (!gap) return
  const [name, other] = await namesOf(db, sides, { today, whole: false })
  throw householdProblem('household.join_led', { name, other, from: showDate(gap) })
}

async function voidStay(ground: { db: Db; touches: Touches; today: PlainDate }, sides: Sides): Promise<void> {
  const { db, touches, today: on } = ground
  const { other } = sides
  await mustNotHaveLed(db, sides, on)
  const since = await recordedAt(db, other)
  const of = { of: 'household', id: other.household.householdId } as const
  await touches.mustAllow(db, { ...of, act: 'household.persons_joined', on, ...(since && { since }) })
  await endStays(db, other.household.householdId, [other.member.memberId], { on, reason: 'entered_by_mistake' })
}

/** `over`: what was taken over. */
type Saying = { readonly on: PlainDate; readonly because: string; readonly over?: object }

/** In the timeline of `here`: with whom of where. */
const eventOf = (here: Side, there: Side, { on, because, over }: Saying): NewEvent => ({
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
    ...over,
  },
})

export const joinPersons = (touches: Touches) =>
  change(contract.joinPersons, async ({ db, actor, input, today, services }) => {
    const { householdId, memberId, otherHouseholdId, otherMemberId, because } = input
    const sides = await holdSides({ db, actor }, [householdId, memberId], [otherHouseholdId, otherMemberId])
    const { kept, other } = sides
    await mustBeTwo(db, sides)
    const taken = await mustLack(db, sides, { taken: input.taken, today })
    const how = await mustJoin(db, sides, { taken, today })
    if (how === 'void') await voidStay({ db, touches, today }, sides)
    const account = actor.accountId
    const { changed, numbers, fields } = await takeOver({ db, account, services }, { kept, other, taken })
    const said = { on: today, because }
    const apart = householdId !== otherHouseholdId
    const over = fields.length > 0 ? { changed, numbers } : {}
    await record(db, { account, before: together(kept.before, other.before) }, [
      eventOf(kept, other, { ...said, over }),
      ...(apart ? [eventOf(other, kept, said)] : []),
    ])
    await refreshHouseholds(db, [...new Set([householdId, otherHouseholdId])], today)
    const facts = { memberId, otherMemberId, other: otherHouseholdId, ...(fields.length > 0 && { taken: fields }) }
    const area = kept.household.villageId
    return happened(householdEvent('household.persons_joined', { subject: householdId, area, facts }), { householdId })
  })
