/** What is known of a member changes, or was wrong. Old and new values stand in the household's timeline. */
import type { InputOf } from '#kernel/endpoint.ts'
import type { AreaId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import { change, happened } from '#platform/server/handle.ts'
import type { Services } from '#platform/server/services.ts'
import * as contract from '../contract.ts'
import { householdEvent } from '../events.ts'
import { checkedNumbers, claimIds, forgetIdentity, openNumbers, sealNumbers, takenProblem } from '../identity.ts'
import type { Member } from '../model.ts'
import { checkedName } from '../must.ts'
import { householdProblem } from '../problems.ts'
import { allMembers } from '../queries.ts'
import { mustBeBornBy } from '../rules/membership.ts'
import { refreshHouseholds, setHead } from '../store/households.ts'
import { birthColumns, type MemberPatch, patchMember, sealedOf } from '../store/members.ts'
import { getStaying, holdHousehold } from './ground.ts'
import { record } from './record.ts'

type Input = InputOf<typeof contract.changeMember>

/** The columns that change and, for the timeline, the values before and after; numbers are only named. */
function changesOf(member: Member, input: Input): { patch: MemberPatch; changed: Record<string, unknown> } {
  const patch: MemberPatch = {}
  const changed: Record<string, unknown> = {}
  const put = (name: 'name' | 'sex' | 'birth' | 'ethnicity' | 'relation' | 'facts', columns: MemberPatch) => {
    if (input[name] === undefined || JSON.stringify(input[name]) === JSON.stringify(member[name])) return
    Object.assign(patch, columns)
    changed[name] = { from: member[name], to: input[name] }
  }
  if (input.name !== undefined) put('name', { full_name: checkedName(input.name) })
  if (input.sex) put('sex', { sex: input.sex })
  if (input.birth) put('birth', birthColumns(input.birth))
  if (input.ethnicity) put('ethnicity', { ethnicity: input.ethnicity })
  if (input.relation) put('relation', { relation: input.relation })
  if (input.facts) put('facts', { facts: JSON.stringify(input.facts) })
  return { patch, changed }
}

type Renumbering = {
  readonly member: Member
  readonly homeId: AreaId
  readonly input: Input
  readonly keys: Services['keys']
}

/** The numbers after the change, sealed, and which of them changed; a new citizen id is claimed, the old one let go. */
async function renumber(db: Db, { member, homeId, input, keys }: Renumbering) {
  const [held] = await sealedOf(db, input.householdId, [member.memberId])
  const before = held ? openNumbers(keys, member.memberId, held) : { citizenId: null, insuranceNo: null }
  const after = checkedNumbers({
    sex: input.sex ?? member.sex,
    birth: input.birth ?? member.birth,
    citizenId: input.citizenId ?? before.citizenId ?? '',
    insuranceNo: input.insuranceNo ?? before.insuranceNo ?? '',
  })
  const names = (['citizenId', 'insuranceNo'] as const).filter((name) => before[name] !== after[name])
  if (names.includes('citizenId')) {
    if (before.citizenId) await forgetIdentity(db, [member.personId])
    if (after.citizenId) await claimFor(db, { hash: keys.indexOf(after.citizenId), member, homeId, input })
  }
  return { names, patch: names.length > 0 ? sealNumbers(keys, member.memberId, after) : {} }
}

/** A member who is known already cannot become somebody known elsewhere: that id is in use. */
async function claimFor(db: Db, { hash, member, homeId, input }: Omit<Renumbering, 'keys'> & { hash: string }) {
  const { personId, joinedOn: on } = member
  const holders = await claimIds(db, [{ hash, personId, householdId: input.householdId, homeId, on }])
  if (holders.get(hash) !== personId) throw await takenProblem(db, [hash])
}

export const changeMember = change(contract.changeMember, async ({ db, actor, input, today, services }) => {
  const { householdId, memberId } = input
  const held = await holdHousehold({ db, actor }, householdId)
  const member = getStaying(held, memberId)
  const { relation } = input
  if (relation && relation !== member.relation && [relation, member.relation].includes('head'))
    throw householdProblem('household.relation_of_head')
  if (input.birth) mustBeBornBy(input.birth, member.joinedOn)
  const { patch, changed } = changesOf(member, input)
  const homeId = held.household.villageId
  const numbers = await renumber(db, { member, homeId, input, keys: services.keys })
  const all = { ...patch, ...numbers.patch }
  if (Object.keys(all).length > 0) {
    await patchMember(db, householdId, memberId, all)
    if (patch.full_name && member.relation === 'head')
      await setHead(db, householdId, { personId: member.personId, name: patch.full_name })
    await refreshHouseholds(db, [householdId], today)
    const facts = { memberId, name: patch.full_name ?? member.name, changed, numbers: numbers.names }
    const event = { householdId, kind: 'facts_changed', on: today, facts } as const
    await record(db, { account: actor.accountId, before: held.before }, [event])
  }
  const after = (await allMembers(db, householdId)).find((one) => one.memberId === memberId)
  if (!after) throw householdProblem('household.member_not_found')
  const fields = [...Object.keys(changed), ...numbers.names]
  return happened(
    householdEvent('household.member_changed', { subject: householdId, area: homeId, facts: { memberId, fields } }),
    after,
  )
})
