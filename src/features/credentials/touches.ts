/** What this room holds of a unit: credentials of its people and rules, which a change of units moves nowhere; and of an official: what they hold. */
import { sql } from 'kysely'
import { unitGone } from '#features/areas/events.ts'
import { overAs } from '#features/areas/queries.ts'
import { recordsJoined } from '#features/people/events.ts'
import { lastMark } from '#features/tests/drawn/queries.ts'
import type { AreaId } from '#kernel/ids.ts'
import { byGivenName } from '#platform/server/sql/order.ts'
import { mostNamed, type Touch } from '#platform/server/touches.ts'
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
    of: 'class_test',
    // Who would no longer have passed, by no other test of the class either, and holds what rests on it: it holds until somebody revokes it.
    holds: async (db, { id, on, people = [] }) => {
      if (people.length === 0) return []
      const { rows } = await sql<{ count: number; names: string[]; area: AreaId; over: AreaId[] }>`
        with held as materialized (
          select distinct c.official_id, c.full_name, t.area_id from class_test t
            join credential c on c.class_ids @> array[t.class_id] and c.official_id = any (${people}::uuid[])
            join credential_rule r on r.id = c.rule_id and r.needs_test
           where t.id = ${id} and c.revoked_on is null and credential_last(c.id, c.last_day) >= ${on}
             and not exists (select from credential n where n.replaces_id = c.id)
             and not exists (
               select from class_test e join test_attempt a on a.test_id = e.id and a.official_id = c.official_id cross join ${lastMark} m
                where e.class_id = t.class_id and e.id <> t.id and e.purpose <> 'before' and m.passed))
        select count(*)::int as count, h.area_id as area, ${overAs(sql`h.area_id`)} as over,
               (array_agg(h.full_name order by ${byGivenName(sql`h.full_name`)}))[1:${sql.lit(mostNamed)}] as names
          from held h group by h.area_id`.execute(db)
      return rows.map(({ count, names, area, over }) => ({
        ...{ count, names, people: true as const },
        what: {
          vi: 'Người đang giữ chứng nhận nhờ bài kiểm tra này',
          en: 'Holders of a credential because of this test',
        },
        opens: { page: `/chung-nhan?noi=${area}&can-cu-con=khong`, right: 'training.read' as const, over },
      }))
    },
  },
  {
    of: 'training_class',
    // It is stepped back or called off: what rests on it stays until somebody revokes it.
    holds: async (db, { id, on }) => {
      const { rows } = await sql<{ count: number; names: string[]; area: AreaId; over: AreaId[] }>`
        with held as materialized (
          select distinct c.official_id, c.full_name, k.area_id from training_class k
            join credential c on c.class_ids @> array[k.id]
           where k.id = ${id} and c.revoked_on is null and credential_last(c.id, c.last_day) >= ${on}
             and not exists (select from credential n where n.replaces_id = c.id))
        select count(*)::int as count, h.area_id as area, ${overAs(sql`h.area_id`)} as over,
               (array_agg(h.full_name order by ${byGivenName(sql`h.full_name`)}))[1:${sql.lit(mostNamed)}] as names
          from held h group by h.area_id`.execute(db)
      return rows.map(({ count, names, area, over }) => ({
        ...{ count, names, people: true as const },
        what: { vi: 'Người đang giữ chứng nhận nhờ lớp này', en: 'Holders of a credential because of this class' },
        opens: { page: `/chung-nhan?noi=${area}`, right: 'training.read' as const, over },
      }))
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
