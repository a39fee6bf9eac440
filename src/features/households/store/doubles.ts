/** SQL that finds who and what may stand in the register already. Row security decides what is seen of it. */
import { sql } from 'kysely'
import { areasUnder, communeOf, findArea } from '#features/areas/queries.ts'
import { livesOnIn } from '#features/areas/views.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { AreaId, HouseholdId, PersonId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import type { LeaveReason, Person } from '../model.ts'
import { heardAs, type Known } from '../rules/doubles.ts'
import { bareNumber } from '../rules/number.ts'

/** Who enters households into a commune, one or a list of them, does so alone: two at once would both find theirs new. */
export const holdEntering = (db: Db, commune: AreaId) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`import/${commune}`}, 0))`.execute(db)

/** The commune today of a village, or of what it has become; the village itself where it ended and left nothing. */
export async function communeToday(db: Db, village: AreaId, today: PlainDate): Promise<AreaId> {
  const home = await livesOnIn(db, village, today)
  return (await findArea(db, home, today)) ? (await communeOf(db, home, today)).areaId : home
}

/** Where people are looked for who are entered in a village: in all of its commune of today. */
export async function villagesAround(db: Db, village: AreaId, today: PlainDate): Promise<AreaId[]> {
  const commune = await communeToday(db, village, today)
  const villages = await areasUnder(db, commune, today, 'village')
  return villages.length > 0 ? villages.map((one) => one.areaId) : [commune]
}

export type HouseholdLine = {
  readonly householdId: HouseholdId
  readonly headName: string
  readonly number: string
  readonly villageId: AreaId
}

/** `joined`: recorded as one with somebody who is called otherwise, or stands elsewhere. */
export type KnownLine = Known & HouseholdLine & { readonly joined: boolean; readonly leaveReason: LeaveReason | null }

/** The most that are told of. */
const most = 20

/** Persons who are recorded as one, a pair each, where the actor sees either of them in these villages. */
export const joinedIn = async (
  db: Db,
  villages: readonly AreaId[],
): Promise<readonly (readonly [PersonId, PersonId])[]> =>
  (
    await sql<{ one: PersonId; other: PersonId }>`
      select distinct (e.facts ->> 'person')::uuid as one, (e.facts ->> 'same')::uuid as other from household_event e
       where e.home_id = any (${villages}::uuid[]) and e.kind = 'persons_joined' and e.undone_by is null`.execute(db)
  ).rows.map(({ one, other }) => [one, other] as const)

type Sought = Pick<Person, 'name' | 'birth'>

const knownColumns = sql`m.household_id as "householdId", m.id as "memberId", m.person_id as "personId", m.full_name as name, m.sex,
           jsonb_strip_nulls(jsonb_build_object('year', m.birth_year, 'month', m.birth_month, 'day', m.birth_day)) as birth,
           m.citizen_id_end as "citizenIdEnd", m.left_on as "leftOn", m.leave_reason as "leaveReason", h.head_name as "headName", h.number,
           h.village_id as "villageId"`

/**
 * People of these villages with the name (as it is heard) and year of birth of one of those: who stay, who died, who went
 * away without saying where, and stays that were joined to another person's, whose name is known too.
 */
export async function peopleLike(
  db: Db,
  villages: readonly AreaId[],
  { people, joined, limit = most }: { people: readonly Sought[]; joined: readonly PersonId[]; limit?: number },
): Promise<KnownLine[]> {
  const { rows } = await sql<KnownLine>`
    select m.person_id = any (${joined}::uuid[]) as joined, ${knownColumns}
      from members_known(${villages}::uuid[], ${people.map(({ name }) => heardAs(name))}::text[],
                         ${people.map(({ birth }) => birth.year)}::int[]) k
      join member m on m.household_id = k.household_id and m.id = k.id
      join household h on h.household_id = m.household_id
     where coalesce(m.leave_reason, 'moved_out') in ('moved_out', 'married', 'died')
        or m.leave_reason = 'entered_by_mistake' and m.person_id = any (${joined}::uuid[])
     order by m.left_on is not null, m.id limit ${limit}`.execute(db)
  return rows
}

export type InsuredLine = KnownLine & { readonly hash: string }

/** Who has one of these insurance numbers, wherever the actor sees them: who stay, who died or went away. */
export async function peopleInsured(db: Db, hashes: readonly string[], limit = most): Promise<InsuredLine[]> {
  if (hashes.length === 0) return []
  const { rows } = await sql<InsuredLine>`
    select m.insurance_no_index as hash, false as joined, ${knownColumns}
      from member m join household h on h.household_id = m.household_id
     where m.insurance_no_index = any (${hashes}::text[])
       and coalesce(m.leave_reason, 'moved_out') in ('moved_out', 'married', 'died')
     order by m.left_on is not null, m.id limit ${limit}`.execute(db)
  return rows
}

/** Households that stand in the village under this number, however it is written. */
export async function householdsNumbered(
  db: Db,
  { villageId, number, but }: { villageId: AreaId; number: string; but: HouseholdId },
): Promise<HouseholdLine[]> {
  if (bareNumber(number) === '') return []
  const { rows } = await sql<HouseholdLine>`
    select household_id as "householdId", head_name as "headName", number, village_id as "villageId" from household
     where village_id = ${villageId} and number <> '' and bare_number(number) = ${bareNumber(number)} and ended_on is null and household_id <> ${but}
     order by household_id limit ${most}`.execute(db)
  return rows
}
