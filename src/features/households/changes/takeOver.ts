/** What the kept one of two who are one takes over from the other: only what it lacks, and only what was chosen. */
import type { AccountId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import type { Services } from '#platform/server/services.ts'
import { claimIds, forgetIdentity, mustFit, type Numbers, openNumbers, sealOnly, takenProblem } from '../identity.ts'
import type { fieldWords } from '../model/words.ts'
import type { Member, Takeable } from '../model.ts'
import type { Household } from '../queries.ts'
import { mustBeBornBy } from '../rules/membership.ts'
import { identitiesOf } from '../store/image.ts'
import { birthColumns, type MemberPatch, patchMember, sealedOf } from '../store/members.ts'

type Side = { readonly household: Household; readonly member: Member }
type Ground = { readonly db: Db; readonly account: AccountId; readonly services: Pick<Services, 'keys' | 'clock'> }
type Taking = { readonly kept: Side; readonly other: Side; readonly taken: readonly Takeable[] }

/** For the timeline: as a change of the member has it. For the audit: the headings. */
export type TakenOver = {
  readonly changed: Readonly<Record<string, { readonly from: unknown; readonly to: unknown }>>
  readonly numbers: readonly (keyof Numbers)[]
  readonly fields: readonly (keyof typeof fieldWords)[]
}

const numberNames = ['citizenId', 'insuranceNo'] as const

/** What is no number: the columns, and the values before and after. */
function plainOf({ kept: { member }, other, taken }: Taking) {
  const patch: MemberPatch = {}
  const changed: Record<string, { from: unknown; to: unknown }> = {}
  if (taken.includes('birth')) {
    const { birth } = other.member
    mustBeBornBy(birth, member.joinedOn, 'taken')
    Object.assign(patch, birthColumns(birth))
    changed.birth = { from: member.birth, to: birth }
  }
  const names = (Object.keys(other.member.facts) as (keyof Member['facts'])[]).filter((name) =>
    taken.includes(`facts.${name}`),
  )
  const added = Object.fromEntries(names.map((name) => [name, other.member.facts[name]]))
  if (names.length > 0) patch.facts = JSON.stringify({ ...member.facts, ...added })
  for (const name of names) changed[`facts.${name}`] = { from: null, to: added[name] }
  return { patch, changed, hasFacts: names.length > 0 }
}

/** The id is the kept person's by now; where that of the other stands in another household it is in use there. */
async function takeId({ db, account, services: { keys, clock } }: Ground, id: string, { kept, other }: Taking) {
  const { personId, joinedOn: on } = kept.member
  const { householdId, villageId: homeId } = kept.household
  mustFit(id, kept.member, 'taken')
  const hash = keys.indexOf(id)
  const held = await identitiesOf(db, [other.member.personId])
  if (held.some((one) => one.index_hash === hash && one.household_id === other.household.householdId))
    await forgetIdentity(db, [other.member.personId])
  const asker = { account, area: homeId, clock }
  const holders = await claimIds(db, [{ hash, personId, householdId, homeId, on }], asker)
  if (holders.get(hash) !== personId) throw await takenProblem(db, { hashes: [hash], at: 'taken' }, asker)
}

/** The numbers sealed anew for the kept one. */
async function numbersOf(ground: Ground, taking: Taking): Promise<MemberPatch> {
  const { kept, other, taken } = taking
  const { keys } = ground.services
  const names = numberNames.filter((name) => taken.includes(name))
  const [sealed] =
    names.length > 0 ? await sealedOf(ground.db, other.household.householdId, [other.member.memberId]) : []
  if (!sealed) return {}
  const after = openNumbers(keys, other.member.memberId, sealed)
  if (names.includes('citizenId') && after.citizenId) await takeId(ground, after.citizenId, taking)
  return sealOnly(keys, kept.member.memberId, { names, after })
}

export async function takeOver(ground: Ground, taking: Taking): Promise<TakenOver> {
  const { kept, taken } = taking
  const { patch, changed, hasFacts } = plainOf(taking)
  const all = { ...patch, ...(await numbersOf(ground, taking)) }
  if (Object.keys(all).length > 0) await patchMember(ground.db, kept.household.householdId, kept.member.memberId, all)
  const numbers = numberNames.filter((name) => taken.includes(name))
  const fields = [
    ...(taken.includes('birth') ? (['birth'] as const) : []),
    ...numbers,
    ...(hasFacts ? (['facts'] as const) : []),
  ]
  return { changed, numbers, fields }
}
