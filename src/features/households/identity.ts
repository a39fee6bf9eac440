/** Citizen ids and insurance numbers at rest: sealed in their cell, found again only by a keyed hash. */
import { sql } from 'kysely'
import { type PlainDate, showDate } from '#kernel/dates.ts'
import type { AreaId, HouseholdId, MemberId, PersonId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import type { Keys } from '#platform/server/keys/keys.ts'
import type { Person } from './model.ts'
import { householdProblem } from './problems.ts'
import { citizenIdFaults, faultOfCitizenId, isInsuranceNo, tidyCitizenId, tidyInsuranceNo } from './rules/citizenId.ts'

const cell = (column: 'citizen_id_sealed' | 'insurance_no_sealed', row: MemberId) => ({ table: 'member', column, row })

type Who = Pick<Person, 'sex' | 'birth' | 'citizenId' | 'insuranceNo'>
export type Numbers = { readonly citizenId: string | null; readonly insuranceNo: string | null }

/** The numbers of a person, tidied and checked; refuses a structure that cannot be. Empty means none. */
export function checkedNumbers({ sex, birth, citizenId, insuranceNo }: Who): Numbers {
  const id = tidyCitizenId(citizenId ?? '')
  const fault = id === '' ? null : faultOfCitizenId(id, { sex, birthYear: birth.year })
  if (fault) {
    const said = citizenIdFaults[fault]
    throw householdProblem('household.citizen_id_unfit', { reason: said.vi, reasonEn: said.en })
  }
  const insurance = tidyInsuranceNo(insuranceNo ?? '')
  if (insurance !== '' && !isInsuranceNo(insurance)) throw householdProblem('household.insurance_no_unfit')
  return { citizenId: id || null, insuranceNo: insurance || null }
}

/** How the citizen id of a person is found in the index; none where none is given. */
export function hashesOf(keys: Keys, { citizenId }: Pick<Person, 'citizenId'>): string[] {
  const id = tidyCitizenId(citizenId ?? '')
  return id === '' ? [] : [keys.indexOf(id)]
}

export type Sealed = {
  readonly citizen_id_sealed: string | null
  readonly citizen_id_end: string | null
  readonly insurance_no_sealed: string | null
}

/** A value opens only in the row it was sealed for, so another stay of the same person seals it anew. */
export const sealNumbers = (keys: Keys, row: MemberId, { citizenId, insuranceNo }: Numbers): Sealed => ({
  citizen_id_sealed: citizenId && keys.encrypt(citizenId, cell('citizen_id_sealed', row)),
  citizen_id_end: citizenId?.slice(-3) ?? null,
  insurance_no_sealed: insuranceNo && keys.encrypt(insuranceNo, cell('insurance_no_sealed', row)),
})

/** The numbers again; throws `keys.value_unreadable` where the key is not held. */
export const openNumbers = (keys: Keys, row: MemberId, sealed: Omit<Sealed, 'citizen_id_end'>): Numbers => ({
  citizenId: sealed.citizen_id_sealed && keys.decrypt(sealed.citizen_id_sealed, cell('citizen_id_sealed', row)),
  insuranceNo: sealed.insurance_no_sealed && keys.decrypt(sealed.insurance_no_sealed, cell('insurance_no_sealed', row)),
})

export type Claim = {
  readonly hash: string
  readonly personId: PersonId
  readonly householdId: HouseholdId
  /** Where the household lives, or will once it is stored. */
  readonly homeId: AreaId
  /** The day of joining: a person set free by moving out is taken over from that day on, not before. */
  readonly on: PlainDate
}

type Claimed = { taken_hash: string; taken_by: PersonId | null; there_until: PlainDate | null }

/**
 * Takes citizen ids for persons before they are stored. Answers hash -> person: the claimed person, or the one who held
 * the id before and was set free by moving out. A hash that is missing is in use. Throws
 * `household.person_still_there` where the holder left the last household only after the day.
 */
export async function claimIds(db: Db, claims: readonly Claim[]): Promise<Map<string, PersonId>> {
  if (claims.length === 0) return new Map()
  const { rows } = await sql<Claimed>`
    select * from identity_claim(${claims.map((c) => c.hash)}::text[], ${claims.map((c) => c.personId)}::uuid[],
      ${claims.map((c) => c.householdId)}::uuid[], ${claims.map((c) => c.homeId)}::uuid[],
      ${claims.map((c) => c.on)}::date[])`.execute(db)
  const early = rows.find((row) => row.there_until !== null)?.there_until
  if (early) throw householdProblem('household.person_still_there', { from: showDate(early) })
  return new Map(rows.flatMap((row) => (row.taken_by ? [[row.taken_hash, row.taken_by] as const] : [])))
}

/** The sentence for an id in use: it names the household only where the actor may see it. */
export async function takenProblem(db: Db, hashes: readonly string[]) {
  const seen = await db
    .selectFrom('identity_index as i')
    .innerJoin('household as h', 'h.household_id', 'i.household_id')
    .where('i.index_hash', 'in', hashes)
    .select(['h.head_name', 'h.number'])
    .executeTakeFirst()
  return householdProblem(
    'household.citizen_id_taken',
    seen
      ? {
          place: `hộ ${seen.head_name}${seen.number && ` (số ${seen.number})`}`,
          placeEn: `the household of ${seen.head_name}${seen.number && ` (no. ${seen.number})`}`,
        }
      : { place: 'một đơn vị khác', placeEn: 'another unit' },
  )
}

/** A person moves on inside the areas of the actor: the id follows. */
export const moveIdentity = (db: Db, persons: readonly PersonId[], to: { household: HouseholdId; home: AreaId }) =>
  sql`select identity_move(${persons}::uuid[], ${to.household}, ${to.home})`.execute(db)

/** Whoever moved out may be entered elsewhere from that day on, under the same person id. */
export const freeIdentity = (db: Db, persons: readonly PersonId[], on: PlainDate) =>
  sql`select identity_free(${persons}::uuid[], ${on})`.execute(db)

/** The id was wrong, or the person was entered by mistake: it belongs to nobody again. */
export const forgetIdentity = (db: Db, persons: readonly PersonId[]) =>
  sql`select identity_forget(${persons}::uuid[])`.execute(db)
