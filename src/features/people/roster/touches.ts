/** What the roster holds of a unit: the posts at it. */
import { sql } from 'kysely'
import { unitBack, unitGone } from '#features/areas/events.ts'
import { overAs } from '#features/areas/queries.ts'
import type { AreaId } from '#kernel/ids.ts'
import { validOn } from '#platform/server/sql/days.ts'
import { byGivenName } from '#platform/server/sql/order.ts'
import { mostNamed, type Touch } from '#platform/server/touches.ts'
import { rosterProblem } from './problems.ts'

export const rosterTouches: readonly Touch[] = [
  {
    of: 'unit',
    // A unit that has no day any more has nobody in its posts.
    forbids: async (db, { id, on, act, today = on }) => {
      if (act !== unitGone) return null
      const { rows } = await sql<{ name: string }>`
        select distinct o.full_name as name from appointment a join official o on o.id = a.official_id
         where a.area_id = ${id} and a.valid_until is distinct from a.valid_from
           and coalesce(a.valid_until, 'infinity') > greatest(${on}::date, ${today}::date) order by 1`.execute(db)
      if (rows.length === 0) {
        const { rows: kept } = await sql<{ count: number }>`
          select count(*)::int as count from official o where o.unit_id = ${id}`.execute(db)
        const count = kept[0]?.count ?? 0
        return count > 0 ? rosterProblem('official.unit_keeps', { count }) : null
      }
      const names = rows.slice(0, 3).map((row) => row.name)
      return rosterProblem('official.unit_held', { count: rows.length, names: names.join(', ') })
    },
    holds: async (db, { id, on, act }) => {
      if (act === unitBack || act === unitGone) return []
      const { rows } = await sql<{ count: number; names: string[]; over: AreaId[] }>`
        with held as (select distinct a.official_id as id from appointment a join area_reach r on r.area_id = a.area_id
                       where r.over_id = ${id} and ${validOn('a', on)})
        select (select count(*)::int from held) as count,
               array(select o.full_name from held h join official o on o.id = h.id
                      order by ${byGivenName(sql`o.full_name`)}, o.id limit ${mostNamed}) as names, ${overAs(sql`${id}`)} as over`.execute(
        db,
      )
      const what = { vi: 'Người đang giữ chức danh ở đây', en: 'People who hold posts here' }
      const opens = { page: `/can-bo?noi=${id}&ngay=${on}&chuc-danh=any`, right: 'roster.read' as const }
      return rows.map(({ count, names, over }) => ({ what, count, names, people: true, opens: { ...opens, over } }))
    },
  },
]
