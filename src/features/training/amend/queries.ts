/** SQL of amendments: the states of a plan as each was approved, and a copy of what is in force to begin the next. */
import { sql } from 'kysely'
import type { AccountId, TrainingPlanId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import type { Dropped, GivenUp, Version } from './model.ts'

/** The plan as first approved, then its approved amendments. */
export const versionsOf = async (db: Db, plan: TrainingPlanId): Promise<Version[]> =>
  (
    await sql<Version>`
      select v.id as "trainingPlanId", v.amendment, v.approved_number as number, v.approved_on as day, v.approved_issuer as issuer,
             v.reason, l.lines, l.people, l.classes,
             (select coalesce(sum(m.amount), 0)::bigint from plan_line k join plan_money m on m.plan_line_id = k.id where k.plan_id = v.id) as dong
        from training_plan v
        cross join lateral (select count(*)::int as lines, coalesce(sum(k.people), 0)::int as people, coalesce(sum(k.classes), 0)::int as classes
                              from plan_line k where k.plan_id = v.id) l
       where (v.id = ${plan} or v.original_id = ${plan}) and v.state = 'approved' order by v.amendment`.execute(db)
  ).rows

/** Its amendments that were given up, though units commented on them. */
export const givenUpOf = async (db: Db, plan: TrainingPlanId): Promise<GivenUp[]> =>
  (
    await sql<GivenUp>`
      select p.id as "trainingPlanId", p.amendment, p.given_up_on as "on", p.given_up_because as because from training_plan p
       where p.original_id = ${plan} and p.given_up_on is not null order by p.given_up_on, p.id`.execute(db)
  ).rows

/** The lines that an amendment has dropped, each with the reason. */
export const droppedIn = async (db: Db, plan: TrainingPlanId): Promise<Dropped[]> =>
  (await sql<{ dropped: Dropped[] }>`select p.dropped from training_plan p where p.id = ${plan}`.execute(db)).rows[0]
    ?.dropped ?? []

/** A line of an amendment is dropped. */
export const keepDropped = (db: Db, plan: TrainingPlanId, dropped: Dropped) =>
  sql`update training_plan set dropped = dropped || ${JSON.stringify([dropped])}::jsonb where id = ${plan}`.execute(db)

/** The amendment of a plan that is a draft. */
export const findDrafting = async (db: Db, plan: TrainingPlanId) =>
  (
    await sql<{ trainingPlanId: TrainingPlanId; amendment: number }>`
      select p.id as "trainingPlanId", p.amendment from training_plan p
       where p.original_id = ${plan} and p.state = 'drafted' and not p.closed`.execute(db)
  ).rows[0] ?? null

/** Whether one state of a plan names others in its lines than another. */
export const namesOthers = async (db: Db, one: TrainingPlanId, other: TrainingPlanId): Promise<boolean> =>
  (
    await sql<{ differ: boolean }>`
      with seat as (
        select s.plan_id, s.official_id, coalesce(l.first_id, l.id) as line
          from plan_seat s join plan_line l on l.id = s.plan_line_id where s.plan_id in (${one}, ${other}))
      select exists (select from seat s group by s.official_id, s.line having count(*) = 1) as differ`.execute(db)
  ).rows[0]?.differ ?? false

type Begun = {
  readonly id: TrainingPlanId
  readonly plan: TrainingPlanId
  readonly reason: string
  readonly by: AccountId
}

/** A draft with the lines of what is in force and who sits in them, under the next number. */
export async function copyVersion(db: Db, from: Version, { id, plan, reason, by }: Begun): Promise<void> {
  const { trainingPlanId: version } = from
  await sql`
    insert into training_plan (id, area_id, level, year, programme_id, name, largest_class, largest_class_by, note, purpose, execution,
                               original_id, amendment, reason, worked_by)
      select ${id}, p.area_id, p.level, p.year, p.programme_id, v.name, v.largest_class, v.largest_class_by, v.note, v.purpose, v.execution,
             p.id, v.amendment + 1, ${reason}, array[${by}::text]
        from training_plan p join training_plan v on v.id = ${version} where p.id = ${plan}`.execute(db)
  await sql`
    with copied as materialized (select l.*, gen_random_uuid() as copy from plan_line l where l.plan_id = ${version}),
    lines as (
      insert into plan_line (id, plan_id, area_id, topic_id, audience, people, classes, place_id, place, weeks, note, made_at, first_id)
        select c.copy, ${id}, c.area_id, c.topic_id, c.audience, c.people, c.classes, c.place_id, c.place, c.weeks, c.note, c.made_at,
               coalesce(c.first_id, c.id)
          from copied c),
    seats as (
      insert into plan_seat (id, plan_id, plan_line_id, area_id, year, topic_id, official_id, from_id, stands)
        select gen_random_uuid(), ${id}, c.copy, s.area_id, s.year, s.topic_id, s.official_id, s.from_id, false
          from copied c join plan_seat s on s.plan_line_id = c.id)
    insert into plan_money (id, plan_line_id, area_id, place, source, norm_id, what, quantity, dong, follows, times, of_people, of_classes)
      select gen_random_uuid(), c.copy, m.area_id, m.place, m.source, m.norm_id, m.what, m.quantity, m.dong,
             m.follows, m.times, m.of_people, m.of_classes
        from copied c join plan_money m on m.plan_line_id = c.id`.execute(db)
}
