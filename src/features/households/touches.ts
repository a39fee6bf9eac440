/** What the register holds of a unit. */
import { sql } from 'kysely'
import { overAs } from '#features/areas/queries.ts'
import type { AreaId } from '#kernel/ids.ts'
import type { Touch } from '#platform/server/touches.ts'

export const householdTouches: readonly Touch[] = [
  {
    of: 'unit',
    holds: async (db, { id }) => {
      const { rows } = await sql<{ count: number; over: AreaId[] }>`
        select count(*)::int as count, ${overAs(sql`${id}`)} as over from household h join area_reach r on r.area_id = h.village_id
         where r.over_id = ${id} and h.ended_on is null`.execute(db)
      const what = { vi: 'Hộ đang ở đây', en: 'Households that live here' }
      return rows.map(({ count, over }) => ({
        what,
        count,
        opens: { page: `/ho?noi=${id}`, right: 'household.read', over },
      }))
    },
  },
]
