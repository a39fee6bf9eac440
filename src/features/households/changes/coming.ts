/** People who come from another commune: compared with those of the register as people who are entered are. In their own they were, when they came. */
import type { PlainDate } from '#kernel/dates.ts'
import type { AreaId, HouseholdId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import type { Keys } from '#platform/server/keys/keys.ts'
import { openedInsurance } from '../identity.ts'
import type { Member } from '../model.ts'
import { presentMembers } from '../queries.ts'
import { communeToday } from '../store/doubles.ts'
import { sealedOf } from '../store/members.ts'
import type { Asking } from './doubles.ts'

type Ground = { readonly db: Db; readonly keys: Keys; readonly today: PlainDate }
type Way = { readonly from: AreaId; readonly to: AreaId }
type Coming = Pick<Asking, 'people' | 'insured'>

/** Of these villages, those in another commune than the one to which their households go: `today`, all of them. */
export async function fromAfar(
  db: Db,
  villages: readonly AreaId[],
  { to, today }: { to: AreaId; today: PlainDate },
): Promise<ReadonlySet<AreaId>> {
  const commune = await communeToday(db, to, today)
  const afar = new Set<AreaId>()
  for (const village of new Set(villages))
    if (village !== to && (await communeToday(db, village, today)) !== commune) afar.add(village)
  return afar
}

/** All of a household who live in it. */
export const comingWith = async (ground: Ground, household: HouseholdId): Promise<Coming> =>
  comingAs(ground, household, await presentMembers(ground.db, household, ground.today))

/** These members of a household, where they go to another commune. */
export async function comingFrom(
  ground: Ground,
  { household, members, from, to }: Way & { readonly household: HouseholdId; readonly members: readonly Member[] },
): Promise<Coming> {
  const afar = await fromAfar(ground.db, [from], { to, today: ground.today })
  return afar.size > 0 ? comingAs(ground, household, members) : { people: [] }
}

async function comingAs({ db, keys }: Ground, household: HouseholdId, members: readonly Member[]): Promise<Coming> {
  const people = members.map(({ citizenId, ...one }) => ({ ...one, ...(citizenId && { citizenId }) }))
  const held = people.filter(({ hasInsuranceNo }) => hasInsuranceNo).map(({ memberId }) => memberId)
  const sealed = held.length > 0 ? await sealedOf(db, household, held) : []
  const numbers = new Map(sealed.map((row) => [row.id, openedInsurance(keys, row.id, row.insurance_no_sealed ?? '')]))
  const insured = people.flatMap((one) => {
    const insuranceNo = numbers.get(one.memberId)
    return insuranceNo ? [{ ...one, insuranceNo }] : []
  })
  return { people, insured: { keys, people: insured, apart: household } }
}
