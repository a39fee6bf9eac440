/** Citizen ids and insurance numbers at rest: sealed in their cell, found again only by a keyed hash. */
import { sql } from 'kysely'
import { countGuess, countNew, keyOf, secondsToWait, takeBack } from '#features/people/guesses.ts'
import type { Patience } from '#features/people/rules.ts'
import { citizenIdFaults, faultOfCitizenId, tidyCitizenId } from '#kernel/citizenId.ts'
import { type PlainDate, showDate } from '#kernel/dates.ts'
import type { AccountId, AreaId, HouseholdId, MemberId, PersonId } from '#kernel/ids.ts'
import { Problem } from '#kernel/problem.ts'
import type { Clock } from '#platform/server/clock.ts'
import type { Db } from '#platform/server/database/open.ts'
import { leaving, type Trace } from '#platform/server/doors/traces.ts'
import type { Keys } from '#platform/server/keys/keys.ts'
import { householdEvent } from './events.ts'
import type { Person } from './model.ts'
import { householdProblem } from './problems.ts'
import { bareInsuranceNo, isInsuranceNo, tidyInsuranceNo } from './rules/numbers.ts'

const cell = (column: 'citizen_id_sealed' | 'insurance_no_sealed', row: MemberId) => ({ table: 'member', column, row })

type Who = Pick<Person, 'sex' | 'birth' | 'citizenId' | 'insuranceNo'>
export type Numbers = { readonly citizenId: string | null; readonly insuranceNo: string | null }

/** Refuses a citizen id that cannot be that of somebody of this sex and year of birth. */
export function mustFit(id: string, { sex, birth }: Pick<Who, 'sex' | 'birth'>, at: string): void {
  const fault = faultOfCitizenId(id, { sex, birthYear: birth.year })
  if (!fault) return
  const said = citizenIdFaults[fault]
  throw householdProblem('household.citizen_id_unfit', { reason: said.vi, reasonEn: said.en, at })
}

/** The numbers of a person, tidied and checked; refuses a structure that cannot be. Empty means none. `at`: where the person is sent. */
export function checkedNumbers({ sex, birth, citizenId, insuranceNo }: Who, at?: string): Numbers {
  const within = (field: string) => (at ? `${at}.${field}` : field)
  const id = tidyCitizenId(citizenId ?? '')
  if (id !== '') mustFit(id, { sex, birth }, within('citizenId'))
  const insurance = tidyInsuranceNo(insuranceNo ?? '')
  if (insurance !== '' && !isInsuranceNo(insurance))
    throw householdProblem('household.insurance_no_unfit', { at: within('insuranceNo') })
  return { citizenId: id || null, insuranceNo: insurance || null }
}

/** How the citizen id of a person is found in the index; none where none is given. */
export function hashesOf(keys: Keys, { citizenId }: Pick<Person, 'citizenId'>): string[] {
  const id = tidyCitizenId(citizenId ?? '')
  return id === '' ? [] : [keys.indexOf(id)]
}

/** An insurance number never stands for a citizen id in the index. */
const insuranceText = (number: string): string => `insurance ${bareInsuranceNo(number)}`

/** How an insurance number is found where it stands already, under every key held; none where none is given. */
export const insuranceHashesOf = (keys: Keys, { insuranceNo }: Pick<Person, 'insuranceNo'>): string[] =>
  insuranceNo ? keys.indexesOf(insuranceText(insuranceNo)) : []

export type Sealed = {
  readonly citizen_id_sealed: string | null
  readonly citizen_id_end: string | null
  readonly insurance_no_sealed: string | null
  readonly insurance_no_index: string | null
}

/** A value opens only in the row it was sealed for, so another stay of the same person seals it anew. */
export const sealNumbers = (keys: Keys, row: MemberId, { citizenId, insuranceNo }: Numbers): Sealed => ({
  citizen_id_sealed: citizenId && keys.encrypt(citizenId, cell('citizen_id_sealed', row)),
  citizen_id_end: citizenId?.slice(-3) ?? null,
  insurance_no_sealed: insuranceNo && keys.encrypt(insuranceNo, cell('insurance_no_sealed', row)),
  insurance_no_index: insuranceNo && keys.indexOf(insuranceText(insuranceNo)),
})

/** Only those that are named are sealed anew: the mark of the other number stays. */
export function sealOnly(
  keys: Keys,
  row: MemberId,
  { names, after }: { readonly names: readonly (keyof Numbers)[]; readonly after: Numbers },
): Partial<Sealed> {
  const { citizen_id_sealed, citizen_id_end, ...insurance } = sealNumbers(keys, row, after)
  return {
    ...(names.includes('citizenId') && { citizen_id_sealed, citizen_id_end }),
    ...(names.includes('insuranceNo') && insurance),
  }
}

/** The numbers again; throws `keys.value_unreadable` where the key is not held. */
export const openNumbers = (
  keys: Keys,
  row: MemberId,
  sealed: Pick<Sealed, 'citizen_id_sealed' | 'insurance_no_sealed'>,
): Numbers => ({
  citizenId: sealed.citizen_id_sealed && keys.decrypt(sealed.citizen_id_sealed, cell('citizen_id_sealed', row)),
  insuranceNo: sealed.insurance_no_sealed && keys.decrypt(sealed.insurance_no_sealed, cell('insurance_no_sealed', row)),
})

/** An insurance number again; null where its key is not held. */
export function openedInsurance(keys: Keys, row: MemberId, sealed: string): string | null {
  try {
    return keys.decrypt(sealed, cell('insurance_no_sealed', row))
  } catch (error) {
    if (error instanceof Problem) return null
    throw error
  }
}

/** As `sealNumbers` has it, of a number that is sealed already; null where its key is not held. */
export function insuranceIndexOf(keys: Keys, row: MemberId, sealed: string): string | null {
  const number = openedInsurance(keys, row, sealed)
  return number === null ? null : keys.indexOf(insuranceText(number))
}

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
export async function claimIds(db: Db, claims: readonly Claim[], asker: Asker): Promise<Map<string, PersonId>> {
  if (claims.length === 0) return new Map()
  await mustNotFish(db, asker)
  const { rows } = await sql<Claimed>`
    select * from identity_claim(${claims.map((c) => c.hash)}::text[], ${claims.map((c) => c.personId)}::uuid[],
      ${claims.map((c) => c.householdId)}::uuid[], ${claims.map((c) => c.homeId)}::uuid[],
      ${claims.map((c) => c.on)}::date[])`.execute(db)
  const early = rows.find((row) => row.there_until !== null)?.there_until
  if (early)
    throw leaving(householdProblem('household.person_still_there', { from: showDate(early) }), toldElsewhere(asker))
  return new Map(rows.flatMap((row) => (row.taken_by ? [[row.taken_hash, row.taken_by] as const] : [])))
}

/** Who asks whether an id stands somewhere, and where from. */
export type Asker = { readonly account: AccountId; readonly area: AreaId; readonly clock: Clock }

/** Ten a day are an office's daily work; from there one waits a minute, then twice as long each time, up to a day. */
const ofIds: Patience = { free: 10, first: 60, longest: 24 * 3600 }
const keyOfIds = ({ account }: Asker): string => keyOf('citizen-id account', account)

/** Refuses who has been told too often that an id stands elsewhere: asked again and again, that would tell who is poor where. */
export async function mustNotFish(db: Db, asker: Asker): Promise<void> {
  mustNotWaitFor(await secondsToWait(db, { keys: [keyOfIds(asker)], now: asker.clock.now(), patience: ofIds }))
}

function mustNotWaitFor(seconds: number): void {
  if (seconds === 0) return
  throw householdProblem('household.too_many_ids', { minutes: Math.ceil(seconds / 60), retryAfterSeconds: seconds })
}

/** Counted before it is told: of many asked at once, those beyond the free ones are told to wait instead. */
const count = async (db: Db, asker: Asker, times: number): Promise<void> =>
  mustNotWaitFor(await countGuess(db, keyOfIds(asker), { clock: asker.clock, patience: ofIds, times }))

/** What stays of being told so: counted against the account, and told in the audit. */
export const toldElsewhere = (asker: Asker): Trace => told(asker, 1, (db) => count(db, asker, 1))

/** How many ids of elsewhere one file may name: more are for the province to compare. */
export const mostOfFile = 10

/** What stays of a file that told so of these ids: each counts once a day, and the file at least once. */
export const fileToldElsewhere = (asker: Asker, hashes: readonly string[]): Trace =>
  told(asker, hashes.length, async (db) => {
    const keys = hashes.slice(0, mostOfFile).map((hash) => keyOf('citizen-id told', `${asker.account} ${hash}`))
    await count(db, asker, Math.max(1, await countNew(db, keys, asker.clock)))
  })

const told = ({ account, area }: Asker, ids: number, count: Trace['count']): Trace => ({
  count,
  event: householdEvent('household.citizen_id_elsewhere', { subject: account, area, facts: { ids } }),
})

const searchKeyOf = (account: AccountId): string => keyOf('citizen-id search', account)

/**
 * Counts a search, one after the other of an account; refuses who has searched too often for ids that stand nowhere: the rest
 * of a masked number is found by trying.
 */
export async function countSearch(db: Db, account: AccountId, clock: Clock): Promise<void> {
  const seconds = await countGuess(db, searchKeyOf(account), { clock, patience: ofIds })
  if (seconds === 0) return
  throw householdProblem('household.too_many_searches', {
    minutes: Math.ceil(seconds / 60),
    retryAfterSeconds: seconds,
  })
}

/** A search that found somebody was no guess. */
export const searchFound = (db: Db, account: AccountId) => takeBack(db, searchKeyOf(account))

type Taken = { readonly hashes: readonly string[]; readonly at: string }

/**
 * The sentence for an id in use: it names the household only where the actor may see it, else whom to ask, and is counted.
 * `at`: the field of the first of them.
 */
export async function takenProblem(db: Db, { hashes, at }: Taken, asker: Asker) {
  const seen = await db
    .selectFrom('identity_index as i')
    .innerJoin('household as h', 'h.household_id', 'i.household_id')
    .where('i.index_hash', 'in', hashes)
    .select(['h.head_name', 'h.number'])
    .executeTakeFirst()
  if (!seen) return leaving(householdProblem('household.citizen_id_elsewhere', { at }), toldElsewhere(asker))
  const number = seen.number && { vi: ` (số ${seen.number})`, en: ` (no. ${seen.number})` }
  return householdProblem('household.citizen_id_taken', {
    place: `hộ ${seen.head_name}${number ? number.vi : ''}`,
    placeEn: `the household of ${seen.head_name}${number ? number.en : ''}`,
    at,
  })
}

/** Those of these that stand where the actor sees them. */
export async function hashesSeen(db: Db, hashes: readonly string[]): Promise<ReadonlySet<string>> {
  if (hashes.length === 0) return new Set()
  const rows = await db
    .selectFrom('identity_index')
    .select('index_hash')
    .where(sql<boolean>`index_hash = any (${hashes}::text[])`)
    .execute()
  return new Set(rows.map((row) => row.index_hash))
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
