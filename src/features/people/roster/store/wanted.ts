/** SQL of one place of the norm: how many a unit should have of a post on a day, and who is there. */
import { sql } from 'kysely'
import type { PlainDate } from '#kernel/dates.ts'
import type { AreaId, OfficialId } from '#kernel/ids.ts'
import { locks } from '#platform/server/database/locks.ts'
import type { Db } from '#platform/server/database/open.ts'
import { validOn } from '#platform/server/sql/days.ts'

type Place = { readonly post: string; readonly areaId: AreaId; readonly from: PlainDate }

/** Two who give the last place of a unit at once would both find it free. */
export const holdPosts = (db: Db, unit: AreaId) =>
  sql`select pg_advisory_xact_lock(${locks.posts}, hashtext(${unit}))`.execute(db)

/** `required`: by the norm of the day; of two the province's own, null where none speaks of it. */
export type Taken = {
  readonly required: number | null
  /** One holds it at a unit at a time. */
  readonly sole: boolean
  /** Who holds it as their own on the day. */
  readonly holders: readonly { readonly officialId: OfficialId; readonly name: string }[]
}

/** How each of these places is filled, in their order. */
export const takenAt = async (db: Db, places: readonly Place[]): Promise<Taken[]> =>
  (
    await sql<Taken>`
      select p.sole, (
          select n.required from norm n join area_version v on v.area_id = q.area_id and ${validOn('v', theDay)}
           where n.post = q.post and ${validOn('n', theDay)}
             and n.level = (array['province', 'district', 'commune', 'village'])[v.level]
             and (n.area_id is null or exists (select from area_reach r where r.area_id = q.area_id and r.over_id = n.area_id)
                  or q.area_id = any (area_was_over(n.area_id, q.day)))
           order by n.area_id is null limit 1) as required,
         (select coalesce(jsonb_agg(jsonb_build_object('officialId', h.id, 'name', h.full_name) order by h.full_name, h.id), '[]')
            from (select distinct o.id, o.full_name from appointment a join official o on o.id = a.official_id
                   where a.area_id = q.area_id and a.post = q.post and a.standing = 'own' and ${validOn('a', theDay)}) h) as holders
        from unnest(${places.map(({ post }) => post)}::text[], ${places.map(({ areaId }) => areaId)}::uuid[],
                    ${places.map(({ from }) => from)}::date[]) with ordinality as q (post, area_id, day, at)
        join post p on p.id = q.post order by q.at`.execute(db)
  ).rows
const theDay = sql<PlainDate>`q.day`
