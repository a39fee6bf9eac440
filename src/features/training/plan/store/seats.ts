/** SQL of the seats of a plan: who is to sit in a line, by name. */
import { sql } from 'kysely'
import { nameOn } from '#features/areas/queries.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { AreaId, FrameworkTopicId, OfficialId, PlanLineId, PlanSeatId, TrainingPlanId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import { newId } from '#platform/server/ids.ts'
import { inVietnamese } from '#platform/server/sql/order.ts'
import type { Gone, PlanSeat } from '../model.ts'

/** The units that keep the records of these people, as far as they are of the area on the day. */
export const homesOf = async (
  db: Db,
  { areaId, day }: { readonly areaId: AreaId; readonly day: PlainDate },
  people: readonly OfficialId[],
): Promise<Map<OfficialId, AreaId>> =>
  people.length === 0
    ? new Map()
    : new Map(
        (
          await sql<{ id: OfficialId; unit: AreaId }>`
            select p.id, p.unit_id as unit from roster_people(${areaId}, ${day}, null) p where p.id = any (${people}::uuid[])`.execute(
            db,
          )
        ).rows.map(({ id, unit }) => [id, unit]),
      )

type Line = {
  readonly id: PlanLineId
  readonly planId: TrainingPlanId
  readonly areaId: AreaId
  readonly year: number
  readonly topicId: FrameworkTopicId
}
type Sitting = { readonly officialIds: readonly OfficialId[]; readonly homes: ReadonlyMap<OfficialId, AreaId> }

/** A seat names its topic as the first version of the framework does: nobody sits in two versions of one. A seat that the amended plan gives already, or the plan above that is carried out, is the same: it stands there until this is approved. */
export async function insertSeats(db: Db, line: Line, { officialIds, homes }: Sitting): Promise<void> {
  if (officialIds.length === 0) return
  const from = officialIds.map((id) => homes.get(id) ?? line.areaId)
  await sql`
    with recursive plan (id) as (
      select coalesce(p.original_id, p.id) from training_plan p where p.id = ${line.planId}
      union
      select p.parent_id from plan c join training_plan p on p.id = c.id where p.parent_id is not null),
    topic (id) as (select coalesce(topic_first(${line.topicId}), ${line.topicId}::uuid))
    insert into plan_seat (id, plan_id, plan_line_id, area_id, year, topic_id, official_id, from_id, stands)
      select n.id, ${line.planId}, ${line.id}, ${line.areaId}, ${line.year}, t.id, n.official, n.home,
             not exists (select from plan_seat s join training_plan v on v.id = s.plan_id join plan c on c.id in (v.id, v.original_id)
                          where s.official_id = n.official and s.topic_id = t.id and s.stands and v.id <> ${line.planId})
        from unnest(${officialIds.map(() => newId())}::uuid[], ${officialIds}::uuid[], ${from}::uuid[]) n (id, official, home), topic t`.execute(
    db,
  )
}

/** A line is of another topic: nobody was named for that. Answers how many lose their seats. */
export const freeSeats = async (db: Db, line: PlanLineId): Promise<number> =>
  (await db.deleteFrom('plan_seat').where('plan_line_id', '=', line).returning('id').execute()).length

type Taken = { readonly lineId: PlanLineId; readonly officialId: OfficialId; readonly fromId: AreaId }
/** Takes all names out of these lines, and says who they were. */
export const takeSeats = async (db: Db, lines: readonly PlanLineId[]): Promise<Taken[]> =>
  (
    await sql<Taken>`
      delete from plan_seat s where s.plan_line_id = any (${lines}::uuid[])
      returning s.plan_line_id as "lineId", s.official_id as "officialId", s.from_id as "fromId"`.execute(db)
  ).rows

export const deleteSeat = (db: Db, id: PlanSeatId) => db.deleteFrom('plan_seat').where('id', '=', id).execute()

type OfPlan = { readonly planId: TrainingPlanId; readonly line: PlanLineId | null; readonly today: PlainDate }
type Window = { readonly page: number; readonly size: number }

/** Who sits in the lines of a plan, by topic and name. */
export const seatsIn = async (db: Db, { planId, line, today }: OfPlan, { page, size }: Window) => {
  const among = sql`s.plan_id = ${planId} and (${line}::uuid is null or s.plan_line_id = ${line})`
  const { rows: counted } = await sql<{ total: number }>`
    select count(*)::int as total from plan_seat s where ${among}`.execute(db)
  const { rows } = await sql<PlanSeat>`
    select s.id as "planSeatId", s.official_id as "officialId", o.full_name as person, o.birth_year as "birthYear", case when g.seat_id is not null then jsonb_build_object('why', g.why, 'since', g.since) end as gone, ${nameOn(sql`s.from_id`, today)} as "homeName",
           l.id as "planLineId", t.code, t.title, l.weeks, l.place,
           case when l.place_id is not null then ${nameOn(sql`l.place_id`, today)} end as "placeName"
      from plan_seat s join plan_line l on l.id = s.plan_line_id join framework_topic t on t.id = l.topic_id
      left join official o on o.id = s.official_id left join seats_gone(${planId}, ${today}) g on g.seat_id = s.id
     where ${among}
     order by ${inVietnamese(sql`t.code`)}, l.made_at, l.id, ${inVietnamese(sql`o.full_name`)}, s.id
     limit ${size} offset ${(page - 1) * size}`.execute(db)
  return { rows, total: counted[0]?.total ?? 0 }
}

type Clash = { readonly a: PlanLineId; readonly b: PlanLineId; readonly people: number }
/** Who is to sit in two classes of one week, line by line: of a line with several classes in several weeks nobody can tell. */
export const clashesIn = async (db: Db, plan: TrainingPlanId): Promise<Clash[]> =>
  (
    await sql<Clash>`
      with line as materialized (
        select l.id, l.weeks from plan_line l
         where l.plan_id = ${plan} and (l.classes = 1 or cardinality(l.weeks) = 1)),
      seat as materialized (
        select s.official_id, l.id, l.weeks from plan_seat s join line l on l.id = s.plan_line_id where s.plan_id = ${plan})
      select x.id as a, y.id as b, count(*)::int as people
        from seat x join seat y on y.official_id = x.official_id and x.id < y.id and x.weeks && y.weeks
       group by x.id, y.id order by x.id, y.id`.execute(db)
  ).rows

type GoneSeat = {
  readonly planSeatId: PlanSeatId
  readonly planLineId: PlanLineId
  readonly person: string | null
  readonly birthYear: number | null
  readonly why: Gone
  readonly since: PlainDate
}
/** Who of a draft has died, retired, left, or holds no post any more. */
export const goneIn = async (db: Db, plan: TrainingPlanId, day: PlainDate): Promise<GoneSeat[]> =>
  (
    await sql<GoneSeat>`
      select s.id as "planSeatId", s.plan_line_id as "planLineId", o.full_name as person, o.birth_year as "birthYear", g.why, g.since
        from seats_gone(${plan}, ${day}) g join plan_seat s on s.id = g.seat_id
        join training_plan p on p.id = s.plan_id and p.state = 'drafted' left join official o on o.id = s.official_id
       order by ${inVietnamese(sql`o.full_name`)}, s.id`.execute(db)
  ).rows

/** A seat with its line; nothing where there is none that the actor sees. */
export const findSeat = async (db: Db, id: PlanSeatId) =>
  (
    await sql<{ planId: TrainingPlanId; officialId: OfficialId; code: string; lineId: PlanLineId }>`
      select s.plan_id as "planId", s.official_id as "officialId", t.code, s.plan_line_id as "lineId"
        from plan_seat s join plan_line l on l.id = s.plan_line_id join framework_topic t on t.id = l.topic_id where s.id = ${id}`.execute(
      db,
    )
  ).rows[0]
