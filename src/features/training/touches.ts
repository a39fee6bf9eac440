/** What training holds of a unit: plans that it makes, and lines of others that are to be taught there. A change of units moves neither. */
import { sql } from 'kysely'
import { unitBack } from '#features/areas/events.ts'
import { overAs } from '#features/areas/queries.ts'
import { yearOf } from '#kernel/dates.ts'
import type { AreaId } from '#kernel/ids.ts'
import type { Touch } from '#platform/server/touches.ts'

export const trainingTouches: readonly Touch[] = [
  {
    of: 'unit',
    holds: async (db, { id, on, act }) => {
      if (act === unitBack) return []
      const { rows } = await sql<{ plans: number; lines: number; over: AreaId[] }>`
        with reached as (select r.area_id from area_reach r where r.over_id = ${id})
        select (select count(*)::int from training_plan p where p.area_id in (select area_id from reached) and p.original_id is null and p.year >= ${yearOf(on)}) as plans,
               (select count(*)::int from plan_line l join training_plan p on p.id = l.plan_id
                 where l.place_id in (select area_id from reached) and p.year >= ${yearOf(on)}
                   and (p.state = 'drafted' or p.id = plan_version(coalesce(p.original_id, p.id), 'infinity'))) as lines,
               ${overAs(sql`${id}`)} as over`.execute(db)
      const opens = { page: '/ke-hoach-dao-tao', right: 'training.read' as const }
      return rows.flatMap(({ plans, lines, over }) => [
        {
          ...{ count: plans, opens: { ...opens, over } },
          what: { vi: 'Kế hoạch đào tạo của đơn vị', en: 'Plans of training of the unit' },
        },
        {
          ...{ count: lines, opens: { ...opens, over } },
          what: { vi: 'Lớp dự kiến mở ở đây', en: 'Lines of plans to be taught here' },
        },
      ])
    },
  },
]
