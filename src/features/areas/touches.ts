/** What the units themselves hold of one that is undone: what was said of it goes with it, and is kept with the undoing. */
import { sql } from 'kysely'
import type { Touch } from '#platform/server/touches.ts'
import { unitGone } from './events.ts'

export const areaTouches: readonly Touch[] = [
  {
    of: 'unit',
    holds: async (db, { id, act }) => {
      if (act !== unitGone) return []
      const { rows } = await sql<{ statuses: number; totals: number }>`
        select (select count(*)::int from area_status s where s.area_id = ${id}) as statuses,
               (select count(*)::int from declared_total d where d.area_id = ${id}) as totals`.execute(db)
      return rows.flatMap(({ statuses, totals }) => [
        { what: { vi: 'Lần ghi diện', en: 'Statuses given' }, count: statuses },
        { what: { vi: 'Lần ghi số liệu công bố', en: 'Totals declared' }, count: totals },
      ])
    },
  },
]
