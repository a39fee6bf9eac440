/** Some members found a new household; a household is taken into another. */
import { holdTreeStill } from '#features/areas/queries.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { InputOf } from '#kernel/endpoint.ts'
import type { HouseholdId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import { change, happened } from '#platform/server/handle.ts'
import type { Touches } from '#platform/server/touches.ts'
import * as contract from '../contract.ts'
import { householdEvent } from '../events.ts'
import type { Member, Relation } from '../model.ts'
import { checkedPhone, checkedText, mustBeVillage } from '../must.ts'
import { householdProblem } from '../problems.ts'
import { isYoungHead } from '../rules/head.ts'
import { mustFollow, mustHaveOneHead, mustLeave } from '../rules/membership.ts'
import { addHouseholds, endHousehold, refreshBegun, refreshHouseholds, setPhone } from '../store/households.ts'
import { carryMembers } from './carry.ts'
import { comingFrom } from './coming.ts'
import { mustBeSure } from './doubles.ts'
import { getStaying, type Held, holdHousehold, mustComeLast } from './ground.ts'
import { passHead } from './head.ts'
import { record, together } from './record.ts'
import { allComingAs, headOf, mustFollowHead, mustRelate } from './relative.ts'

type Split = InputOf<typeof contract.splitHousehold>

/** Who goes with the relation to the new head, who stays, who heads each side; refuses what leaves a side without one. */
function sidesOf(held: Held, input: Split, today: PlainDate) {
  mustHaveOneHead(input.members, 'members')
  const going = input.members.map(({ memberId, relation }) => ({
    ...getStaying(held, memberId),
    newRelation: relation,
  }))
  const ids = new Set(going.map((member) => member.memberId))
  for (const member of going) mustLeave(member, input.on, today)
  const rest = held.staying.filter((member) => !ids.has(member.memberId))
  const head = going.find((member) => member.newRelation === 'head')
  if (rest.length === 0) throw householdProblem('household.somebody_stays')
  if (!head || ids.size < going.length)
    throw householdProblem('household.one_head', { count: going.length, at: 'members' })
  const headGoes = going.some((member) => member.relation === 'head')
  const next = rest.find((member) => member.memberId === input.newHeadId)
  if (headGoes && !next) throw householdProblem('household.head_needed')
  // Somebody else became head since it was seen, and this one was chosen all the same.
  const chosen = input.was !== undefined && next !== headOf(held)
  return { going, rest, head, next: headGoes || chosen ? next : undefined }
}

/** Those who go, as they are to the head whom they go to; with `head` where that one is not among them. */
const related = (going: readonly (Member & { newRelation: Relation })[], head?: Member) => ({
  all: [...(head ? [head] : []), ...going.map((member) => ({ ...member, relation: member.newRelation }))],
  of: going.map(({ memberId }) => memberId),
})

export const splitHousehold = (touches: Touches) =>
  change(contract.splitHousehold, async ({ db, actor, input, today, services }) => {
    const { householdId, newHouseholdId, villageId, on } = input
    const account = actor.accountId
    await holdTreeStill(db)
    const held = await holdHousehold({ db, actor }, householdId)
    await touches.mustAllow(db, { of: 'household', id: householdId, act: 'household.split', on })
    await mustBeVillage({ db, actor }, villageId, on)
    await mustComeLast(db, held, on)
    if (input.newHeadId) await mustFollowHead(db, held, { ...input, newHeadId: input.newHeadId })
    const { going, rest, head, next } = sidesOf(held, input, today)
    const place = {
      villageId,
      number: checkedText(input.number, 'number'),
      address: checkedText(input.address, 'address'),
    }
    const phone = checkedPhone(input.phone ?? '')
    const { keys } = services
    const way = { household: householdId, members: going, from: held.household.villageId, to: villageId }
    const coming = await comingFrom({ db, keys, today }, way)
    const asking = { householdId: newHouseholdId, ...place, ...coming, today, sure: input.sure }
    const left = next && { head: next, among: rest }
    const heading = left && isYoungHead(left, today) ? left : { head, among: going }
    const kin = related(going)
    const sure = await mustBeSure(db, { ...asking, heading, kin })
    const events = next ? [await passHead(db, held, rest, { head: next, on })] : []
    const headOf = { headPersonId: head.personId, headName: head.name }
    await addHouseholds(db, [{ householdId: newHouseholdId, ...place, phone, ...headOf, startedOn: on }])
    await carryMembers(db, keys, {
      from: householdId,
      to: { household: newHouseholdId, home: villageId },
      on,
      reason: 'split',
      members: going,
    })
    const names = going.map((member) => member.name)
    const [fromName, toName] = [held.household.headName, head.name]
    await record(db, { account, before: held.before }, [
      ...events,
      { householdId, kind: 'split', on, facts: { to: newHouseholdId, toName, names } },
      {
        householdId: newHouseholdId,
        kind: 'split',
        on,
        facts: { from: householdId, fromName, names, ...called(phone), ...sure },
      },
    ])
    await refreshBegun(db, [householdId, newHouseholdId], today)
    const facts = { to: newHouseholdId, members: going.length }
    return happened(
      householdEvent('household.split', { subject: householdId, area: held.household.villageId, facts }),
      {
        householdId: newHouseholdId,
      },
    )
  })

/** Both households, always held in the same order, so that two merges at once cannot wait for each other. */
async function holdBoth(ground: Parameters<typeof holdHousehold>[0], from: HouseholdId, into: HouseholdId) {
  if (from === into) throw householdProblem('household.same_household')
  const first = await holdHousehold(ground, from < into ? from : into)
  const second = await holdHousehold(ground, from < into ? into : from)
  return from < into ? { from: first, into: second } : { from: second, into: first }
}

/** What the timeline says of a telephone number that is new to a household. */
const called = (phone: string) => (phone ? { phone } : {})

type Merge = InputOf<typeof contract.mergeHousehold>

/** Refuses where the head there is another than was seen, and where somebody came here since, of whom nothing is said. */
async function mustSayAll(
  db: Db,
  { from, into }: { from: Held; into: Held },
  { relations, was }: Merge,
): Promise<void> {
  await mustRelate(db, into, allComingAs(relations, { headId: was?.headId, members: from.staying }))
  const said = new Set(relations.map(({ memberId }) => memberId))
  const silent = from.staying.filter(({ memberId }) => !said.has(memberId))
  if (was && silent.length > 0)
    throw householdProblem('household.relation_missing', { names: silent.map(({ name }) => name).join(', ') })
}

export const mergeHousehold = (touches: Touches) =>
  change(contract.mergeHousehold, async ({ db, actor, input, today, services }) => {
    const { householdId, intoHouseholdId, on } = input
    const { from, into } = await holdBoth({ db, actor }, householdId, intoHouseholdId)
    for (const id of [householdId, intoHouseholdId])
      await touches.mustAllow(db, { of: 'household', id, act: 'household.merged', on })
    for (const member of from.staying) mustLeave(member, on, today)
    await mustSayAll(db, { from, into }, input)
    mustFollow(on, into.household.startedOn, 'household')
    for (const held of [from, into]) await mustComeLast(db, held, on)
    const said = new Map(input.relations.map(({ memberId, relation }) => [memberId, relation]))
    const members = from.staying.map((member) => ({
      ...member,
      newRelation: said.get(member.memberId) ?? ('other' as const),
    }))
    const { villageId } = into.household
    const { keys } = services
    const way = { household: householdId, members, from: from.household.villageId, to: villageId }
    const coming = await comingFrom({ db, keys, today }, way)
    const asking = { householdId: intoHouseholdId, villageId, ...coming, kin: related(members, headOf(into)) }
    const beside = await touches.asked(db, { of: 'household', id: householdId, act: 'household.merged', on })
    const sure = await mustBeSure(db, { ...asking, today, sure: input.sure, beside })
    mustHaveOneHead([...into.staying, ...members.map(({ newRelation }) => ({ relation: newRelation }))], 'relations')
    const to = { household: intoHouseholdId, home: into.household.villageId }
    await carryMembers(db, keys, { from: householdId, to, on, reason: 'merged', members })
    await endHousehold(db, householdId, { on, reason: 'merged' })
    // Where those who take them in have no number, that of those who come is how they are called from now on.
    const phone = into.household.phone ? '' : from.household.phone
    if (phone) await setPhone(db, intoHouseholdId, phone)
    const names = members.map((member) => member.name)
    const [fromName, toName] = [from.household.headName, into.household.headName]
    await touches.end(db, { of: 'household', id: householdId }, on)
    await record(db, { account: actor.accountId, before: together(from.before, into.before) }, [
      { householdId, kind: 'merged', on, facts: { to: intoHouseholdId, toName, names } },
      {
        householdId: intoHouseholdId,
        kind: 'merged',
        on,
        facts: { from: householdId, fromName, names, ...called(phone), ...sure },
      },
    ])
    await refreshHouseholds(db, [householdId, intoHouseholdId], today)
    const facts = { into: intoHouseholdId, members: members.length }
    return happened(
      householdEvent('household.merged', { subject: householdId, area: from.household.villageId, facts }),
      {
        householdId: intoHouseholdId,
      },
    )
  })
