/** What this room holds of a unit: credentials of its people and rules, which a change of units moves nowhere; and of an official: what they hold. */
import { sql } from 'kysely'
import { unitGone } from '#features/areas/events.ts'
import { recordsJoined } from '#features/people/events.ts'
import type { Touch } from '#platform/server/touches.ts'
import { credentialsProblem } from './problems.ts'

export const credentialTouches: readonly Touch[] = [
  {
    of: 'unit',
    // Of a unit that never was nothing may be kept.
    forbids: async (db, { id, act }) => {
      if (act !== unitGone) return null
      const { rows } = await sql<{ kept: number }>`
        select (select count(*) from credential c where c.area_id = ${id} or c.from_id = ${id})::int
             + (select count(*) from credential_rule r where r.area_id = ${id})::int
             + (select count(*) from credential_extension e where e.area_id = ${id})::int
             + (select count(*) from gate_setting s where s.area_id = ${id})::int as kept`.execute(db)
      const kept = rows[0]?.kept ?? 0
      return kept > 0 ? credentialsProblem('credentials.unit_held', { kept }) : null
    },
  },
  {
    of: 'official',
    holds: async (db, { id, act }) => {
      if (act !== recordsJoined) return []
      const { rows } = await sql<{ count: number }>`
        select count(*)::int as count from credential c where c.official_id = ${id}`.execute(db)
      return rows.map(({ count }) => ({ what: { vi: 'Chứng nhận tập huấn', en: 'Credentials' }, count }))
    },
    joins: (db, { kept, former }) => sql`select credentials_joined(${kept}, ${former})`.execute(db),
  },
]
