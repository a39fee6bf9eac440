/** What a unit has laid down for phones. */
import { sql } from 'kysely'
import { unitGone } from '#features/areas/events.ts'
import type { Touch } from '#platform/server/touches.ts'
import { fieldProblem } from './problems.ts'

export const fieldTouches: readonly Touch[] = [
  {
    of: 'unit',
    // A unit that has no day any more has laid nothing down.
    forbids: async (db, { id, act }) => {
      if (act !== unitGone) return null
      const { rows } = await sql`
        select from phone_idle_time t where t.area_id = ${id} and t.withdrawn_because is null limit 1`.execute(db)
      return rows.length > 0 ? fieldProblem('field.unit_idle') : null
    },
  },
]
