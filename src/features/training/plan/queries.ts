/** SQL of plans of training. Row security shows them to who reaches their unit. */
import { sql } from 'kysely'
import { nameOn } from '#features/areas/queries.ts'
import { addDays, type PlainDate, yearOf } from '#kernel/dates.ts'
import type { AccountId, AreaId, TrainingPlanId } from '#kernel/ids.ts'
import { fold } from '#kernel/text.ts'
import type { Db } from '#platform/server/database/open.ts'
import { holdingEach } from '#platform/server/sql/like.ts'
import { inVietnamese } from '#platform/server/sql/order.ts'
import type { EarlierDecision } from '../model.ts'
import type { Plan, PlanLevel, PlanState, TopicBeyond } from './model.ts'
import { beyond, calledOff, madeLessAbove, versionAbove } from './store/hanging.ts'

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
  /** Approved ones of these units themselves, of this year or the next, that are for more people than the amended plan above. */
  readonly aboveLess?: readonly AreaId[] | null
  /** Those that were given up, though units commented on them; else those that were not. */
  readonly givenUp?: boolean
  /** Given up in the last month, of which a unit of these, or below them, was asked. */
  readonly asked?: readonly AreaId[] | null
  readonly parent?: TrainingPlanId | null
  /** Of this unit itself. */
  readonly area?: AreaId | null
}
/** For so long those who were asked are told. */
const newsDays = 30
type Window = { readonly page: number; readonly size: number }

const shown = (today: PlainDate) => sql`
  s.id as "trainingPlanId", coalesce((select n.name from training_plan n where n.id = v.id), s.name) as name, s.year, s.amendment, s.area_id as "areaId", ${nameOn(sql`s.area_id`, today)} as "areaName", s.level, s.state,
  (select jsonb_build_object('programmeId', p.id, 'name', coalesce(s.programme_name, p.name),
                             'partOf', case when s.programme_name is null then w.name else s.programme_whole end)
     from programme p left join programme w on w.id = p.part_of_id where p.id = s.programme_id) as programme,
  l.lines, l.people, l.classes, case when ${versionAbove(today)} is null then 0 else coalesce(jsonb_array_length(${beyond(sql`v.id`, versionAbove(today))}), 0) end as beyond,
  (select coalesce(sum(m.amount), 0)::bigint from plan_line k join plan_money m on m.plan_line_id = k.id where k.plan_id = v.id) as dong,
  case when s.state = 'approved'
       then jsonb_build_object('number', s.approved_number, 'day', s.approved_on, 'issuer', s.approved_issuer) end as approved,
  case when s.given_up_on is not null then jsonb_build_object('on', s.given_up_on, 'because', s.given_up_because) end as "givenUp"`
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
    aboveLess = null,
    givenUp = false,
    asked = null,
    parent = null,
    area = null,
  }: Filter,
  { page, size }: Window,
): Promise<{ rows: Plan[]; total: number }> {
  const words = q === null ? null : holdingEach(fold(q))
  const { rows } = await sql<Plan & { total: number; trainingPlanId: TrainingPlanId | null }>`
    with found as materialized (
      select p.* from training_plan p
       where (p.original_id is null or p.state = 'drafted') and (p.given_up_on is not null) = ${givenUp}
         and (${asked === null} or (p.given_up_on > ${addDays(today, -newsDays)} and exists (
               select from plan_asked a join area_reach r on r.area_id = a.unit_id
                where a.plan_id = p.id and r.over_id = any (${asked ?? []}::uuid[])
                  and not exists (select from area_reach o where o.area_id = p.area_id and o.over_id = any (${asked ?? []}::uuid[])))))
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
         and (${aboveLess === null} or (p.state = 'approved' and p.area_id = any (${aboveLess ?? []}::uuid[])
              and p.year between ${yearOf(today)} and ${yearOf(today) + 1} and ${madeLessAbove(today)}))
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
    readonly beyond: TopicBeyond[]
  } | null
  /** Of a draft whose lines went on: into which plan, where the actor sees it. */
  readonly carriedInto: { readonly trainingPlanId: TrainingPlanId; readonly name: string | null } | null
  /** What its decision said before it was corrected, the first first. */
  readonly earlier: EarlierDecision[]
}

/** As it is amended by the day. */
export const findPlan = async (
  db: Db,
  id: TrainingPlanId,
  today: PlainDate,
  day = today,
): Promise<Detail | undefined> =>
  (
    await sql<Detail>`
      select ${shown(today)}, s.largest_class as "largestClass", s.largest_class_by as "largestClassBy", s.note, s.edits, s.earlier_decisions as earlier,
             case when s.state = 'drafted' and s.submitted_edits = s.edits then s.submitted_on end as submitted,
             case when s.state = 'drafted' and s.submitted_edits <> s.edits then s.submitted_on end as "changedSince",
             (select jsonb_build_object('from', coalesce(p.period_from, w.period_from), 'until', coalesce(p.period_until, w.period_until))
                from programme p left join programme w on w.id = p.part_of_id where p.id = s.programme_id) as period,
             s.reason, s.purpose, s.execution, v.id as "versionId", (select n.amendment from training_plan n where n.id = v.id) as "inForce",
             (select jsonb_build_object('trainingPlanId', u.id, 'name', u.name) from training_plan u where u.id = s.original_id) as amends,
             (select jsonb_build_object('trainingPlanId', u.id, 'name', u.name, 'calledOff', ${calledOff(day)}, 'beyond',
                                        coalesce(${beyond(sql`v.id`, sql`coalesce(plan_version(u.id, ${day}), u.id)`)}, '[]'))
                from training_plan u
               where u.id = coalesce(s.parent_id, (select o.parent_id from training_plan o where o.id = s.original_id))) as parent,
             case when s.carried_into is not null
                  then jsonb_build_object('trainingPlanId', s.carried_into,
                                          'name', (select u.name from training_plan u where u.id = s.carried_into)) end as "carriedInto"
        from training_plan s ${counted(day)} where s.id = ${id}`.execute(db)
  ).rows[0]
