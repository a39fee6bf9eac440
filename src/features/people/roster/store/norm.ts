/** SQL of the norm: what each unit should have of a post on a day, and has. */
import { sql } from 'kysely'
import { withinOn } from '#features/areas/queries.ts'
import type { Level } from '#features/areas/words.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { AreaId } from '#kernel/ids.ts'
import type { Said } from '#kernel/text.ts'
import type { Db } from '#platform/server/database/open.ts'
import { validOn } from '#platform/server/sql/days.ts'
import { inVietnamese } from '#platform/server/sql/order.ts'
import { said, stands } from '../queries.ts'

type NormLine = {
  level: Level
  post: string
  said: Said
  legalBasis: string
  mark: string
  units: number
  required: number
  filled: number
  people: number
}

/** What each unit under an area should have on a day and has: of two norms for one post the nearer unit's. */
const places = (areaId: AreaId, day: PlainDate) => sql`
  unit as materialized (
    select v.area_id, v.level, v.name from area_version v
      join (select r.area_id from area_reach r where r.over_id = ${areaId}
            union
            select unnest(area_was_over(${areaId}, ${day}))) below on below.area_id = v.area_id
     where ${validOn('v', day)}),
  wanted as materialized (
    select distinct on (u.area_id, n.post) u.area_id, u.name, n.level, n.post, n.required, n.legal_basis, n.mark
      from norm n
      join unit u on u.level = case n.level when 'province' then 1 when 'district' then 2 when 'commune' then 3 else 4 end
     where ${validOn('n', day)}
       and (n.area_id is null or n.area_id in (select r.over_id from area_reach r where r.area_id = u.area_id))
     order by u.area_id, n.post, (select count(*) from area_reach r where r.area_id = n.area_id) desc),
  held as materialized (
    select a.area_id, a.post, count(distinct a.official_id)::int as n from roster_held(${areaId}, ${day}) a group by 1, 2),
  place as materialized (
    select w.*, coalesce(h.n, 0) as there from wanted w left join held h on h.area_id = w.area_id and h.post = w.post)`

export const normAt = async (db: Db, areaId: AreaId, day: PlainDate): Promise<NormLine[]> =>
  (
    await sql<NormLine>`
      with ${places(areaId, day)}
      select l.level, l.post, ${said('p')} as said, min(l.legal_basis) as "legalBasis", min(l.mark) as mark, count(*)::int as units,
             sum(l.required)::int as required, sum(least(l.required, l.there))::int as filled, sum(l.there)::int as people
        from place l join post p on p.id = l.post
       group by l.level, l.post, p.vi, p.en, p.place
       order by array_position(array['province', 'district', 'commune', 'village'], l.level), p.place`.execute(db)
  ).rows

type Gap = {
  areaId: AreaId
  areaName: string
  within: string
  post: string
  said: Said
  required: number
  there: number
}

/** The units that have fewer than they should, by name. */
export const gapsAt = async (
  db: Db,
  areaId: AreaId,
  { day, page, size }: { day: PlainDate; page: number; size: number },
): Promise<Gap[]> =>
  (
    await sql<Gap>`
      with ${places(areaId, day)}
      select l.area_id as "areaId", l.name as "areaName", ${withinOn(sql`l.area_id`, day)} as within, l.post, ${said('p')} as said,
             l.required, l.there
        from place l join post p on p.id = l.post
       where l.there < l.required
       order by array_position(array['province', 'district', 'commune', 'village'], l.level), ${inVietnamese(sql`l.name`)},
                p.place, l.area_id
       limit ${size} offset ${(page - 1) * size}`.execute(db)
  ).rows

/** How many people hold a post at a unit under the area that has ended by the day, so that they fill no place. */
export const unplacedAt = async (db: Db, areaId: AreaId, day: PlainDate): Promise<number> =>
  (
    await sql<{ n: number }>`
      select count(distinct a.official_id)::int as n from roster_held(${areaId}, ${day}) a where not ${stands(day)}`.execute(
      db,
    )
  ).rows[0]?.n ?? 0
