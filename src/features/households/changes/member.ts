/** What is known of a member changes, or was wrong. Old and new values stand in the household's timeline. */

import { tidyCitizenId } from '#kernel/citizenId.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { InputOf } from '#kernel/endpoint.ts'
import type { AreaId } from '#kernel/ids.ts'
import { type Edit, type Fields, same } from '#kernel/revisions.ts'
import type { Db } from '#platform/server/database/open.ts'
import { change, happened } from '#platform/server/handle.ts'
import type { Services } from '#platform/server/services.ts'
import * as contract from '../contract.ts'
import { householdEvent } from '../events.ts'
import {
  type Asker,
  checkedNumbers,
  claimIds,
  forgetIdentity,
  type Numbers,
  openNumbers,
  sealOnly,
  takenProblem,
} from '../identity.ts'
import type { Member } from '../model.ts'
import { checkedName } from '../must.ts'
import { householdProblem } from '../problems.ts'
import { allMembers } from '../queries.ts'
import type { Relating } from '../rules/kin.ts'
import { mustBeBornBy } from '../rules/membership.ts'
import { tidyInsuranceNo } from '../rules/numbers.ts'
import { refreshHouseholds, setHead } from '../store/households.ts'
import { birthColumns, type MemberPatch, patchMember, sealedOf } from '../store/members.ts'
import { mustBeSure } from './doubles.ts'
import { getStaying, type Held, holdHousehold } from './ground.ts'
import { record } from './record.ts'
import { comingAs, mustRelate } from './relative.ts'
import { mustNotTouch } from './since.ts'

type Input = InputOf<typeof contract.changeMember>
type Wanted = Pick<Input, 'name' | 'sex' | 'birth' | 'ethnicity' | 'relation' | 'facts' | 'citizenId' | 'insuranceNo'>

const numbers = ['citizenId', 'insuranceNo'] as const

/** The columns that change and, for the timeline, the values before and after; numbers are only named. */
function changesOf(member: Member, wanted: Wanted): { patch: MemberPatch; changed: Record<string, unknown> } {
  const patch: MemberPatch = {}
  const changed: Record<string, unknown> = {}
  const put = (name: 'name' | 'sex' | 'birth' | 'ethnicity' | 'relation' | 'facts', columns: MemberPatch) => {
    if (same(wanted[name], member[name])) return
    Object.assign(patch, columns)
    changed[name] = { from: member[name], to: wanted[name] }
  }
  if (wanted.name !== undefined) put('name', { full_name: wanted.name })
  if (wanted.sex) put('sex', { sex: wanted.sex })
  if (wanted.birth) put('birth', birthColumns(wanted.birth))
  if (wanted.ethnicity) put('ethnicity', { ethnicity: wanted.ethnicity })
  if (wanted.relation) put('relation', { relation: wanted.relation })
  if (wanted.facts) put('facts', { facts: JSON.stringify(wanted.facts) })
  return { patch, changed }
}

/** What the change rests on. A number that was seen is known by its mark alone. */
function editOf(member: Member, input: Input, held: Numbers): Edit {
  const { householdId: _h, memberId: _m, was: seen, ...wanted } = input
  const was: Record<string, unknown> | null = seen ? { ...seen } : null
  for (const name of numbers)
    if (was && name in was) was[name] = was[name] === member.marks[name] ? held[name] : { mark: was[name] }
  const tidied = {
    ...(wanted.name !== undefined && { name: checkedName(wanted.name) }),
    ...(wanted.citizenId !== undefined && { citizenId: tidyCitizenId(wanted.citizenId) || null }),
    ...(wanted.insuranceNo !== undefined && { insuranceNo: tidyInsuranceNo(wanted.insuranceNo) || null }),
  }
  return { was, wanted: { ...wanted, ...tidied }, now: { ...member, ...held } }
}

const columnsOf: Readonly<Record<string, readonly string[]>> = {
  name: ['full_name'],
  birth: ['birth_year', 'birth_month', 'birth_day'],
  citizenId: ['citizen_id_sealed'],
  insuranceNo: ['insurance_no_sealed'],
}

/** What is to be written of the change; throws `record.changed_since` where another wrote the same meanwhile. */
async function wantedOf(
  db: Db,
  { member, input, held }: Pick<Renumbering, 'member' | 'input' | 'held'>,
): Promise<Wanted> {
  const set: Fields = await mustNotTouch(db, editOf(member, input, held), {
    householdId: input.householdId,
    groups: ['facts'],
    placeOf: (field) => {
      const [name = ''] = field.split('.', 1)
      return { table: 'members', id: member.memberId, columns: columnsOf[name] ?? [name] }
    },
    told: ({ field, theirs }) => {
      const name = numbers.find((one) => one === field)
      if (!name) return {}
      const shown = name === 'citizenId' ? member.citizenId : theirs === null ? null : '**********'
      return { was: null, theirs: shown, mark: member.marks[name] }
    },
  })
  return set as Wanted
}

type Renumbering = {
  readonly member: Member
  readonly homeId: AreaId
  readonly input: Input
  readonly held: Numbers
  readonly keys: Services['keys']
  readonly asker: Asker
}

async function heldNumbers(db: Db, keys: Services['keys'], { householdId, memberId }: Input): Promise<Numbers> {
  const [sealed] = await sealedOf(db, householdId, [memberId])
  return sealed ? openNumbers(keys, memberId, sealed) : { citizenId: null, insuranceNo: null }
}

/** The numbers after the change, sealed, and which of them changed; a new citizen id is claimed, the old one let go. */
async function renumber(db: Db, wanted: Wanted, { member, homeId, input, held, keys, asker }: Renumbering) {
  const after = checkedNumbers({
    sex: wanted.sex ?? member.sex,
    birth: wanted.birth ?? member.birth,
    citizenId: (wanted.citizenId === undefined ? held.citizenId : wanted.citizenId) ?? '',
    insuranceNo: (wanted.insuranceNo === undefined ? held.insuranceNo : wanted.insuranceNo) ?? '',
  })
  const names = numbers.filter((name) => held[name] !== after[name])
  if (names.includes('citizenId')) {
    if (held.citizenId) await forgetIdentity(db, [member.personId])
    if (after.citizenId) await claimFor(db, { hash: keys.indexOf(after.citizenId), member, homeId, input, asker })
  }
  return { names, patch: sealOnly(keys, member.memberId, { names, after }) }
}

/** A member who is known already cannot become somebody known elsewhere: that id is in use. */
async function claimFor(
  db: Db,
  { hash, member, homeId, input, asker }: Pick<Renumbering, 'member' | 'homeId' | 'input' | 'asker'> & { hash: string },
) {
  const { personId, joinedOn: on } = member
  const holders = await claimIds(db, [{ hash, personId, householdId: input.householdId, homeId, on }], asker)
  if (holders.get(hash) !== personId) throw await takenProblem(db, { hashes: [hash], at: 'citizenId' }, asker)
}

type Identified = Pick<Renumbering, 'member' | 'input' | 'keys'> & { wanted: Wanted; today: PlainDate; ground: Held }

/** What each is to the head after the change, and who is asked about: all where the head's own birth changed. */
function kinOf(
  { staying }: Held,
  member: Member,
  { birth, relation, name = member.name }: Wanted,
): Relating | undefined {
  if (!birth && !relation) return undefined
  const after = { ...member, name, birth: birth ?? member.birth, relation: relation ?? member.relation }
  const all = staying.map((one) => (one === member ? after : one))
  return { all, of: after.relation === 'head' ? all.map(({ memberId }) => memberId) : [member.memberId] }
}

/** Asked where the change makes the member somebody else, by name, sex, birth, insurance, or another thing to the head. */
async function sureOf(db: Db, { member, wanted, today, input, ground, keys }: Identified) {
  if (!wanted.name && !wanted.sex && !wanted.birth && !wanted.relation && !wanted.insuranceNo) return {}
  const { memberId, personId } = member
  const { name = member.name, sex = member.sex, birth = member.birth } = wanted
  const citizenId = wanted.citizenId ?? member.citizenId?.slice(-3)
  const who = { memberId, personId, name, sex, birth, ...(citizenId && { citizenId }) }
  const people = wanted.name || wanted.sex || wanted.birth ? [who] : []
  const { householdId, villageId } = ground.household
  const kin = kinOf(ground, member, wanted)
  const { insuranceNo } = wanted
  const insured = insuranceNo ? { keys, people: [{ ...who, insuranceNo }] } : undefined
  return mustBeSure(db, { householdId, villageId, people, insured, kin, today, sure: input.sure })
}

/** A relation is to the head that was seen: where another is head since, what stands for that one is asked beside it. */
async function mustRelateAnew(db: Db, ground: Held, { member, input }: Pick<Renumbering, 'member' | 'input'>) {
  const { relation, was } = input
  if (!relation || relation === member.relation) return
  await mustRelate(db, ground, { ...comingAs(relation, was?.headId), likely: () => member.relation })
}

export const changeMember = change(contract.changeMember, async ({ db, actor, input, today, services }) => {
  const { householdId, memberId } = input
  const ground = await holdHousehold({ db, actor }, householdId)
  const member = getStaying(ground, memberId)
  const { keys } = services
  const held = await heldNumbers(db, keys, input)
  await mustRelateAnew(db, ground, { member, input })
  const wanted = await wantedOf(db, { member, input, held })
  if (wanted.relation && [wanted.relation, member.relation].includes('head'))
    throw householdProblem('household.relation_of_head')
  if (wanted.birth) mustBeBornBy(wanted.birth, member.joinedOn)
  const sure = await sureOf(db, { member, wanted, today, input, ground, keys })
  const { patch, changed } = changesOf(member, wanted)
  const homeId = ground.household.villageId
  const asker = { account: actor.accountId, area: homeId, clock: services.clock }
  const renumbered = await renumber(db, wanted, { member, homeId, input, held, keys, asker })
  const all = { ...patch, ...renumbered.patch }
  if (Object.keys(all).length > 0) {
    await patchMember(db, householdId, memberId, all)
    if (patch.full_name && member.relation === 'head')
      await setHead(db, householdId, { personId: member.personId, name: patch.full_name })
    await refreshHouseholds(db, [householdId], today)
    const facts = { memberId, name: patch.full_name ?? member.name, changed, numbers: renumbered.names, ...sure }
    const event = { householdId, kind: 'facts_changed', on: today, facts } as const
    await record(db, { account: actor.accountId, before: ground.before }, [event])
  }
  const after = (await allMembers(db, householdId)).find((one) => one.memberId === memberId)
  if (!after) throw householdProblem('household.member_not_found')
  const fields = [...Object.keys(changed), ...renumbered.names]
  return happened(
    householdEvent('household.member_changed', { subject: householdId, area: homeId, facts: { memberId, fields } }),
    after,
  )
})
