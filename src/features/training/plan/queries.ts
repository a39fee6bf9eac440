/** SQL of plans of training. Row security shows them to who reaches their unit. */
import { sql } from 'kysely'
import { nameOn } from '#features/areas/queries.ts'
import type { Authority } from '#kernel/access.ts'
import { type PlainDate, yearOf } from '#kernel/dates.ts'
import type { AccountId, AreaId, ProgrammeId, TrainingPlanId } from '#kernel/ids.ts'
import { vnd } from '#kernel/numbers.ts'
import { fold } from '#kernel/text.ts'
import { locks } from '#platform/server/database/locks.ts'
import type { Db } from '#platform/server/database/open.ts'
import { holdingEach } from '#platform/server/sql/like.ts'
import { inVietnamese } from '#platform/server/sql/order.ts'
import type { Below, Plan, PlanLevel, PlanState } from './model.ts'

export type Filter = {
  readonly today: PlainDate
  readonly q?: string | null
  readonly year?: number | null
  readonly level?: PlanLevel | null
  readonly state?: PlanState | null
  /** Drafts of these units themselves that are submitted as they are, on which who asks has not worked. */
  readonly toApprove?: { readonly at: readonly AreaId[]; readonly by: AccountId } | null
  /** Of this year or the next, with lines, of a unit above these, one of which has none with lines under it. */
  readonly toCarry?: readonly AreaId[] | null
  readonly parent?: TrainingPlanId | null
  /** Of this unit itself. */
  readonly area?: AreaId | null
}
type Window = { readonly page: number; readonly size: number }

const shown = (today: PlainDate) => sql`
  s.id as "trainingPlanId", coalesce((select n.name from training_plan n where n.id = v.id), s.name) as name, s.year, s.amendment, s.area_id as "areaId", ${nameOn(sql`s.area_id`, today)} as "areaName", s.level, s.state,
  (select jsonb_build_object('programmeId', p.id, 'name', coalesce(s.programme_name, p.name),
                             'partOf', case when s.programme_name is null then w.name else s.programme_whole end)
     from programme p left join programme w on w.id = p.part_of_id where p.id = s.programme_id) as programme,
  l.lines, l.people, l.classes,
  (select coalesce(sum(m.amount), 0)::bigint from plan_line k join plan_money m on m.plan_line_id = k.id where k.plan_id = v.id) as dong,
  case when s.state = 'approved'
       then jsonb_build_object('number', s.approved_number, 'day', s.approved_on, 'issuer', s.approved_issuer) end as approved`
/** The lines of a plan as it is amended by the day; those of a draft are its own. */
const counted = (day: PlainDate) => sql`
  left join lateral (select coalesce(plan_version(s.id, ${day}), s.id) as id) v on true
  left join lateral (select count(*)::int as lines, coalesce(sum(k.people), 0)::int as people, coalesce(sum(k.classes), 0)::int as classes
                       from plan_line k where k.plan_id = v.id) l on true`
/** The latest year first; a province before its communes. */
const inOrder = sql`s.year desc, array_position(array['province', 'district', 'commune'], s.level), ${inVietnamese(sql`s.name`)}, s.amendment, s.id`

export async function plansAt(
  db: Db,
  {
    today,
    q = null,
    year = null,
    level = null,
    state = null,
    toApprove = null,
    toCarry = null,
    parent = null,
    area = null,
  }: Filter,
  { page, size }: Window,
): Promise<{ rows: Plan[]; total: number }> {
  const words = q === null ? null : holdingEach(fold(q))
  const { rows } = await sql<Plan & { total: number; trainingPlanId: TrainingPlanId | null }>`
    with found as materialized (
      select p.* from training_plan p
       where (p.original_id is null or p.state = 'drafted')
         and (${q}::text is null or p.search || ' ' || p.year || ' ' || fold(coalesce(p.approved_number, '')) like all (${words}::text[])
              or p.id in (select n.original_id from training_plan n
                           where n.original_id is not null and fold(n.approved_number) like all (${words}::text[])))
         and (${year}::int is null or p.year = ${year})
         and (${level}::text is null or p.level = ${level})
         and (${state}::text is null or p.state = ${state})
         and (${parent}::uuid is null or p.parent_id = ${parent})
         and (${area}::uuid is null or p.area_id = ${area})
         and (${toApprove === null} or (p.state = 'drafted' and p.area_id = any (${toApprove?.at ?? []}::uuid[])
              and not p.worked_by @> array[${toApprove?.by ?? ''}] and p.submitted_edits = p.edits))
         and (${toCarry === null} or (p.state = 'approved' and p.year between ${yearOf(today)} and ${yearOf(today) + 1}
              and exists (select from area_reach r where r.over_id = p.area_id and r.area_id = any (${toCarry ?? []}::uuid[])
                             and r.area_id <> p.area_id
                             and not exists (select from training_plan d
                                              where d.parent_id = p.id and d.area_id = r.area_id
                                                and (d.state = 'approved' or exists (select from plan_line k where k.plan_id = d.id))))
              and exists (select from plan_line k where k.plan_id = plan_version(p.id, ${today}))))),
    shown as (select * from found s order by ${inOrder} limit ${size} offset ${(page - 1) * size})
    select ${shown(today)}, c.total from (select count(*)::int as total from found) c left join shown s on true ${counted(today)}
     order by ${inOrder}`.execute(db)
  return {
    rows: rows.filter((row): row is Plan & { total: number } => row.trainingPlanId !== null),
    total: rows[0]?.total ?? 0,
  }
}

/** The years of which the actor sees a plan, the latest first. */
export const yearsOfPlans = async (db: Db): Promise<number[]> =>
  (await sql<{ year: number }>`select distinct p.year from training_plan p order by p.year desc`.execute(db)).rows.map(
    ({ year }) => year,
  )

export type Beyond = { readonly name: string; readonly here: number; readonly above: number }
export type Detail = Plan & {
  readonly largestClass: number | null
  readonly largestClassBy: string
  readonly note: string
  readonly reason: string
  readonly purpose: string
  readonly execution: string
  readonly edits: number
  readonly submitted: PlainDate | null
  readonly changedSince: PlainDate | null
  /** Of which the lines are: the plan or an amendment. */
  readonly versionId: TrainingPlanId
  readonly inForce: number
  /** The years of its programme, or of what that is a part of. */
  readonly period: { readonly from: number | null; readonly until: number | null }
  readonly amends: { readonly trainingPlanId: TrainingPlanId; readonly name: string } | null
  /** `calledOff`: an amendment left it no line. */
  readonly parent: {
    readonly trainingPlanId: TrainingPlanId
    readonly name: string
    readonly calledOff: boolean
    /** Topics of which this plan has more people than that one. */
    readonly beyond: Beyond[]
  } | null
  /** Of a draft whose lines went on: into which plan, where the actor sees it. */
  readonly carriedInto: { readonly trainingPlanId: TrainingPlanId; readonly name: string | null } | null
}

/** Of `u`, an approved plan: whether an amendment has left it no line by the day. */
const calledOff = (day: PlainDate) =>
  sql`not exists (select from plan_line k where k.plan_id = coalesce(plan_version(u.id, ${day}), u.id))`
/** Of `u` again: the topics of which the lines of `v` are for more people, as both are amended by the day. */
const beyond = (day: PlainDate) => sql`coalesce((
  select jsonb_agg(jsonb_build_object('name', t.code || '. ' || t.title, 'here', h.people, 'above', coalesce(a.people, 0)) order by t.code, t.id)
    from (select k.topic_id, sum(k.people)::int as people from plan_line k where k.plan_id = v.id group by 1) h
    join framework_topic t on t.id = h.topic_id
    left join (select k.topic_id, sum(k.people)::int as people from plan_line k
                where k.plan_id = coalesce(plan_version(u.id, ${day}), u.id) group by 1) a on a.topic_id = h.topic_id
   where h.people > coalesce(a.people, 0)), '[]')`
export const isCalledOff = async (db: Db, id: TrainingPlanId, day: PlainDate): Promise<boolean> =>
  (await sql<{ off: boolean }>`select ${calledOff(day)} as off from training_plan u where u.id = ${id}`.execute(db))
    .rows[0]?.off ?? false

/** As it is amended by the day. */
export const findPlan = async (
  db: Db,
  id: TrainingPlanId,
  today: PlainDate,
  day = today,
): Promise<Detail | undefined> =>
  (
    await sql<Detail>`
      select ${shown(today)}, s.largest_class as "largestClass", s.largest_class_by as "largestClassBy", s.note, s.edits,
             case when s.state = 'drafted' and s.submitted_edits = s.edits then s.submitted_on end as submitted,
             case when s.state = 'drafted' and s.submitted_edits <> s.edits then s.submitted_on end as "changedSince",
             (select jsonb_build_object('from', coalesce(p.period_from, w.period_from), 'until', coalesce(p.period_until, w.period_until))
                from programme p left join programme w on w.id = p.part_of_id where p.id = s.programme_id) as period,
             s.reason, s.purpose, s.execution, v.id as "versionId", (select n.amendment from training_plan n where n.id = v.id) as "inForce",
             (select jsonb_build_object('trainingPlanId', u.id, 'name', u.name) from training_plan u where u.id = s.original_id) as amends,
             (select jsonb_build_object('trainingPlanId', u.id, 'name', u.name, 'calledOff', ${calledOff(day)}, 'beyond', ${beyond(day)})
                from training_plan u
               where u.id = coalesce(s.parent_id, (select o.parent_id from training_plan o where o.id = s.original_id))) as parent,
             case when s.carried_into is not null
                  then jsonb_build_object('trainingPlanId', s.carried_into,
                                          'name', (select u.name from training_plan u where u.id = s.carried_into)) end as "carriedInto"
        from training_plan s ${counted(day)} where s.id = ${id}`.execute(db)
  ).rows[0]

export type Particulars = {
  readonly name: string
  readonly programmeId: ProgrammeId
  readonly largestClass: number | null
  readonly largestClassBy: string
  readonly note: string
  readonly reason: string
  readonly purpose: string
  readonly execution: string
}
export type Held = Particulars & {
  readonly areaId: AreaId
  readonly year: number
  /** The plan that it amends. */
  readonly amends: TrainingPlanId | null
  readonly amendment: number
  readonly edits: number
  readonly workedBy: readonly AccountId[]
  /** Where its lines went, all of them; it stayed for what units said of it. */
  readonly carriedInto: TrainingPlanId | null
}

/** Where a plan is and how it stands, as far as the actor sees it. */
export const standingOf = (db: Db, id: TrainingPlanId) =>
  db.selectFrom('training_plan').select(['area_id', 'state', 'year']).where('id', '=', id).executeTakeFirst()

/** A draft, which stands still until the change ends; of what is no draft nothing. */
export const holdDraft = async (db: Db, id: TrainingPlanId): Promise<Held | undefined> =>
  (
    await sql<Held>`
      select p.name, p.programme_id as "programmeId", p.largest_class as "largestClass", p.largest_class_by as "largestClassBy",
             p.note, p.reason, p.purpose, p.execution, p.original_id as amends, p.amendment, p.area_id as "areaId", p.year, p.edits, p.worked_by as "workedBy", p.carried_into as "carriedInto"
        from training_plan p where p.id = ${id} and p.state = 'drafted' for update`.execute(db)
  ).rows[0]

const columnsOf = ({ programmeId, largestClass, largestClassBy, ...rest }: Particulars) => ({
  ...rest,
  programme_id: programmeId,
  largest_class: largestClass,
  largest_class_by: largestClassBy,
})

type NewPlan = Particulars & {
  readonly id: TrainingPlanId
  readonly areaId: AreaId
  readonly level: PlanLevel
  readonly year: number
  readonly parentId: TrainingPlanId | null
  readonly by: AccountId
}
export const insertPlan = (db: Db, { id, areaId, level, year, parentId, by, ...said }: NewPlan) =>
  db
    .insertInto('training_plan')
    .values({ id, area_id: areaId, level, year, parent_id: parentId, worked_by: [by], ...columnsOf(said) })
    .execute()

export const updatePlan = (db: Db, id: TrainingPlanId, said: Particulars) =>
  db.updateTable('training_plan').set(columnsOf(said)).where('id', '=', id).execute()

/** One more change of the draft, by whom. */
export const countEdit = (db: Db, id: TrainingPlanId, by: AccountId) =>
  sql`update training_plan set edits = edits + 1,
             worked_by = case when ${by} = any (worked_by) then worked_by else worked_by || ${by}::text end
       where id = ${id}`.execute(db)

/** Where the lines of a draft went that stays for what units said of it; null: they came back. */
export const setCarriedInto = (db: Db, id: TrainingPlanId, into: TrainingPlanId | null) =>
  db.updateTable('training_plan').set({ carried_into: into }).where('id', '=', id).execute()

export const submit = (db: Db, id: TrainingPlanId, on: PlainDate) =>
  sql`update training_plan set submitted_edits = edits, submitted_on = ${on} where id = ${id}`.execute(db)

/** False where it is not submitted as it is now. */
export const recall = async (db: Db, id: TrainingPlanId): Promise<boolean> =>
  (
    await sql`update training_plan set submitted_edits = null, submitted_on = null
               where id = ${id} and submitted_edits = edits`.execute(db)
  ).numAffectedRows === 1n

/** With its lines, who sits in them, and their money. */
export async function deletePlan(db: Db, id: TrainingPlanId): Promise<void> {
  await db.deleteFrom('plan_seat').where('plan_id', '=', id).execute()
  await sql`delete from plan_money m using plan_line l where l.id = m.plan_line_id and l.plan_id = ${id}`.execute(db)
  await db.deleteFrom('plan_line').where('plan_id', '=', id).execute()
  await db.deleteFrom('training_plan').where('id', '=', id).execute()
}

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
     where p.parent_id = ${id} group by s.state`.execute(db)
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

/** An approved plan of the year of one of these units. */
export const isApprovedAbove = async (db: Db, id: TrainingPlanId, of: { over: readonly AreaId[]; year: number }) =>
  (
    await sql<{ id: TrainingPlanId }>`
      select p.id from training_plan p
       where p.id = ${id} and p.original_id is null and p.state = 'approved' and p.year = ${of.year} and p.area_id = any (${of.over}::uuid[])`.execute(
      db,
    )
  ).rows.length > 0

/** What a unit does about plans is done one act after the other: what it has said or begun is settled while this is held. */
export const holdUnit = (db: Db, unit: AreaId) =>
  sql`select pg_advisory_xact_lock(${locks.plans}, hashtext(${unit}))`.execute(db)

/** The plan by which a unit, which is held, carries out one of a unit above. */
export const carriedOutBy = (db: Db, parent: TrainingPlanId, area: AreaId) =>
  db
    .selectFrom('training_plan')
    .select('name')
    .where('parent_id', '=', parent)
    .where('area_id', '=', area)
    .where('carried_into', 'is', null)
    .limit(1)
    .executeTakeFirst()

type Named = Pick<Particulars, 'name' | 'programmeId'> & { readonly areaId: AreaId; readonly year: number }
/** Whether a unit, which is held, has another plan of the name, the year and the programme; `self` and what it amends are none. */
export const isNamedAgain = async (db: Db, named: Named, self: TrainingPlanId): Promise<boolean> =>
  (
    await sql`
      select 1 from training_plan p
       where p.area_id = ${named.areaId} and p.year = ${named.year} and p.programme_id = ${named.programmeId}
         and lower(p.name) = lower(${named.name}) and p.original_id is null and p.carried_into is null
         and p.id not in (select coalesce(o.original_id, o.id) from training_plan o where o.id = ${self})
       limit 1`.execute(db)
  ).rows.length > 0

/** The plan above that a plan carries out. */
export const parentOf = async (db: Db, id: TrainingPlanId): Promise<TrainingPlanId | null> =>
  (await db.selectFrom('training_plan').select('parent_id').where('id', '=', id).executeTakeFirst())
    ?.parent_id as TrainingPlanId | null

/** Days before which a plan is not approved: when the plan above was, and when it was first sent for comment and not taken back. */
export const stepsBefore = async (db: Db, id: TrainingPlanId) =>
  (
    await sql<{ parent: PlainDate | null; sent: PlainDate | null }>`
      select (select u.approved_on from training_plan u where u.id = p.parent_id) as parent,
             (select max(s.sent_on) from plan_sending s where s.plan_id = p.id and s.taken_back_on is null) as sent
        from training_plan p where p.id = ${id}`.execute(db)
  ).rows[0] ?? { parent: null, sent: null }

/** Whose programme it is; nothing where there is none. */
export const programmeUnit = async (db: Db, id: ProgrammeId): Promise<AreaId | undefined> =>
  (await db.selectFrom('programme').select('area_id').where('id', '=', id).executeTakeFirst())?.area_id

/** Numbers begin anew each year. */
export const isNumberTaken = async (db: Db, area: AreaId, of: { number: string; on: PlainDate }): Promise<boolean> =>
  (
    await sql<{ id: string }>`
      select p.id from training_plan p
       where p.area_id = ${area} and lower(p.approved_number) = lower(${of.number})
         and extract(year from p.approved_on) = extract(year from ${of.on}::date) limit 1`.execute(db)
  ).rows.length > 0

type Decided = {
  readonly number: string
  readonly on: PlainDate
  readonly issuer: string
  readonly by: AccountId
  readonly signer: { readonly name: string; readonly authority: Authority } | null
}
export const approve = async (db: Db, id: TrainingPlanId, said: Decided): Promise<boolean> =>
  (
    await sql<{ done: boolean }>`
      select plan_approve(${id}, ${said.number}, ${said.on}, ${said.issuer}, ${said.by},
                          ${said.signer?.name ?? null}, ${said.signer?.authority ?? null}) as done`.execute(db)
  ).rows[0]?.done ?? false
