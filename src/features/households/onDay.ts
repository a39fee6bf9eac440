/** The register as it stood on a day: who lived where, how many. Row security decides what is seen. */
import { type RawBuilder, sql } from 'kysely'
import { areasUnder } from '#features/areas/queries.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { AreaId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import { period, validOn } from '#platform/server/sql/days.ts'

/**
 * Villages under an area on a day, the area itself where it is one. Where the day is today, villages that have ended and
 * whose households were not moved yet count to what stands over their successors, so that no household is lost.
 */
export async function villagesUnder(
  db: Db,
  areaId: AreaId,
  { day, today }: { day: PlainDate; today: PlainDate },
): Promise<AreaId[]> {
  const standing = (await areasUnder(db, areaId, day, 'village')).map((area) => area.areaId)
  if (day !== today) return standing
  const reached = await db
    .selectFrom('area_reach as r')
    .where('r.over_id', '=', areaId)
    .where(sql<boolean>`exists (select from area_version v where v.area_id = r.area_id and v.level = 4)`)
    .select('r.area_id')
    .execute()
  return [...new Set([...standing, ...reached.map((row) => row.area_id)])]
}

/** `before.person`: whom the first later change of head of `h` names as the one before; null where the head is that of now. */
const headBefore = (day: PlainDate): RawBuilder<unknown> => sql`
  left join lateral (
    select (e.facts->>'fromPerson')::uuid as person from household_event e
     where e.household_id = h.household_id and e.kind = 'head_changed' and e.happened_on > ${day}
     order by e.happened_on, e.created_at limit 1) before on true`

/** Whether a row of `household` stands on the day, and whether one of `member` belongs to it. */
export const stands = period('started_on', 'ended_on')
export const belongs = period('joined_on', 'left_on')

/** `household h` with its residence `r` of the day, in these villages. */
export const livingIn = (villages: readonly AreaId[], day: PlainDate): RawBuilder<unknown> => sql`
  household h join household_residence r on r.household_id = h.household_id
   and r.village_id = any (${villages}::uuid[]) and ${validOn('r', day)} and ${stands('h', day)}`

/** `member m`, present on the day. */
export const presentOn = (day: PlainDate): RawBuilder<unknown> => sql`
  member m on m.household_id = h.household_id and ${belongs('m', day)}`

/** The name of the head of `h` on the day. Today the household carries it itself; of an earlier day it is looked up. */
export const headNameOn = (day: PlainDate, today: PlainDate): RawBuilder<string> =>
  day === today ? sql<string>`h.head_name` : sql<string>`coalesce(formerly.name, '')`

/** What `headNameOn` reads beside `livingIn`. */
export const headsOn = (day: PlainDate, today: PlainDate): RawBuilder<unknown> =>
  day === today
    ? sql``
    : sql`${headBefore(day)} left join lateral (
    select m.full_name as name from member m
     where m.household_id = h.household_id and m.person_id = coalesce(before.person, h.head_person_id)
     order by m.joined_on desc limit 1) formerly on true`

export type RegisterCounts = { households: number; persons: number; kinh: number; dtts: number }

/**
 * What the register holds in these villages on a day: households, members present, households whose head is Kinh or of
 * an ethnic minority (a foreigner is neither). That the head decides is a convention of ours; no text was seen for it.
 */
export async function registerCountsIn(db: Db, villages: readonly AreaId[], day: PlainDate): Promise<RegisterCounts> {
  const { rows } = await sql<RegisterCounts>`
    with o as (
      select count(m.id) as persons,
             max(m.ethnicity) filter (where m.person_id = coalesce(before.person, h.head_person_id)) as head_ethnicity
        from ${livingIn(villages, day)} ${headBefore(day)} left join ${presentOn(day)}
       group by h.household_id)
    select count(*)::int as households, coalesce(sum(persons), 0)::int as persons,
           count(*) filter (where head_ethnicity = '01')::int as kinh,
           count(*) filter (where head_ethnicity not in ('01', '55'))::int as dtts
      from o`.execute(db)
  return rows[0] ?? { households: 0, persons: 0, kinh: 0, dtts: 0 }
}
