/** SQL of classes: a list of them, one, the lines of plans they are made of, and the steps they took. */
import { type RawBuilder, sql } from 'kysely'
import { nameOn } from '#features/areas/queries.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { AccountId, AreaId, FrameworkTopicId, PlanLineId, TrainingClassId } from '#kernel/ids.ts'
import { fold } from '#kernel/text.ts'
import type { Db } from '#platform/server/database/open.ts'
import { holding } from '#platform/server/sql/like.ts'
import { byGivenName, inVietnamese } from '#platform/server/sql/order.ts'
import type { ClassKind, ClassState, ClassStep, FoundClass, PlannedLine, TrainingClass } from './model.ts'

export type Sought = {
  readonly area: AreaId
  readonly today: PlainDate
  readonly state: ClassState | null
  readonly kind: ClassKind | null
  readonly year: number | null
  readonly topic: FrameworkTopicId | null
  readonly line: PlanLineId | null
  readonly from: PlainDate | null
  readonly until: PlainDate | null
  readonly q: string | null
}
type Window = { readonly page: number; readonly size: number }

/** The topics of the class `c` by their codes, each in the version that is in force. */
const topicsOf = (id: RawBuilder<unknown>, today: PlainDate) => sql`coalesce((
  select jsonb_agg(jsonb_build_object('topicId', k.topic_id, 'code', n.code, 'title', n.title) order by ${inVietnamese(sql`n.code`)}, n.id)
    from class_topic k join framework_topic n on n.id = coalesce(topic_on(k.topic_id, ${today}), k.topic_id) where k.class_id = ${id}), '[]')`
const daysOf = (id: RawBuilder<unknown>) => sql`
  select count(*)::int as sessions, min(lower(n.during))::date as first, max(lower(n.during))::date as last from class_session n where n.class_id = ${id}`

/** Those of a unit and of all below it: the latest year first, in it by their first day. */
export async function classesAt(db: Db, sought: Sought, { page, size }: Window) {
  const { area, today, state, kind, year, topic, line, from, until, q } = sought
  const inOrder = sql`s.year desc, s.first, ${inVietnamese(sql`s.title`)}, s.id`
  const { rows } = await sql<TrainingClass & { total: number; trainingClassId: TrainingClassId | null }>`
    with found as materialized (
      select c.*, d.sessions, d.first, d.last from training_class c cross join lateral (${daysOf(sql`c.id`)}) d
       where c.area_id in (select r.area_id from area_reach r where r.over_id = ${area})
         and (${state}::text is null or c.state = ${state}) and (${kind}::text is null or c.kind = ${kind})
         and (${year}::int is null or c.year = ${year}) and (${line}::uuid is null or c.plan_line_id = ${line})
         and (${topic}::uuid is null or exists (select from class_topic k where k.class_id = c.id and k.topic_id = topic_first(${topic})))
         and ((${from}::date is null and ${until}::date is null)
              or exists (select from class_session n where n.class_id = c.id
                          and n.during && tsrange(${from}::date::timestamp, (${until}::date + 1)::timestamp)))
         and (${q}::text is null or c.search like ${q && holding(fold(q))})),
    shown as (select * from found s order by ${inOrder} limit ${size} offset ${(page - 1) * size})
    select s.id as "trainingClassId", s.area_id as "areaId", ${nameOn(sql`s.area_id`, today)} as "areaName", s.year, s.code, s.title,
           s.kind, s.state, s.seats, s.taken, ${topicsOf(sql`s.id`, today)} as topics, s.sessions, s.first as "firstDay", s.last as "lastDay",
           array(select distinct coalesce(h.name, n.place) from class_session n left join class_hall h on h.id = n.hall_id
                  where n.class_id = s.id and coalesce(h.name, n.place) <> '' order by 1) as places,
           array(select coalesce(o.full_name, t.full_name) as name from class_trainer k join trainer t on t.id = k.trainer_id
                  left join official o on o.id = t.official_id
                  where k.class_id = s.id and k.state in ('asked', 'accepted')
                  order by ${byGivenName(sql`coalesce(o.full_name, t.full_name)`)}, k.id) as trainers, c.total
      from (select count(*)::int as total from found) c left join shown s on true order by ${inOrder}`.execute(db)
  return {
    rows: rows.filter((row) => row.trainingClassId !== null) as (TrainingClass & { total: number })[],
    total: rows[0]?.total ?? 0,
  }
}

const mostFound = 8
/** Classes that the actor sees, by number or title: the latest first. */
export const classesNamed = async (db: Db, q: string, today: PlainDate): Promise<FoundClass[]> =>
  (
    await sql<FoundClass>`
      select c.id as "trainingClassId", c.code, c.title, ${nameOn(sql`c.area_id`, today)} as "areaName", c.year, c.state
        from training_class c where c.search like ${holding(fold(q))}
         -- Where the actor's areas are, above them and below: found by the unit, so that no other is asked about.
         and c.area_id in (select r.over_id from area_reach r where r.area_id = any (nb_areas())
                           union select r.area_id from area_reach r where r.over_id = any (nb_areas()))
       order by lower(c.code) = lower(${q}) desc, c.year desc, c.made_at desc, c.id limit ${mostFound}`.execute(db)
  ).rows

/** The years of the classes of a unit and of all below it, the latest first. */
export const yearsOfClasses = async (db: Db, area: AreaId): Promise<number[]> =>
  (
    await sql<{ year: number }>`
      select distinct c.year from training_class c
       where c.area_id in (select r.area_id from area_reach r where r.over_id = ${area}) order by 1 desc`.execute(db)
  ).rows.map(({ year }) => year)

const lineAs = sql`l.id as "planLineId", p.id as "trainingPlanId", p.name as "planName", coalesce(topic_first(v.topic_id), v.topic_id) as "topicId",
  t.code, t.title, (t.theory_hours + t.practice_hours)::int as hours, v.people, v.classes, v.place, v.weeks`
/** The lines, as first entered, of approved plans of a unit, each with what the version in force on the day says of it. */
const lines = (today: PlainDate) => sql`
  training_plan p join plan_line v on v.plan_id = coalesce(plan_version(p.id, ${today}), p.id)
  join plan_line l on l.id = coalesce(v.first_id, v.id) join framework_topic t on t.id = v.topic_id
 where p.original_id is null and p.state = 'approved' and not p.closed`

type Of = { readonly area: AreaId; readonly year: number; readonly today: PlainDate }
export const plannedLines = async (db: Db, { area, year, today }: Of): Promise<PlannedLine[]> =>
  (
    await sql<PlannedLine>`
      select ${lineAs}, (select count(*)::int from training_class c where c.plan_line_id = l.id and c.stands) as made
        from ${lines(today)} and p.area_id = ${area} and p.year = ${year}
       order by ${inVietnamese(sql`p.name`)}, p.id, ${inVietnamese(sql`t.code`)}, v.made_at, l.id`.execute(db)
  ).rows

/** The line that a class fulfils, as its plan has it today; of a line that an amendment took out, as it was first entered. */
export const lineOfClass = async (
  db: Db,
  { line, today }: { readonly line: PlanLineId; readonly today: PlainDate },
): Promise<Omit<PlannedLine, 'made'> | null> =>
  (
    await sql<Omit<PlannedLine, 'made'>>`
      select l.id as "planLineId", coalesce(p.original_id, p.id) as "trainingPlanId", p.name as "planName",
             coalesce(topic_first(l.topic_id), l.topic_id) as "topicId", t.code, t.title, (t.theory_hours + t.practice_hours)::int as hours,
             coalesce(v.people, l.people) as people, coalesce(v.classes, l.classes) as classes, coalesce(v.place, l.place) as place,
             coalesce(v.weeks, l.weeks) as weeks
        from plan_line l join training_plan p on p.id = l.plan_id join framework_topic t on t.id = l.topic_id
        left join plan_line v on coalesce(v.first_id, v.id) = l.id and v.plan_id = plan_version(coalesce(p.original_id, p.id), ${today})
       where l.id = ${line}`.execute(db)
  ).rows[0] ?? null

type Found = Omit<TrainingClass, 'places' | 'trainers'> & {
  readonly note: string
  readonly revision: number
  readonly planLineId: PlanLineId | null
}
export const findClass = async (db: Db, id: TrainingClassId, today: PlainDate): Promise<Found | undefined> =>
  (
    await sql<Found>`
      select c.id as "trainingClassId", c.area_id as "areaId", ${nameOn(sql`c.area_id`, today)} as "areaName", c.year, c.code, c.title,
             c.kind, c.state, c.seats, c.taken, ${topicsOf(sql`c.id`, today)} as topics, d.sessions, d.first as "firstDay", d.last as "lastDay",
             c.note, c.revision, c.plan_line_id as "planLineId"
        from training_class c cross join lateral (${daysOf(sql`c.id`)}) d where c.id = ${id}`.execute(db)
  ).rows[0]

export const stepsOf = async (db: Db, id: TrainingClassId): Promise<ClassStep[]> =>
  (
    await sql<ClassStep>`
      select s.from_state as "from", s.to_state as "to", s.back, s.because, s.made_name as by, s.made_on as "on"
        from class_step s where s.class_id = ${id} order by s.number`.execute(db)
  ).rows

export const placeOfClass = async (db: Db, id: TrainingClassId): Promise<AreaId | undefined> =>
  (await db.selectFrom('training_class').select('area_id').where('id', '=', id).executeTakeFirst())?.area_id

export const standingOf = (db: Db, id: TrainingClassId) =>
  db.selectFrom('training_class').select(['area_id as areaId', 'seats']).where('id', '=', id).executeTakeFirst()

export type Particulars = {
  readonly code: string
  readonly title: string
  readonly kind: ClassKind
  readonly year: number
  readonly seats: number | null
  readonly planLineId: PlanLineId | null
  readonly note: string
}
export type Held = Particulars & {
  readonly areaId: AreaId
  readonly state: ClassState
  readonly revision: number
  /** How many people have a seat. */
  readonly taken: number
  readonly topicIds: readonly FrameworkTopicId[]
}
/** A class, which stands still with its sessions and trainers until the change ends. */
export const holdClass = async (db: Db, id: TrainingClassId): Promise<Held | undefined> =>
  (
    await sql<Held>`
      with held as materialized (select c.* from training_class c where c.id = ${id} for update)
      select h.area_id as "areaId", h.code, h.title, h.kind, h.year, h.seats, h.plan_line_id as "planLineId", h.note, h.state, h.revision, h.taken,
             array(select k.topic_id from class_topic k where k.class_id = h.id order by k.topic_id) as "topicIds"
        from held h`.execute(db)
  ).rows[0]

const columnsOf = ({ planLineId, ...said }: Particulars) => ({ ...said, plan_line_id: planLineId })
type NewClass = Particulars & { readonly id: TrainingClassId; readonly areaId: AreaId; readonly by: AccountId }
export const insertClass = (db: Db, { id, areaId, by, ...said }: NewClass) =>
  db
    .insertInto('training_class')
    .values({ id, area_id: areaId, made_by: by, ...columnsOf(said) })
    .execute()
export const updateClass = (db: Db, id: TrainingClassId, said: Particulars) =>
  db.updateTable('training_class').set(columnsOf(said)).where('id', '=', id).execute()

/** One more change of the class. */
export const countChange = (db: Db, id: TrainingClassId) =>
  sql`update training_class set revision = revision + 1 where id = ${id}`.execute(db)

type Topics = { readonly id: TrainingClassId; readonly area: AreaId; readonly topics: readonly FrameworkTopicId[] }
/** What the class teaches from now on. */
export async function setTopics(db: Db, { id, area, topics }: Topics): Promise<void> {
  await sql`delete from class_topic where class_id = ${id} and topic_id <> all (${topics}::uuid[])`.execute(db)
  await sql`insert into class_topic (class_id, area_id, topic_id) select ${id}, ${area}, t from unnest(${topics}::uuid[]) t
             where t not in (select k.topic_id from class_topic k where k.class_id = ${id})`.execute(db)
}

type Step = {
  readonly id: TrainingClassId
  readonly area: AreaId
  readonly from: ClassState | null
  readonly to: ClassState
  readonly back: boolean
  readonly because: string
  readonly by: { readonly id: AccountId; readonly name: string }
  readonly on: PlainDate
}
export const insertStep = (db: Db, { id, area, from, to, back, because, by, on }: Step) =>
  sql`insert into class_step (class_id, area_id, number, from_state, to_state, back, because, made_by, made_name, made_on)
      select ${id}, ${area}, 1 + (select count(*) from class_step s where s.class_id = ${id}), ${from}, ${to}, ${back}, ${because},
             ${by.id}, ${by.name}, ${on}`.execute(db)

/** Its sessions hold their halls and people while it stands: they follow by the keys. */
export const setState = (db: Db, id: TrainingClassId, state: ClassState) =>
  db.updateTable('training_class').set({ state }).where('id', '=', id).execute()

/** The state that a class was called off from; null where it was not. */
export const stateBefore = async (db: Db, id: TrainingClassId): Promise<ClassState | null> =>
  (
    await sql<{ before: ClassState | null }>`
      select s.from_state as before from class_step s where s.class_id = ${id} and s.to_state = 'cancelled'
       order by s.number desc limit 1`.execute(db)
  ).rows[0]?.before ?? null
