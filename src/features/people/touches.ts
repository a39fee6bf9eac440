/** What the accounts hold of a unit, and whom the nation cannot do without. */
import { sql } from 'kysely'
import { unitBack, unitEnding, unitGone } from '#features/areas/events.ts'
import { overAs } from '#features/areas/queries.ts'
import type { AreaId } from '#kernel/ids.ts'
import { validOn } from '#platform/server/sql/days.ts'
import { mostNamed, type Touch } from '#platform/server/touches.ts'
import { peopleProblem } from './problems.ts'
import { isLastAdministrator } from './queries.ts'

export const peopleTouches: readonly Touch[] = [
  {
    of: 'official',
    forbids: async (db, { grant, on }) =>
      grant && (await isLastAdministrator(db, grant.id, on)) ? peopleProblem('people.last_administrator') : null,
  },
  {
    of: 'unit',
    forbids: async (db, { id, on, act, today = on }) => {
      if (act !== unitGone) return null
      const { rows } = await sql<{ name: string }>`
        select distinct a.full_name as name from access_grant g join account a on a.id = g.account_id
         where g.area_id = ${id} and g.valid_until is distinct from g.valid_from
           and coalesce(g.valid_until, 'infinity') > greatest(${on}::date, ${today}::date) order by 1`.execute(db)
      const names = rows.slice(0, 3).map((row) => row.name)
      if (rows.length === 0) return null
      return peopleProblem('people.unit_granted', { count: rows.length, names: names.join(', ') })
    },
    holds: async (db, { id, on, act }) => {
      if (act === unitBack || act === unitGone) return []
      // Where the unit alone ends, villages below it go on with the roles that are given there.
      const here = unitEnding.has(act)
      const { rows } = await sql<{ count: number; names: string[] | null; over: AreaId[] }>`
        select count(*)::int as count, (array_agg(distinct a.full_name))[:${sql.lit(mostNamed)}] as names, ${overAs(sql`${id}`)} as over
          from access_grant g join area_reach r on r.area_id = g.area_id join account a on a.id = g.account_id
         where r.over_id = ${id} and (not ${here}::boolean or g.area_id = ${id}) and ${validOn('g', on)}`.execute(db)
      const what = here
        ? { vi: 'Quyền đã giao tại chính đơn vị này, phải giao lại', en: 'Grants at the unit itself, to be given anew' }
        : { vi: 'Quyền đã giao tại đây', en: 'Grants given here' }
      return rows.map(({ count, names, over }) => ({
        what,
        count,
        names: names ?? [],
        opens: { page: here ? `/quyen?noi=${id}&tai-day=1` : `/quyen?noi=${id}`, right: 'grant.read' as const, over },
      }))
    },
  },
  {
    of: 'unit',
    // Rules that hold on would be of nobody, and a slip or a record on its way would belong nowhere; those that are over stay as they were.
    forbids: async (db, { id, on, act, today = on }) => {
      if (act !== unitGone) return null
      const { rows } = await sql<{ rules: number; slips: number; handovers: number }>`
        with rule as (
          select n.valid_until, n.area_id from norm n union all select q.valid_until, q.area_id from post_requirement q
          union all select t.valid_until, t.area_id from move_target t)
        select (select count(*)::int from rule r where r.area_id = ${id} and coalesce(r.valid_until, 'infinity') > ${today}) as rules,
               (select count(*)::int from sign_in_slip s
                 where s.area_id = ${id} and s.used_at is null and s.withdrawn_at is null and s.last_day >= ${today}) as slips,
               (select count(*)::int from official_handover h where ${id} in (h.from_id, h.to_id) and h.state = 'asked') as handovers`.execute(
        db,
      )
      const [made = { rules: 0, slips: 0, handovers: 0 }] = rows
      return made.rules + made.slips + made.handovers > 0 ? peopleProblem('people.unit_waits', made) : null
    },
  },
]
