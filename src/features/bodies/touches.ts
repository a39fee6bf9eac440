/** What bodies hold of a unit: those that go on there. A change of units does not move them; they are shown as they stand. */
import { sql } from 'kysely'
import { unitBack, unitGone } from '#features/areas/events.ts'
import { overAs } from '#features/areas/queries.ts'
import { recordsJoined } from '#features/people/events.ts'
import type { AreaId } from '#kernel/ids.ts'
import { fill, type Said } from '#kernel/text.ts'
import { validOn } from '#platform/server/sql/days.ts'
import { inVietnamese } from '#platform/server/sql/order.ts'
import { mostNamed, type Touch } from '#platform/server/touches.ts'
import { bodyProblem } from './problems.ts'

/** Why two records of the roster cannot become one. */
const joinFaults = {
  role: {
    vi: 'Cùng một thời gian, hai hồ sơ ghi vai trò khác nhau trong {body}; hãy sửa trước.',
    en: 'For the same time the records give different roles in {body}; put it right first.',
  },
  ends: {
    vi: 'Hai hồ sơ ghi khác nhau ngày thôi làm thành viên {body}; hãy sửa cho giống nhau trước.',
    en: 'The records differ in when the membership of {body} ended; put it right first.',
  },
  died: {
    vi: 'Một hồ sơ ghi đã qua đời, hồ sơ kia là thành viên {body} sau ngày đó; hãy sửa trước.',
    en: 'One record says the person died, the other sits in {body} after that day; put it right first.',
  },
} as const satisfies Record<string, Said>
type JoinFault = keyof typeof joinFaults

export const bodyTouches: readonly Touch[] = [
  {
    of: 'unit',
    // A unit that has no day any more has founded nothing.
    forbids: async (db, { id, act }) => {
      if (act !== unitGone) return null
      const { rows } = await sql<{ name: string }>`
        select b.name from body b where b.unit_id = ${id} and b.valid_until is distinct from b.valid_from order by b.valid_from limit 1`.execute(
        db,
      )
      return rows[0] ? bodyProblem('bodies.unit_held', { name: rows[0].name }) : null
    },
    holds: async (db, { id, on, act }) => {
      if (act === unitBack || act === unitGone) return []
      const { rows } = await sql<{ count: number; names: string[]; over: AreaId[] }>`
        select count(*)::int as count, (array_agg(b.name order by ${inVietnamese(sql`b.name`)}, b.id))[:${sql.lit(mostNamed)}] as names,
               ${overAs(sql`${id}`)} as over from body b join area_reach r on r.area_id = b.unit_id
         where r.over_id = ${id} and ${validOn('b', on)}`.execute(db)
      const what = { vi: 'Ban Chỉ đạo, Ban Giám sát đang hoạt động ở đây', en: 'Steering and supervision bodies here' }
      const opens = { page: `/ban?noi=${id}&ngay=${on}`, right: 'body.read' as const }
      return rows.map(({ count, names, over }) => ({ what, count, names: names ?? [], opens: { ...opens, over } }))
    },
  },
  {
    of: 'unit',
    forbids: async (db, { id, on, act, today = on }) => {
      if (act !== unitGone) return null
      const { rows } = await sql<{ count: number }>`
        select count(*)::int as count from body_norm n
         where n.area_id = ${id} and coalesce(n.valid_until, 'infinity') > ${today}`.execute(db)
      const count = rows[0]?.count ?? 0
      return count > 0 ? bodyProblem('bodies.unit_rules', { count }) : null
    },
  },
  {
    of: 'official',
    holds: async (db, { id, act }) => {
      if (act !== recordsJoined) return []
      const { rows } = await sql<{ seats: number; tasks: number }>`
        select (select count(*)::int from body_member m
                 where m.official_id = ${id} and m.valid_until is distinct from m.valid_from) as seats,
               (select count(*)::int from body_task t where t.official_id = ${id} and t.taken_back is null) as tasks`.execute(
        db,
      )
      return rows.flatMap(({ seats, tasks }) => [
        { what: { vi: 'Lần làm thành viên Ban', en: 'Memberships of bodies' }, count: seats },
        { what: { vi: 'Việc được giao', en: 'Tasks given' }, count: tasks },
      ])
    },
    against: async (db, { kept, former }) => {
      const { rows } = await sql<{ fault: JoinFault; about: { body: string } }>`
        select f.fault, f.about from body_join_faults(${kept}, ${former}) f`.execute(db)
      return rows.map(({ fault, about }) => ({
        code: fault,
        said: { vi: fill(joinFaults[fault].vi, about), en: fill(joinFaults[fault].en, about) },
      }))
    },
    joins: (db, { kept, former }) => sql`select body_members_joined(${kept}, ${former})`.execute(db),
  },
]
