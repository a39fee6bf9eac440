/** What this room holds of a unit: the materials of its library, which a change of units moves nowhere. */
import { sql } from 'kysely'
import { unitBack, unitGone } from '#features/areas/events.ts'
import { overAs } from '#features/areas/queries.ts'
import type { AreaId } from '#kernel/ids.ts'
import type { Touch } from '#platform/server/touches.ts'
import { studyProblem } from './problems.ts'

export const studyTouches: readonly Touch[] = [
  {
    of: 'unit',
    // Of a unit that never was nothing may be kept.
    forbids: async (db, { id, act }) => {
      if (act !== unitGone) return null
      const { rows } = await sql<{ materials: number; handouts: number; inquiries: number }>`
        select (select count(*)::int from material m where m.area_id = ${id}) as materials,
               (select count(*)::int from handout h where h.area_id = ${id} or h.to_area_id = ${id}) as handouts,
               (select count(*)::int from inquiry i where i.area_id = ${id}) as inquiries`.execute(db)
      const [kept = { materials: 0, handouts: 0, inquiries: 0 }] = rows
      return kept.materials + kept.handouts + kept.inquiries > 0 ? studyProblem('study.unit_held', kept) : null
    },
    holds: async (db, { id, act }) => {
      if (act === unitBack || act === unitGone) return []
      const { rows } = await sql<{ count: number; over: AreaId[] }>`
        select count(*)::int as count, ${overAs(sql`${id}`)} as over from material m
          join area_reach r on r.area_id = m.area_id and r.over_id = ${id} where m.out_at is null`.execute(db)
      return rows.map(({ count, over }) => ({
        ...{ count, opens: { page: `/thu-vien?noi=${id}`, right: 'library.read' as const, over } },
        what: {
          vi: 'Tài liệu trong thư viện (đơn vị hết thì ở lại với đơn vị ấy)',
          en: 'Materials of the library (they stay with a unit that ends)',
        },
      }))
    },
  },
]
