/** SQL of what hangs together: the plan above that one carries out, and what the plans below add up to. */
import { type RawBuilder, sql } from 'kysely'
import { nameOn } from '#features/areas/queries.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { AreaId, TrainingPlanId } from '#kernel/ids.ts'
import { vnd } from '#kernel/numbers.ts'
import type { Db } from '#platform/server/database/open.ts'
import { inVietnamese } from '#platform/server/sql/order.ts'
import type { Below, PlanBeyond, PlanState } from '../model.ts'

/** Of `u`, an approved plan: whether an amendment has left it no line by the day. */
export const calledOff = (day: PlainDate) =>
  sql`not exists (select from plan_line k where k.plan_id = coalesce(plan_version(u.id, ${day}), u.id))`

type Version = RawBuilder<unknown>
/** People of each topic of a version; a topic is the same through the versions of its framework. */
const byTopic = (version: Version) => sql`(
  select f.line_id, t.code, max(t.title) as title, sum(k.people)::int as people
    from plan_line k join framework_topic t on t.id = k.topic_id join framework f on f.id = t.framework_id
   where k.plan_id = ${version} group by 1, 2)`
/** The topics of which one version is for more people than another; null where there are none. */
export const beyond = (here: Version, above: Version) => sql`(
  select jsonb_agg(jsonb_build_object('name', h.code || '. ' || h.title, 'here', h.people, 'above', coalesce(a.people, 0))
                   order by h.code, h.line_id)
    from ${byTopic(here)} h left join ${byTopic(above)} a on a.line_id = h.line_id and a.code = h.code
   where h.people > coalesce(a.people, 0))`
/** The version of the plan above the plan `s`, or above what that amends. */
export const versionAbove = (day: PlainDate) =>
  sql`plan_version(coalesce(s.parent_id, (select o.parent_id from training_plan o where o.id = s.original_id)), ${day})`

/** Of the plan `p`: that the one above was amended after it was approved as it stands, and has fewer people of a topic. */
export const madeLessAbove = (day: PlainDate) => sql`exists (
  select from training_plan v join training_plan u on u.id = plan_version(p.parent_id, ${day})
   where v.id = plan_version(p.id, ${day}) and u.amendment > 0 and u.approved_at > v.approved_at
     and ${beyond(sql`v.id`, sql`u.id`)} is not null)`

/** Of a draft that amends a plan: the plans below that would be for more people of a topic, by the names of their units. */
export const plansBeyond = async (db: Db, draft: TrainingPlanId, day: PlainDate): Promise<PlanBeyond[]> =>
  (
    await sql<PlanBeyond>`
      select p.id as "trainingPlanId", p.name, n.name as "areaName", b.topics
        from training_plan d join training_plan p on p.parent_id = d.original_id and not p.closed
        cross join lateral (select coalesce(plan_version(p.id, ${day}), p.id) as id) v
        cross join lateral (select ${beyond(sql`v.id`, sql`d.id`)} as topics) b
        cross join lateral (select ${nameOn(sql`p.area_id`, day)} as name) n
       where d.id = ${draft} and d.state = 'drafted' and b.topics is not null
       order by ${inVietnamese(sql`n.name`)}, p.id`.execute(db)
  ).rows

export const isCalledOff = async (db: Db, id: TrainingPlanId, day: PlainDate): Promise<boolean> =>
  (await sql<{ off: boolean }>`select ${calledOff(day)} as off from training_plan u where u.id = ${id}`.execute(db))
    .rows[0]?.off ?? false

/** An approved plan of the year of one of these units. */
export const isApprovedAbove = async (db: Db, id: TrainingPlanId, of: { over: readonly AreaId[]; year: number }) =>
  (
    await sql<{ id: TrainingPlanId }>`
      select p.id from training_plan p
       where p.id = ${id} and p.original_id is null and p.state = 'approved' and p.year = ${of.year} and p.area_id = any (${of.over}::uuid[])`.execute(
      db,
    )
  ).rows.length > 0

/** The plan by which a unit, which is held, carries out one of a unit above. */
export const carriedOutBy = (db: Db, parent: TrainingPlanId, area: AreaId) =>
  db
    .selectFrom('training_plan')
    .select('name')
    .where('parent_id', '=', parent)
    .where('area_id', '=', area)
    .where('closed', '=', false)
    .limit(1)
    .executeTakeFirst()

/** The plan above that a plan carries out. */
export const parentOf = async (db: Db, id: TrainingPlanId): Promise<TrainingPlanId | null> =>
  (await db.selectFrom('training_plan').select('parent_id').where('id', '=', id).executeTakeFirst())
    ?.parent_id as TrainingPlanId | null

/** A plan counts as approved from the day of its decision. */
const approvedBy = (day: PlainDate) => sql`(p.state = 'approved' and p.approved_on <= ${day})`

/** What the plans under a plan add up to on the day, those approved by then and the others apart, as far as the actor sees them. */
export async function sumBelow(db: Db, id: TrainingPlanId, day: PlainDate): Promise<Below> {
  const { rows } = await sql<Below['approved'] & { state: PlanState }>`
    select s.state, count(*)::int as plans, coalesce(sum(l.people), 0)::int as people, coalesce(sum(l.classes), 0)::int as classes,
           coalesce(sum(l.dong), 0)::bigint as dong
      from training_plan p
      cross join lateral (select case when ${approvedBy(day)} then 'approved' else 'drafted' end as state) s
      cross join lateral (select coalesce(plan_version(p.id, ${day}), p.id) as id) v
      cross join lateral (
        select sum(k.people) as people, sum(k.classes) as classes,
               (select sum(m.amount) from plan_line o join plan_money m on m.plan_line_id = o.id where o.plan_id = v.id) as dong
          from plan_line k where k.plan_id = v.id) l
     where p.parent_id = ${id} and not p.closed group by s.state`.execute(db)
  const of = (state: PlanState): Below['approved'] => {
    const { plans = 0, people = 0, classes = 0, dong = vnd(0) } = rows.find((row) => row.state === state) ?? {}
    return { plans, people, classes, dong }
  }
  return { approved: of('approved'), drafted: of('drafted'), topics: await topicsBelow(db, id, day) }
}

/** Topic by topic, so that too much of one does not hide what another lacks. */
const topicsBelow = async (db: Db, id: TrainingPlanId, day: PlainDate): Promise<Below['topics']> =>
  (
    await sql<Below['topics'][number]>`
      with version as (
        select coalesce(plan_version(p.id, ${day}), p.id) as id, p.id = ${id} as whole from training_plan p
         where p.id = ${id} or (p.parent_id = ${id} and ${approvedBy(day)})),
      line as (
        select l.topic_id, v.whole, sum(l.people)::int as people, sum(l.classes)::int as classes
          from version v join plan_line l on l.plan_id = v.id group by l.topic_id, v.whole)
      select t.id as "topicId", t.code || '. ' || t.title as name,
             jsonb_build_object('people', coalesce(w.people, 0), 'classes', coalesce(w.classes, 0)) as whole,
             jsonb_build_object('people', coalesce(b.people, 0), 'classes', coalesce(b.classes, 0)) as below
        from (select distinct l.topic_id from line l) x join framework_topic t on t.id = x.topic_id
        left join line w on w.topic_id = x.topic_id and w.whole
        left join line b on b.topic_id = x.topic_id and not b.whole
       order by t.code, t.id`.execute(db)
  ).rows
