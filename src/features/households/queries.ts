/** What other rooms ask of the register. Every reading takes the day it speaks of; row security decides what is seen. */
import { sql } from 'kysely'
import { maskedCitizenId } from '#kernel/citizenId.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { AreaId, HouseholdId, MemberId, PersonId } from '#kernel/ids.ts'
import type { Sex } from '#kernel/persons.ts'
import type { Db } from '#platform/server/database/open.ts'
import type { EndReason, EventKind, JoinReason, LeaveReason, Member, MemberFacts, Relation } from './model.ts'
import { belongs } from './onDay.ts'
import { householdProblem } from './problems.ts'
import type { Turn } from './rules/wholeDays.ts'

export type Household = {
  householdId: HouseholdId
  villageId: AreaId
  number: string
  address: string
  /** By which it is called; empty where none is known. */
  phone: string
  headPersonId: PersonId
  headName: string
  startedOn: PlainDate
  endedOn: PlainDate | null
  endReason: EndReason | null
}

const householdColumns = [
  'household_id as householdId',
  'village_id as villageId',
  'number',
  'address',
  sql<string>`coalesce(contact_phone, '')`.as('phone'),
  'head_person_id as headPersonId',
  'head_name as headName',
  'started_on as startedOn',
  'ended_on as endedOn',
  'end_reason as endReason',
] as const

export const findHousehold = (db: Db, householdId: HouseholdId): Promise<Household | undefined> =>
  db.selectFrom('household').select(householdColumns).where('household_id', '=', householdId).executeTakeFirst()

/**
 * Where these households live today. Every row that is seen with its household says it too (`home_id`), so whoever adds
 * one asks here. Throws `household.not_found` for one that the actor does not see.
 */
export async function homesOf(db: Db, households: readonly HouseholdId[]): Promise<(of: HouseholdId) => AreaId> {
  const rows = await db
    .selectFrom('household')
    .select(['household_id', 'village_id'])
    .where(sql<boolean>`household_id = any (${[...new Set(households)]}::uuid[])`)
    .execute()
  const homes = new Map(rows.map((row) => [row.household_id, row.village_id]))
  return (of) => {
    const home = homes.get(of)
    if (!home) throw householdProblem('household.not_found')
    return home
  }
}

/** Throws `household.not_found` also where the household is outside the actor's areas: the two are told apart nowhere. */
export async function getHousehold(db: Db, householdId: HouseholdId): Promise<Household> {
  const household = await findHousehold(db, householdId)
  if (!household) throw householdProblem('household.not_found')
  return household
}

/** The same, held against changes by others until this one is done: by whoever will write it (`household_move` moves it). */
export async function getHouseholdHeld(
  db: Db,
  householdId: HouseholdId,
  hold: 'to change' | 'to move',
): Promise<Household> {
  if (hold === 'to move') await sql`select household_hold(${householdId})`.execute(db)
  const query = db.selectFrom('household').select(householdColumns).where('household_id', '=', householdId)
  const household = await query.$if(hold === 'to change', (q) => q.forUpdate()).executeTakeFirst()
  if (!household) throw householdProblem('household.not_found')
  return household
}

/**
 * These households, held in one order (by id) until the transaction ends, so that no two who hold several wait for each
 * other. `share`: they do not end, move or change meanwhile. `alone`: nor does anyone else hold them so, who gives them a
 * class or puts them on a list. Answers those the actor may see.
 */
export const holdHouseholds = async (
  db: Db,
  households: readonly HouseholdId[],
  hold: 'share' | 'alone',
): Promise<{ householdId: HouseholdId; endedOn: PlainDate | null }[]> =>
  (
    await sql<{ householdId: HouseholdId; endedOn: PlainDate | null }>`
      select household_id as "householdId", ended_on as "endedOn"
        from households_hold(${households}::uuid[], ${hold === 'alone'})`.execute(db)
  ).rows

/** Tells one sealed cell from another without telling anything of what lies in it. */
const markOf = (cell: string) =>
  sql<string | null>`left(encode(sha256(convert_to(${sql.ref(`m.${cell}`)}, 'UTF8')), 'hex'), 16)`

const memberColumns = [
  'm.id',
  'm.person_id',
  'm.full_name',
  'm.sex',
  'm.birth_year',
  'm.birth_month',
  'm.birth_day',
  'm.relation',
  'm.ethnicity',
  'm.citizen_id_end',
  sql<boolean>`m.insurance_no_sealed is not null`.as('has_insurance_no'),
  markOf('citizen_id_sealed').as('citizen_id_mark'),
  markOf('insurance_no_sealed').as('insurance_no_mark'),
  'm.facts',
  'm.joined_on',
  'm.join_reason',
  'm.left_on',
  'm.leave_reason',
] as const

type MemberRow = {
  id: MemberId
  person_id: PersonId
  full_name: string
  sex: Sex
  birth_year: number
  birth_month: number | null
  birth_day: number | null
  relation: string
  ethnicity: string
  citizen_id_end: string | null
  has_insurance_no: boolean
  citizen_id_mark: string | null
  insurance_no_mark: string | null
  facts: unknown
  joined_on: PlainDate
  join_reason: JoinReason
  left_on: PlainDate | null
  leave_reason: LeaveReason | null
}

const memberOf = (row: MemberRow): Member => ({
  memberId: row.id,
  personId: row.person_id,
  name: row.full_name,
  sex: row.sex,
  birth: {
    year: row.birth_year,
    ...(row.birth_month !== null && { month: row.birth_month }),
    ...(row.birth_day !== null && { day: row.birth_day }),
  },
  relation: row.relation as Relation,
  ethnicity: row.ethnicity,
  citizenId: maskedCitizenId(row.citizen_id_end),
  hasInsuranceNo: row.has_insurance_no,
  marks: { citizenId: row.citizen_id_mark, insuranceNo: row.insurance_no_mark },
  facts: row.facts as MemberFacts,
  joinedOn: row.joined_on,
  joinReason: row.join_reason,
  leftOn: row.left_on,
  leaveReason: row.leave_reason,
})

/** The head first, then by age, oldest first. */
const membersQuery = (db: Db) =>
  db
    .selectFrom('member as m')
    .select(memberColumns)
    .orderBy(sql`m.relation <> 'head'`)
    .orderBy('m.birth_year')
    .orderBy('m.birth_month')
    .orderBy('m.birth_day')
    .orderBy('m.id')

/** Every stay ever recorded, those who left too. */
export const allMembers = async (db: Db, householdId: HouseholdId): Promise<Member[]> =>
  (await membersQuery(db).where('m.household_id', '=', householdId).execute()).map(memberOf)

/** Members of the day; facts and relations as last known. The citizen id is masked. */
export const presentMembers = async (db: Db, householdId: HouseholdId, day: PlainDate): Promise<Member[]> =>
  (await membersQuery(db).where('m.household_id', '=', householdId).where(belongs('m', day)).execute()).map(memberOf)

/** The day of the last change of head; changes of head stand in order of their days. */
export const findLastHeadChange = async (db: Db, householdId: HouseholdId): Promise<PlainDate | null> =>
  (
    await db
      .selectFrom('household_event')
      .where('household_id', '=', householdId)
      .where('kind', '=', 'head_changed')
      .where('undone_by', 'is', null)
      .select((e) => e.fn.max('happened_on').as('last'))
      .executeTakeFirst()
  )?.last ?? null

/** Every change of head that holds, in order, with who was head before it. */
export const headTurns = async (db: Db, householdId: HouseholdId): Promise<Turn[]> =>
  await db
    .selectFrom('household_event')
    .where('household_id', '=', householdId)
    .where('kind', '=', 'head_changed')
    .where('undone_by', 'is', null)
    .select(['happened_on as on', sql<PersonId>`(facts ->> 'fromPerson')::uuid`.as('before')])
    .orderBy('happened_on')
    .orderBy('created_at')
    .execute()

export type LastEvent = { readonly on: PlainDate; readonly kind: EventKind }

/** What happened last to the household by its day; corrections speak of no day. */
export const findLastEvent = (db: Db, householdId: HouseholdId): Promise<LastEvent | undefined> =>
  db
    .selectFrom('household_event')
    .where('household_id', '=', householdId)
    .where('kind', 'not in', ['facts_changed', 'persons_joined', 'undone'])
    .where('undone_by', 'is', null)
    .select(['happened_on as on', 'kind'])
    .orderBy('happened_on', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .$narrowType<{ kind: EventKind }>()
    .executeTakeFirst()

/** Where the person with this citizen id lives or lived last, by the keyed hashes; only in the actor's areas. */
export const findByIdentity = (db: Db, hashes: readonly string[]) =>
  db
    .selectFrom('identity_index as i')
    .innerJoin('household as h', 'h.household_id', 'i.household_id')
    .where('i.index_hash', 'in', hashes)
    .select([
      'h.household_id as householdId',
      'h.village_id as villageId',
      'h.head_name as headName',
      'h.number',
      'h.address',
      'h.ended_on as endedOn',
    ])
    .executeTakeFirst()

/** Those among these ids that are households which the actor sees. */
export const householdsNamed = (db: Db, ids: readonly string[]) =>
  db
    .selectFrom('household')
    .where(sql<boolean>`household_id = any (${ids}::uuid[])`)
    .select(['household_id as id', 'head_name as name', 'number'])
    .execute()
