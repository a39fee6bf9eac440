/** SQL of the class figures: counts by the unit next below, as the villages hung on the day of the units. */
import { sql } from 'kysely'
import { stands } from '#features/households/onDay.ts'
import type { Class } from '#features/standards/model/verdict.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { AreaId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import { validOn } from '#platform/server/sql/days.ts'

export type At = { readonly areaId: AreaId; readonly day: PlainDate; readonly units: PlainDate }

/** Villages under the area with the unit next below it (the village itself where nothing stands between). */
const placesUnder = ({ areaId, units }: At) => sql`
  select p.area_id as village_id,
         coalesce(nullif(split_part(substr(p.path, length(base.path) + 2), '/', 1), ''), p.area_id::text)::uuid as part_id
    from area_path base
    join area_path p on p.path = base.path or (p.path ~>=~ (base.path || '/') and p.path ~<~ (base.path || '0'))
   where base.area_id = ${areaId}
     and ${validOn('base', units)} and ${validOn('p', units)}`

/** Households of the day in the village where each lived on it. */
const livingThere = ({ day }: At) => sql`
  household h join household_residence r on r.household_id = h.household_id
   and ${validOn('r', day)} and ${stands('h', day)}
  join places on places.village_id = r.village_id`

export type ClassCount = { part_id: AreaId; class: Class; households: number }

export const countClasses = async (db: Db, at: At): Promise<ClassCount[]> =>
  (
    await sql<ClassCount>`
      with places as (${placesUnder(at)})
      select places.part_id, c.class, count(*) as households
        from ${livingThere(at)}
        join household_class c on c.household_id = h.household_id
         and ${validOn('c', at.day)}
       group by 1, 2`.execute(db)
  ).rows

export type RegisterCount = { part_id: AreaId; households: number }

export const countRegister = async (db: Db, at: At): Promise<RegisterCount[]> =>
  (
    await sql<RegisterCount>`
      with places as (${placesUnder(at)})
      select places.part_id, count(*) as households
        from ${livingThere(at)}
       group by 1`.execute(db)
  ).rows

export type DeclaredRow = {
  area_id: AreaId
  households: number
  day: PlainDate
  source: string
  mark: 'text' | 'secondary' | 'recalled' | 'illustrative' | 'invented'
}

/** The latest declared total of each area up to a day. */
export const declaredTotals = (db: Db, areas: readonly AreaId[], day: PlainDate): Promise<DeclaredRow[]> =>
  db
    .selectFrom('declared_total')
    .distinctOn('area_id')
    .select(['area_id', 'households', 'day', 'source', 'mark'])
    .where('area_id', 'in', areas)
    .where('day', '<=', day)
    .orderBy('area_id')
    .orderBy('day', 'desc')
    .execute()
