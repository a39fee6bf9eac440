/** What training holds of a unit: plans that it makes, lines and places of classes there, ways to it, wishes of its people. A change of units moves none of them. */
import { sql } from 'kysely'
import { unitBack, unitGone } from '#features/areas/events.ts'
import { nameOn, overAs } from '#features/areas/queries.ts'
import { recordsJoined } from '#features/people/events.ts'
import { showDate, yearOf } from '#kernel/dates.ts'
import type { AreaId } from '#kernel/ids.ts'
import { fill } from '#kernel/text.ts'
import { byGivenName, inVietnamese } from '#platform/server/sql/order.ts'
import { mostNamed, type Touch } from '#platform/server/touches.ts'
import { owedUnder } from './comments/queries.ts'
import { planProblem } from './plan/problems.ts'

const namedTwice = {
  one: {
    vi: 'Cả hai hồ sơ có tên trong “{plan}” của {unit}, đã duyệt, cho {topic}; hãy bỏ một tên bằng một lần điều chỉnh trước.',
    en: 'Both records are named in “{plan}” of {unit}, which is approved, for {topic}; leave one out by an amendment first.',
  },
  two: {
    vi: 'Một hồ sơ có tên trong “{plan}” của {unit}, hồ sơ kia trong “{other}” của {otherUnit}, đều đã duyệt, cho {topic}; hãy bỏ một tên bằng một lần điều chỉnh trước.',
    en: 'One record is named in “{plan}” of {unit}, the other in “{other}” of {otherUnit}, both approved, for {topic}; leave one out by an amendment first.',
  },
}
type Named = {
  readonly [name in 'topic' | 'plan' | 'planId' | 'unit' | 'other' | 'otherId' | 'otherUnit']: string
} & { readonly over: AreaId[]; readonly seen: boolean; readonly otherSeen: boolean }

/** Where both plans can be opened: of one that the actor does not see the name alone is told. */
const plansOf = ({ over, ...row }: Named) =>
  [
    { id: row.planId, name: row.plan, seen: row.seen },
    ...(row.otherId === row.planId ? [] : [{ id: row.otherId, name: row.other, seen: row.otherSeen }]),
  ]
    .filter(({ seen }) => seen)
    .map(({ id, name }) => ({
      name: { vi: name, en: name },
      page: `/ke-hoach-dao-tao/${id}`,
      right: 'training.read' as const,
      over,
    }))

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
      if (act === unitBack || act === unitGone) return []
      const { rows: plans } = await sql<{ id: string; name: string; own: boolean; lines: number }>`
        with reached as (select r.area_id from area_reach r where r.over_id = ${id})
        select p.id, p.name, p.area_id in (select area_id from reached) as own, l.lines
          from training_plan p
          cross join lateral (select count(*)::int as lines from plan_line k
                               where k.plan_id = coalesce(plan_version(p.id, 'infinity'), p.id) and k.place_id in (select area_id from reached)) l
         where p.original_id is null and p.year >= ${yearOf(on)} and (p.area_id in (select area_id from reached) or l.lines > 0)
         order by p.year, ${inVietnamese(sql`p.name`)}, p.id`.execute(db)
      const { rows } = await sql<{ wishes: number; names: string[]; places: number; ways: string[]; over: AreaId[] }>`
        with reached as (select r.area_id from area_reach r where r.over_id = ${id})
        select (select count(*)::int from training_wish w where w.area_id in (select area_id from reached) and w.withdrawn_on is null) as wishes,
               array(select o.full_name from official o where o.id in (
                       select w.official_id from training_wish w where w.area_id in (select area_id from reached) and w.withdrawn_on is null)
                      order by ${byGivenName(sql`o.full_name`)}, o.id limit ${mostNamed}) as names,
               (select count(*)::int from class_place c where c.area_id in (select area_id from reached)
                 and coalesce(c.valid_until, 'infinity') > ${on}) as places,
               array(select ${nameOn(sql`w.from_id`, on)} || ' - ' || ${nameOn(sql`w.to_id`, on)} || ' ' || w.km || ' km' from training_way w
                      where w.from_id in (select area_id from reached) or w.to_id in (select area_id from reached) order by 1) as ways,
               ${overAs(sql`${id}`)} as over`.execute(db)
      const asked = await owedUnder(db, id as AreaId, on)
      const right = 'training.read' as const
      const named = (vi: string, en: string, name: string) => ({ vi: `${vi}: ${name}`, en: `${en}: ${name}` })
      return rows.flatMap(({ wishes, names, places, ways, over }) => [
        ...plans.flatMap(({ id: plan, name, own, lines }) => {
          const opens = { page: `/ke-hoach-dao-tao/${plan}`, right, over }
          return [
            ...(own
              ? [
                  {
                    count: 1,
                    one: true as const,
                    opens,
                    what: named('Kế hoạch đào tạo của đơn vị', 'Plan of training of the unit', name),
                  },
                ]
              : []),
            { count: lines, opens, what: named('Dòng kế hoạch dự kiến mở ở đây', 'Lines to be taught here', name) },
          ]
        }),
        ...asked.map(({ planId, name, due, units }) => ({
          ...{ count: units, opens: { page: `/ke-hoach-dao-tao/${planId}`, right, over } },
          what: {
            vi: `Còn được góp ý “${name}” đến ${showDate(due)}, sau thay đổi đơn vị mới phải được hỏi lại; số đơn vị đang được hỏi`,
            en: `“${name}” may be commented on until ${showDate(due)}, and what takes over has to be asked anew; units asked now`,
          },
        })),
        {
          ...{
            count: wishes,
            names,
            people: true as const,
            opens: { page: `/nhu-cau-dao-tao?noi=${id}`, right, over },
          },
          what: { vi: 'Người được cử, đề nghị đi học', en: 'People nominated for training, or asking for it' },
        },
        {
          ...{ count: places, opens: { page: `/nhu-cau-dao-tao/duong-di?noi=${id}`, right, over } },
          what: { vi: 'Nơi mở lớp', en: 'Places of classes' },
        },
        {
          ...{ count: ways.length, names: ways.slice(0, mostNamed) },
          opens: { page: `/nhu-cau-dao-tao/duong-di?noi=${id}`, right, over },
          what: {
            vi: 'Đường đến nơi mở lớp (đơn vị hết thì đường giữ tên cũ, đánh dấu đã hết, không sang đơn vị kế thừa: cần ghi đường mới)',
            en: 'Ways to places of classes (of a unit that ends they keep the old name, are marked as over, and go to no successor: new ones have to be entered)',
          },
        },
      ])
    },
  },
  {
    of: 'unit',
    // Nor do plans of others name it, nor rules of its own hold on.
    forbids: async (db, { id, on, act, today = on }) => {
      if (act !== unitGone) return null
      const { rows } = await sql<{ lines: number; seats: number; rules: number }>`
        with line as (
          select k.id, k.place_id from training_plan p join plan_line k on k.plan_id = coalesce(plan_version(p.id, 'infinity'), p.id)
           where p.original_id is null and p.area_id <> ${id})
        select (select count(*)::int from line l where l.place_id = ${id}) as lines,
               (select count(*)::int from plan_seat s join line l on l.id = s.plan_line_id where s.from_id = ${id}) as seats,
               (select count(*)::int from spending_norm n where n.area_id = ${id} and coalesce(n.valid_until, 'infinity') > ${today})
                 + (select count(*)::int from training_limit m
                     where m.area_id = ${id} and m.withdrawn_because is null and coalesce(m.valid_until, 'infinity') > ${today})
                 + (select count(*)::int from framework f where f.area_id = ${id} and f.state = 'drafted')
                 + (select count(*)::int from error_topic e where e.area_id = ${id}) as rules`.execute(db)
      const [made = { lines: 0, seats: 0, rules: 0 }] = rows
      return made.lines + made.seats + made.rules > 0 ? planProblem('plan.unit_named', made) : null
    },
  },
  {
    of: 'official',
    holds: async (db, { id, act }) => {
      if (act !== recordsJoined) return []
      const { rows } = await sql<{ nominated: number; requested: number; seats: number }>`
        select (select count(*)::int from training_wish w
                 where w.official_id = ${id} and w.withdrawn_on is null and w.source = 'nominated') as nominated,
               (select count(*)::int from training_wish w
                 where w.official_id = ${id} and w.withdrawn_on is null and w.source = 'requested') as requested,
               (select count(*)::int from plan_seat s where s.official_id = ${id} and s.stands) as seats`.execute(db)
      return rows.flatMap(({ nominated, requested, seats }) => [
        { what: { vi: 'Nhu cầu học: được cử', en: 'Needs of training: nominated' }, count: nominated },
        { what: { vi: 'Nhu cầu học: tự đề nghị', en: 'Needs of training: own requests' }, count: requested },
        { what: { vi: 'Tên trong kế hoạch đào tạo', en: 'Named in plans of training' }, count: seats },
      ])
    },
    against: async (db, { kept, former }, day) => {
      const { rows } = await sql<Named>`
        select f.topic, f.plan, f.plan_id as "planId", ${nameOn(sql`f.area_id`, day)} as unit,
               f.other, f.other_id as "otherId", ${nameOn(sql`f.other_area_id`, day)} as "otherUnit",
               exists (select from training_plan p where p.id = f.plan_id) as seen,
               exists (select from training_plan p where p.id = f.other_id) as "otherSeen",
               ${overAs(sql`(select o.unit_id from official o where o.id = ${kept})`)} as over
          from training_join_faults(${kept}, ${former}) f`.execute(db)
      return rows.map((row) => {
        const said = row.planId === row.otherId ? namedTwice.one : namedTwice.two
        return {
          code: 'plan',
          said: { vi: fill(said.vi, row), en: fill(said.en, row) },
          opens: plansOf(row),
        }
      })
    },
    joins: (db, { kept, former }) => sql`select training_joined(${kept}, ${former})`.execute(db),
  },
]
