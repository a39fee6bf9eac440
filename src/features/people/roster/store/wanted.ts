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

/** Of two norms the province's own, as on the page of the norm; null where none speaks of it. */
export const requiredAt = async (db: Db, { post, areaId, from }: Place): Promise<number | null> =>
  (
    await sql<{ required: number }>`
      select n.required from norm n join area_version v on v.area_id = ${areaId} and ${validOn('v', from)}
       where n.post = ${post} and ${validOn('n', from)}
         and n.level = (array['province', 'district', 'commune', 'village'])[v.level]
         and (n.area_id is null or exists (select from area_reach r where r.area_id = ${areaId} and r.over_id = n.area_id)
              or ${areaId} = any (area_was_over(n.area_id, ${from})))
       order by n.area_id is null limit 1`.execute(db)
  ).rows[0]?.required ?? null

/** Who holds it as their own on the day. */
export const ownHolders = async (
  db: Db,
  { post, areaId, from }: Place,
): Promise<{ officialId: OfficialId; name: string }[]> =>
  (
    await sql<{ officialId: OfficialId; name: string }>`
      select distinct o.id as "officialId", o.full_name as name from appointment a join official o on o.id = a.official_id
       where a.area_id = ${areaId} and a.post = ${post} and a.standing = 'own' and ${validOn('a', from)} order by o.full_name, o.id`.execute(
      db,
    )
  ).rows
