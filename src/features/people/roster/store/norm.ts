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
import { fromAbove, wantedOn } from '../../norms/store/wanted.ts'
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

/** What each unit under an area should have on a day and has. Who holds what is asked once for all that the page says. */
const places = (areaId: AreaId, day: PlainDate) => sql`
  ${wantedOn(areaId, {
    day,
    norms: sql`select n.area_id, n.post as what, n.required, n.level, n.legal_basis, n.mark from norm n where ${validOn('n', day)}`,
  })},
  held as materialized (select h.official_id, h.post, h.area_id from roster_held(${areaId}, ${day}) h),
  there as materialized (select h.area_id, h.post, count(distinct h.official_id)::int as n from held h group by 1, 2),
  place as materialized (
    select w.area_id, w.what as post, w.required, w.level, w.legal_basis, w.mark, coalesce(t.n, 0) as there
      from wanted w left join there t on t.area_id = w.area_id and t.post = w.what)`

const byLevel = fromAbove(sql`l.level`)

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
