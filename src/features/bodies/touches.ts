/** What bodies hold of a unit: those that go on there. A change of units does not move them; they are shown as they stand. */
import { sql } from 'kysely'
import { unitBack, unitGone } from '#features/areas/events.ts'
import { overAs } from '#features/areas/queries.ts'
import type { AreaId } from '#kernel/ids.ts'
import { validOn } from '#platform/server/sql/days.ts'
import type { Touch } from '#platform/server/touches.ts'
import { bodyProblem } from './problems.ts'

export const bodyTouches: readonly Touch[] = [
  {
    of: 'unit',
    // A unit that has no day any more has founded nothing.
    forbids: async (db, { id, act }) => {
      if (act !== unitGone) return null
      const { rows } = await sql<{ name: string }>`
        select b.name from body b where b.unit_id = ${id} order by b.valid_from limit 1`.execute(db)
      return rows[0] ? bodyProblem('bodies.unit_held', { name: rows[0].name }) : null
    },
    holds: async (db, { id, on, act }) => {
      if (act === unitBack) return []
      const { rows } = await sql<{ count: number; over: AreaId[] }>`
        select count(*)::int as count, ${overAs(sql`${id}`)} as over from body b join area_reach r on r.area_id = b.unit_id
         where r.over_id = ${id} and ${validOn('b', on)}`.execute(db)
      const what = { vi: 'Ban Chỉ đạo, Ban Giám sát đang hoạt động ở đây', en: 'Steering and supervision bodies here' }
      const opens = { page: `/ban?noi=${id}&ngay=${on}`, right: 'body.read' as const }
      return rows.map(({ count, over }) => ({ what, count, opens: { ...opens, over } }))
    },
  },
]
