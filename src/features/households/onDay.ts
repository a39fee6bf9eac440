/** The register as it stood on a day: who lived where, how many. Row security decides what is seen. */
import { type RawBuilder, sql } from 'kysely'
import { areasUnder } from '#features/areas/queries.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { AreaId, HouseholdId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import { period, validOn } from '#platform/server/sql/days.ts'
import { standAt } from '#platform/server/sql/standAt.ts'

/**
 * Villages under an area on a day, the area itself where it is one. Today, villages that have ended and whose households were
 * not moved yet count to what stands over their successors, and of a day to come those that will have ended by then: no
 * household is lost.
 */
export async function villagesUnder(
  db: Db,
  areaId: AreaId,
  { day, today }: { day: PlainDate; today: PlainDate },
): Promise<AreaId[]> {
  const standing = (await areasUnder(db, areaId, day, 'village')).map((area) => area.areaId)
  if (day < today) return standing
  if (day > today) {
    const { rows } = await sql<{ id: AreaId; stands: AreaId }>`
      select id, stands from area_relatives(${day}) where main and id <> all (${standing}::uuid[])`.execute(db)
    return [...standing, ...rows.filter(({ stands }) => standing.includes(stands)).map(({ id }) => id)]
  }
  const reached = await db
    .selectFrom('area_reach as r')
    .where('r.over_id', '=', areaId)
    .where(sql<boolean>`exists (select from area_version v where v.area_id = r.area_id and v.level = 4)`)
    .select('r.area_id')
    .execute()
  return [...new Set([...standing, ...reached.map((row) => row.area_id)])]
}

type ByUnits = { readonly day: PlainDate; readonly units: PlainDate; readonly class: string | null }

/** Who lived on a day under an area as it stood on another, and the villages they lived in: those whom its figure counts. */
export async function livedByUnits(db: Db, areaId: AreaId, { day, units, class: held }: ByUnits) {
  const { rows } = await sql<{ households: HouseholdId[]; villages: AreaId[] }>`
    select coalesce(array_agg(household_id), '{}') as households, coalesce(array_agg(distinct village_id), '{}') as villages
      from households_of_units(${areaId}, ${day}, ${units}, ${held})`.execute(db)
  return rows[0] ?? { households: [], villages: [] }
}

/** Whether a row of `household` stands on the day, and whether one of `member` belongs to it. */
export const stands = period('started_on', 'ended_on')
export const belongs = period('joined_on', 'left_on')

export type OfDay = { readonly villages: readonly AreaId[]; readonly day: PlainDate; readonly today: PlainDate }
/** Who lived in the villages on the day and lives elsewhere by now: nobody where the day is today. */
export type Living = OfDay & { readonly elsewhere: readonly HouseholdId[] }

/** The rest of a reading stands where those live today who lived under the area on the day; `isOfUnits`: as it stood on another. */
export async function standOnDay(
  db: Db,
  areaId: AreaId,
  { villages, day, today, isOfUnits = false }: OfDay & { readonly isOfUnits?: boolean },
): Promise<void> {
  if (day === today && !isOfUnits) return standAt(db, [areaId])
  const places = [areaId, ...villages]
  await sql`select nb_stand_at(${places}::uuid[] || households_gone_to(${villages}::uuid[], ${day}))`.execute(db)
}

/** How many lived there on the day whom the actor does not reach today: the list is shorter by them than its figure. */
export async function unseenOf(db: Db, areaId: AreaId, of: OfDay & { readonly class: string | null }): Promise<number> {
  if (of.day >= of.today) return 0
  const { rows } = await sql<{ n: number }>`
    select households_unseen(${areaId}, ${of.villages}::uuid[], ${of.day}, ${of.class}) as n`.execute(db)
  return rows[0]?.n ?? 0
}

export async function livingOn(db: Db, of: OfDay): Promise<Living> {
  if (of.day === of.today) return { ...of, elsewhere: [] }
  const { rows } = await sql<{ id: HouseholdId }>`
    select r.household_id as id from household_residence r
     where r.village_id = any (${of.villages}::uuid[]) and r.home_id <> all (${of.villages}::uuid[])
       and r.valid_until is not null and ${validOn('r', of.day)}`.execute(db)
  return { ...of, elsewhere: rows.map((row) => row.id) }
}

/**
 * A reading of the rows of those households, found by where they live now: thousands looked up one by one would each be
 * asked of row security. `home`: the column that says where.
 */
export function rowsOf(living: Living, home: RawBuilder<unknown>, reading: RawBuilder<unknown>): RawBuilder<unknown> {
  const here = sql`${reading} and ${home} = any (${living.villages}::uuid[])`
  if (living.elsewhere.length === 0) return here
  return sql`${here} union all ${reading} and household_id = any (${living.elsewhere}::uuid[])`
}

type Wanted = RawBuilder<boolean>
const households = (living: Living, wanted: Wanted) =>
  rowsOf(
    living,
    sql`village_id`,
    sql`select household_id, village_id, head_person_id, head_name, given_name(head_name) as given from household
         where ${stands('household', living.day)} and ${wanted}`,
  )

/**
 * The part `living` of a WITH: household, village, and who was its head on the day (`head_person_id`, `head_name` and its
 * last word, `given`). Today the household says all of it; of an earlier day its residence and the first later change of
 * head do. `wanted` is asked of `household`.
 *
 * Whoever joins such parts joins them in full: how many rows a place has is guessed far too low (once for the question,
 * once for row security), and a full join never compares each row with each.
 */
export function livingPart(living: Living, wanted: Wanted = sql<boolean>`true`): RawBuilder<unknown> {
  const { day, today, villages } = living
  if (day === today) return sql`living as materialized (${households(living, wanted)})`
  return sql`
    standing as materialized (${households(living, wanted)}),
    residing as materialized (${rowsOf(
      living,
      sql`home_id`,
      sql`select household_id, village_id from household_residence
           where village_id = any (${villages}::uuid[]) and ${validOn('household_residence', day)}`,
    )}),
    change as materialized (${rowsOf(
      living,
      sql`home_id`,
      sql`select household_id, (facts->>'fromPerson')::uuid as person, happened_on, created_at from household_event
           where kind = 'head_changed' and undone_by is null and happened_on > ${day}`,
    )}),
    first as materialized (
      select distinct on (household_id) household_id, person from change order by household_id, happened_on, created_at),
    known as materialized (
      select distinct on (f.household_id) f.household_id, m.full_name as name
        from first f join member m on m.household_id = f.household_id and m.person_id = f.person
       order by f.household_id, m.joined_on desc),
    side_by_side as materialized (
      select s.household_id, r.village_id, s.head_person_id, s.head_name, s.given, f.person, k.name
        from standing s full join residing r on r.household_id = s.household_id
        full join first f on f.household_id = s.household_id
        full join known k on k.household_id = s.household_id),
    living as materialized (
      select household_id, village_id, coalesce(person, head_person_id) as head_person_id,
             case when person is null then head_name else coalesce(name, '') end as head_name,
             case when person is null then given else given_name(coalesce(name, '')) end as given
        from side_by_side where household_id is not null and village_id is not null)`
}

export type RegisterCounts = { households: number; persons: number; kinh: number; dtts: number }
type CountsOfVillage = RegisterCounts & { villageId: AreaId }
export type Kept = CountsOfVillage & { poor: number; near_poor: number; average: number; not_poor: number }

type Step = Kept & { readonly step: number; readonly from: PlainDate; readonly until: PlainDate | null }
/** What is kept of these villages, from the day on which each was counted. */
export type Steps = readonly Step[]
export const keptSteps = async (db: Db, villages: readonly AreaId[]): Promise<Steps> =>
  (
    await sql<Step>`
      select area_id as "villageId", step, valid_from as from, valid_until as until, households, persons, kinh, dtts, poor,
             near_poor, average, not_poor
        from register_count where area_id = any (${villages}::uuid[])`.execute(db)
  ).rows

/**
 * What they tell of a day, and the villages of which they tell nothing: those have changed since, or are not the actor's, and
 * somebody may have moved from there to where he sees them.
 */
export function keptOn(steps: Steps, { villages, day, today }: OfDay): { rows: Kept[]; silent: AreaId[] } {
  const rows = steps.filter(({ from, until }) => from <= day && (until === null || day < until))
  const told = new Set(rows.map((row) => row.villageId))
  const asked = day === today ? steps.filter(({ step }) => step === 0).map((row) => row.villageId) : villages
  return { rows, silent: asked.filter((village) => !told.has(village)) }
}

/**
 * What the register holds in each of these villages on a day: households, members present, households whose head is Kinh
 * or of an ethnic minority (a foreigner is neither). That the head decides is a convention of ours; no text was seen for
 * it. A village without a household is not among them. From what is kept with every change; of days before, from the rows.
 */
export async function registerCountsBy(db: Db, of: OfDay, known?: Steps): Promise<CountsOfVillage[]> {
  const steps = known ?? (await keptSteps(db, of.villages))
  const { rows, silent } = keptOn(steps, of)
  const kept = rows.filter(({ households }) => households > 0)
  return silent.length === 0 ? kept : [...kept, ...(await countsSince(db, { ...of, villages: silent }, steps))]
}

/** Of an earlier day: what is there today, less those of whom something has changed since, as they are, more, as they were. */
async function countsSince(db: Db, of: OfDay, steps: Steps): Promise<CountsOfVillage[]> {
  const asked = new Set(of.villages)
  const { rows, silent } = keptOn(
    steps.filter(({ villageId }) => asked.has(villageId)),
    { ...of, day: of.today },
  )
  if (of.day >= of.today || silent.length > 0) return countsFromRows(db, await livingOn(db, of))
  const { rows: since } = await sql<CountsOfVillage>`
    select village_id as "villageId", households, persons, kinh, dtts
      from households_since(${of.villages}::uuid[], ${of.day}, ${of.today})`.execute(db)
  const counts = new Map<AreaId, CountsOfVillage>()
  for (const row of [...rows, ...since])
    counts.set(row.villageId, { villageId: row.villageId, ...summed(counts.get(row.villageId) ?? none, row) })
  return [...counts.values()].filter(({ households }) => households > 0)
}

const none: RegisterCounts = { households: 0, persons: 0, kinh: 0, dtts: 0 }
const summed = (a: RegisterCounts, b: RegisterCounts): RegisterCounts => ({
  households: a.households + b.households,
  persons: a.persons + b.persons,
  kinh: a.kinh + b.kinh,
  dtts: a.dtts + b.dtts,
})

/** Where who headed a household on the day had left it by then, as was recorded later, its head of today counts: each stands in one group. */
const ethnicityOfHead = sql`(
  select m.ethnicity from household h join member m on m.household_id = h.household_id and m.person_id = h.head_person_id
   where h.household_id = p.household_id order by m.joined_on desc, m.id limit 1)`

async function countsFromRows(db: Db, living: Living): Promise<CountsOfVillage[]> {
  const present = sql`select household_id, person_id, ethnicity from member where ${belongs('member', living.day)}`
  const { rows } = await sql<CountsOfVillage>`
    with ${livingPart(living)},
    present as (${rowsOf(living, sql`home_id`, present)}),
    people as materialized (
      select l.household_id, l.village_id, count(m.person_id)::int as persons,
             max(m.ethnicity) filter (where m.person_id = l.head_person_id) as headed
        from living l full join present m on m.household_id = l.household_id group by l.household_id, l.village_id),
    grouped as (
      select p.village_id, p.persons, coalesce(p.headed, ${ethnicityOfHead}) as ethnicity
        from people p where p.village_id is not null)
    select village_id as "villageId", count(*)::int as households, sum(persons)::int as persons,
           count(*) filter (where ethnicity = '01')::int as kinh,
           count(*) filter (where ethnicity not in ('01', '55'))::int as dtts
      from grouped group by village_id`.execute(db)
  return rows
}

/** The same of all the villages together. */
export function together(counts: readonly RegisterCounts[]): RegisterCounts {
  return counts.reduce((all, one) => summed(all, one), none)
}
