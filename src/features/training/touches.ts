/** What training holds of a unit: plans that it makes, lines and places of classes there, ways to it, wishes of its people. A change of units moves none of them. */
import { sql } from 'kysely'
import { unitBack, unitGone } from '#features/areas/events.ts'
import { overAs } from '#features/areas/queries.ts'
import { yearOf } from '#kernel/dates.ts'
import type { AreaId } from '#kernel/ids.ts'
import { fill } from '#kernel/text.ts'
import { inVietnamese } from '#platform/server/sql/order.ts'
import type { Touch } from '#platform/server/touches.ts'
import { planProblem } from './plan/problems.ts'

const namedTwice = {
  vi: 'Cả hai hồ sơ có tên trong “{plan}” đã duyệt, cho {topic}; hãy bỏ một tên bằng một lần điều chỉnh trước.',
  en: 'Both records are named in “{plan}”, which is approved, for {topic}; leave one out by a change of it first.',
}

export const trainingTouches: readonly Touch[] = [
  {
    of: 'unit',
    // What a unit has made goes nowhere by itself where the unit has no day any more.
    forbids: async (db, { id, act }) => {
      if (act !== unitGone) return null
      const { rows } = await sql<{ plans: number; wishes: number; places: number }>`
        select (select count(*)::int from training_plan p where p.area_id = ${id}) as plans,
               (select count(*)::int from training_wish w where w.area_id = ${id} and w.withdrawn_on is null) as wishes,
               (select count(*)::int from class_place c where c.area_id = ${id})
                 + (select count(*)::int from training_way w where ${id} in (w.from_id, w.to_id)) as places`.execute(db)
      const [made = { plans: 0, wishes: 0, places: 0 }] = rows
      return made.plans + made.wishes + made.places > 0 ? planProblem('plan.unit_held', made) : null
    },
    holds: async (db, { id, on, act }) => {
      if (act === unitBack) return []
      const { rows: plans } = await sql<{ id: string; name: string; own: boolean; lines: number }>`
        with reached as (select r.area_id from area_reach r where r.over_id = ${id})
        select p.id, p.name, p.area_id in (select area_id from reached) as own, l.lines
          from training_plan p
          cross join lateral (select count(*)::int as lines from plan_line k
                               where k.plan_id = coalesce(plan_version(p.id, 'infinity'), p.id) and k.place_id in (select area_id from reached)) l
         where p.original_id is null and p.year >= ${yearOf(on)} and (p.area_id in (select area_id from reached) or l.lines > 0)
         order by p.year, ${inVietnamese(sql`p.name`)}, p.id`.execute(db)
      const { rows } = await sql<{ wishes: number; places: number; ways: number; over: AreaId[] }>`
        with reached as (select r.area_id from area_reach r where r.over_id = ${id})
        select (select count(*)::int from training_wish w where w.area_id in (select area_id from reached) and w.withdrawn_on is null) as wishes,
               (select count(*)::int from class_place c where c.area_id in (select area_id from reached)
                 and coalesce(c.valid_until, 'infinity') > ${on}) as places,
               (select count(*)::int from training_way w where w.from_id in (select area_id from reached) or w.to_id in (select area_id from reached)) as ways,
               ${overAs(sql`${id}`)} as over`.execute(db)
      const right = 'training.read' as const
      const named = (vi: string, en: string, name: string) => ({ vi: `${vi}: ${name}`, en: `${en}: ${name}` })
      return rows.flatMap(({ wishes, places, ways, over }) => [
        ...plans.flatMap(({ id: plan, name, own, lines }) => {
          const opens = { page: `/ke-hoach-dao-tao/${plan}`, right, over }
          return [
            ...(own
              ? [{ count: 1, opens, what: named('Kế hoạch đào tạo của đơn vị', 'Plan of training of the unit', name) }]
              : []),
            { count: lines, opens, what: named('Dòng kế hoạch dự kiến mở ở đây', 'Lines to be taught here', name) },
          ]
        }),
        {
          ...{ count: wishes, opens: { page: `/nhu-cau-dao-tao?noi=${id}`, right, over } },
          what: { vi: 'Người được cử, đề nghị đi học', en: 'People nominated for training, or asking for it' },
        },
        {
          ...{ count: places + ways, opens: { page: `/nhu-cau-dao-tao/duong-di?noi=${id}`, right, over } },
          what: { vi: 'Nơi mở lớp, đường đến nơi mở lớp', en: 'Places of classes, and ways to them' },
        },
      ])
    },
  },
  {
    of: 'official',
    against: async (db, { kept, former }) => {
      const { rows } = await sql<{ plan: string; topic: string }>`
        select f.plan, f.topic from training_join_faults(${kept}, ${former}) f`.execute(db)
      return rows.map((names) => ({
        code: 'plan',
        said: { vi: fill(namedTwice.vi, names), en: fill(namedTwice.en, names) },
      }))
    },
    joins: (db, { kept, former }) => sql`select training_joined(${kept}, ${former})`.execute(db),
  },
]
