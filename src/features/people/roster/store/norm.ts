/** SQL of the norm: what each unit should have of a post on a day, and has. */
import { type RawBuilder, sql } from 'kysely'
import { withinOn } from '#features/areas/queries.ts'
import type { Level } from '#features/areas/words.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { AreaId } from '#kernel/ids.ts'
import type { Said } from '#kernel/text.ts'
import type { Db } from '#platform/server/database/open.ts'
import { validOn } from '#platform/server/sql/days.ts'
import { inVietnamese } from '#platform/server/sql/order.ts'
import type { PlacesShown } from '../model.ts'
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

/**
 * What each unit under an area should have on a day and has: of two norms for one post the province's own. Who holds what is
 * asked once for all that the page says.
 */
const places = (areaId: AreaId, day: PlainDate) => sql`
  norm_then as materialized (
    select n.area_id, n.post, n.required, n.level, n.legal_basis, n.mark,
           case n.level when 'province' then 1 when 'district' then 2 when 'commune' then 3 else 4 end as depth
      from norm n where ${validOn('n', day)}),
  unit as materialized (
    select v.area_id, v.level as depth, v.name from area_version v
      join (select r.area_id from area_reach r where r.over_id = ${areaId}
            union
            select unnest(area_was_over(${areaId}, ${day}))) below on below.area_id = v.area_id
     where ${validOn('v', day)} and v.level in (select n.depth from norm_then n)),
  own_over as materialized (
    select o.over_id, r.area_id from (select distinct n.area_id as over_id from norm_then n where n.area_id is not null) o
      join area_reach r on r.over_id = o.over_id
    union
    select o.over_id, unnest(area_was_over(o.over_id, ${day}))
      from (select distinct n.area_id as over_id from norm_then n where n.area_id is not null) o),
  own as materialized (
    select r.area_id, n.post, n.required, n.level, n.legal_basis, n.mark from norm_then n join own_over r on r.over_id = n.area_id
      join unit u on u.area_id = r.area_id and u.depth = n.depth),
  wanted as materialized (
    select o.area_id, o.post, o.required, o.level, o.legal_basis, o.mark from own o
    union all
    select u.area_id, n.post, n.required, n.level, n.legal_basis, n.mark from unit u join norm_then n on n.depth = u.depth and n.area_id is null
     where not exists (select from own o where o.area_id = u.area_id and o.post = n.post)),
  held as materialized (select h.official_id, h.post, h.area_id from roster_held(${areaId}, ${day}) h),
  there as materialized (select h.area_id, h.post, count(distinct h.official_id)::int as n from held h group by 1, 2),
  place as materialized (
    select w.*, coalesce(t.n, 0) as there from wanted w left join there t on t.area_id = w.area_id and t.post = w.post)`

const byLevel = sql`array_position(array['province', 'district', 'commune', 'village'], l.level)`

type Place = {
  level: Level
  areaId: AreaId
  areaName: string
  within: string
  post: string
  said: Said
  required: number
  there: number
}

type Sums = { units: number; required: number; filled: number }
type Norm = { lines: NormLine[]; places: Place[]; sums: Sums; unplaced: number }

export type PlacesAsked = {
  readonly day: PlainDate
  readonly level: Level | null
  readonly post: string | null
  readonly show: PlacesShown
  readonly page: number
  readonly size: number
}

const isShown: Readonly<Record<PlacesShown, RawBuilder<boolean>>> = {
  lacking: sql`l.there < l.required`,
  held: sql`least(l.there, l.required) > 0`,
  every: sql`true`,
}

/**
 * By level and post what should be there and is; a page of the units asked for, by name, and what all of these come to; and how
 * many people hold a post at a unit under the area that has ended by the day, so that they fill no place.
 */
export const normAt = async (db: Db, areaId: AreaId, asked: PlacesAsked): Promise<Norm> => {
  const { day, level, post, show, page, size } = asked
  const { rows } = await sql<Norm>`
    with ${places(areaId, day)},
    person as materialized (
      select u.depth, h.post, count(distinct h.official_id)::int as people
        from held h join unit u on u.area_id = h.area_id group by u.depth, h.post),
    line as (
      select l.level, l.post, ${said('p')} as said, min(l.legal_basis) as "legalBasis", min(l.mark) as mark, count(*)::int as units,
             sum(l.required)::int as required, sum(least(l.required, l.there))::int as filled, coalesce(min(w.people), 0) as people,
             row_number() over (order by ${byLevel}, p.place) as at
        from place l join post p on p.id = l.post join unit u on u.area_id = l.area_id
        left join person w on w.depth = u.depth and w.post = l.post
       group by l.level, l.post, p.vi, p.en, p.place),
    chosen as materialized (
      select l.* from place l
       where (${level}::text is null or l.level = ${level}) and (${post}::text is null or l.post = ${post}) and ${isShown[show]}),
    paged as (
      select l.*, u.name from chosen l join unit u on u.area_id = l.area_id join post p on p.id = l.post
       order by ${byLevel}, ${inVietnamese(sql`u.name`)}, p.place, l.area_id limit ${size} offset ${(page - 1) * size}),
    named as (
      select l.level, l.area_id as "areaId", l.name as "areaName", l.post, ${said('p')} as said, l.required, l.there,
             row_number() over (order by ${byLevel}, ${inVietnamese(sql`l.name`)}, p.place, l.area_id) as at
        from paged l join post p on p.id = l.post)
    select coalesce((select jsonb_agg(to_jsonb(l) - 'at' order by l.at) from line l), '[]') as lines,
           coalesce((select jsonb_agg(to_jsonb(g) - 'at' || jsonb_build_object('within', ${withinOn(sql`g."areaId"`, day)}) order by g.at)
                       from named g), '[]') as places,
           (select jsonb_build_object('units', count(*), 'required', coalesce(sum(l.required), 0),
                                      'filled', coalesce(sum(least(l.required, l.there)), 0)) from chosen l) as sums,
           (select count(distinct a.official_id)::int from held a where not ${stands(day)}) as unplaced`.execute(db)
  return rows[0] ?? { lines: [], places: [], sums: { units: 0, required: 0, filled: 0 }, unplaced: 0 }
}
