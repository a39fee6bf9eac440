/** SQL of seats: those of a class, who may be named, which classes are open to units, and the own ones. */
import { type RawBuilder, sql } from 'kysely'
import { nameOn, overOrUnder } from '#features/areas/queries.ts'
import { depthOf } from '#features/areas/words.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { AreaId, ClassSeatId, OfficialId, PlanLineId, TrainingClassId } from '#kernel/ids.ts'
import { fold, type Said } from '#kernel/text.ts'
import type { Db } from '#platform/server/database/open.ts'
import { validOn } from '#platform/server/sql/days.ts'
import { holding } from '#platform/server/sql/like.ts'
import { byGivenName, inVietnamese } from '#platform/server/sql/order.ts'
import type { ClassState } from '../list/model.ts'
import type { ClassSession } from '../sessions/model.ts'
import { type Met, metBy, whereOf } from '../sessions/queries.ts'
import type { Candidate, ClassQuota, ClassSeat, MyClass, OpenClass, SeatState, ToOffer } from './model.ts'

type Of = { readonly id: TrainingClassId; readonly today: PlainDate }

/** What the official `id` holds on the day, each post once however many villages it is for; null: nothing. */
const postsOf = (id: RawBuilder<unknown>, day: PlainDate) => sql<Said | null>`(
  select case when count(*) > 0 then jsonb_build_object('vi', string_agg(p.vi, '; ' order by p.place), 'en', string_agg(p.en, '; ' order by p.place)) end
    from post p where p.id in (select a.post from appointment a where a.official_id = ${id} and ${validOn('a', day)}))`
/** A line of the plan of the class `c` names them by any of its versions; they were named for one of its topics, or asked for it. */
const isPlanned = (official: RawBuilder<unknown>) => sql<boolean>`(c.plan_line_id is not null and exists (
  select from plan_seat s join plan_line v on v.id = s.plan_line_id
   where s.official_id = ${official} and coalesce(v.first_id, v.id) = c.plan_line_id and s.stands))`
const isWished = (official: RawBuilder<unknown>) => sql<boolean>`exists (
  select from training_wish w join class_topic h on h.class_id = c.id and h.topic_id = topic_first(w.topic_id)
   where w.official_id = ${official} and w.withdrawn_on is null)`

/** The units that may send people, with what of each is done, as far as the actor sees them. */
export const quotasOf = async (db: Db, { id, today }: Of): Promise<ClassQuota[]> =>
  (
    await sql<ClassQuota>`
      with seat as materialized (
        select k.from_id, count(*) filter (where k.state = 'nominated')::int as nominated,
               count(*) filter (where k.state in ('waiting', 'offered'))::int as waiting, count(*) filter (where k.state = 'enrolled')::int as enrolled,
               count(*) filter (where k.state = 'offered' and k.offer_until >= ${today})::int as offered
          from class_seat k where k.class_id = ${id} group by k.from_id)
      select q.from_id as "areaId", ${nameOn(sql`q.from_id`, today)} as "areaName", q.seats, coalesce(s.nominated, 0) as nominated,
             coalesce(s.waiting, 0) as waiting, coalesce(s.enrolled, 0) as enrolled, coalesce(s.offered, 0) as offered
        from class_quota q left join seat s on s.from_id = q.from_id where q.class_id = ${id}
       order by ${inVietnamese(nameOn(sql`q.from_id`, today))}, q.from_id`.execute(db)
  ).rows

type Row = Omit<ClassSeat, 'can' | 'busy'> & { readonly since: string }
/** Those of a class whom the actor sees, by their units and names. */
export const seatsOf = async (db: Db, { id, today }: Of): Promise<Row[]> =>
  (
    await sql<Row>`
      select k.id as "classSeatId", k.official_id as "officialId", coalesce(o.full_name, '') as name, o.birth_year as "birthYear",
             ${postsOf(sql`k.official_id`, today)} as posts, k.from_id as "fromId", ${nameOn(sql`k.from_id`, today)} as "fromName",
             k.state, k.because, k.offer_until as "offerUntil", k.state = 'offered' and k.offer_until < ${today} as lapsed,
             (select p.full_name from class_seat f join official p on p.id = f.official_id where f.id = k.followed_by) as "followedBy",
             (select p.full_name from class_seat f join official p on p.id = f.official_id
               where f.class_id = k.class_id and f.followed_by = k.id order by f.made_at limit 1) as follows,
             (${isPlanned(sql`k.official_id`)} or ${isWished(sql`k.official_id`)}) as needed, k.made_at::text as since
        from class_seat k join training_class c on c.id = k.class_id left join official o on o.id = k.official_id
       where k.class_id = ${id}
       order by ${inVietnamese(nameOn(sql`k.from_id`, today))}, k.from_id, ${byGivenName(sql`o.full_name`)}, k.id`.execute(
      db,
    )
  ).rows

/** Seats that are kept for an answer. */
export const offeredIn = async (db: Db, { id, today }: Of): Promise<number> =>
  (
    await sql<{ n: number }>`
      select count(*)::int as n from class_seat k where k.class_id = ${id} and k.state = 'offered' and k.offer_until >= ${today}`.execute(
      db,
    )
  ).rows[0]?.n ?? 0

/** All units below a class that plan and stand, each with how many of its people the line of the plan names. */
export const plannedQuotas = async (
  db: Db,
  { area, line, today }: { readonly area: AreaId; readonly line: PlanLineId | null; readonly today: PlainDate },
) =>
  (
    await sql<{ areaId: AreaId; areaName: string; planned: number }>`
      with named as materialized (
        select distinct s.official_id, s.from_id from plan_seat s join plan_line v on v.id = s.plan_line_id
         where coalesce(v.first_id, v.id) = ${line} and s.stands)
      select u.area_id as "areaId", u.name as "areaName",
             (select count(*)::int from named n join area_reach h on h.area_id = n.from_id and h.over_id = u.area_id
               where u.area_id <> ${area} or n.from_id = u.area_id) as planned
        from area_reach r join area_version u on u.area_id = r.area_id and ${validOn('u', today)}
       where r.over_id = ${area} and (u.area_id = ${area} or u.level = ${depthOf('commune')})
       order by u.level, ${inVietnamese(sql`u.name`)}, u.area_id`.execute(db)
  ).rows

/** Of some units those that plan, stand on the day, and are the unit of a class or below it. */
export const unitsBelow = async (
  db: Db,
  units: readonly AreaId[],
  { area, today }: { readonly area: AreaId; readonly today: PlainDate },
) =>
  (
    await sql<{ id: AreaId }>`
      select u.area_id as id from area_version u join area_reach r on r.area_id = u.area_id and r.over_id = ${area}
       where u.area_id = any (${units}::uuid[]) and ${validOn('u', today)} and u.level <= ${depthOf('commune')}`.execute(
      db,
    )
  ).rows.map(({ id }) => id)

type Quota = { readonly areaId: AreaId; readonly seats: number }
export async function writeQuotas(
  db: Db,
  id: TrainingClassId,
  { area, quotas }: { readonly area: AreaId; readonly quotas: readonly Quota[] },
) {
  await db.deleteFrom('class_quota').where('class_id', '=', id).execute()
  if (quotas.length === 0) return
  await db
    .insertInto('class_quota')
    .values(quotas.map(({ areaId, seats }) => ({ class_id: id, area_id: area, from_id: areaId, seats })))
    .execute()
}
export const quotasKept = (db: Db, id: TrainingClassId): Promise<Quota[]> =>
  db
    .selectFrom('class_quota')
    .select(['from_id as areaId', 'seats'])
    .where('class_id', '=', id)
    .orderBy('from_id')
    .execute()

type Unit = { readonly area: AreaId; readonly day: PlainDate }
/** Whose home a unit of this level is: of a commune all below it, of others who is kept or holds a post at the unit itself. */
const ofUnit = ({ area, day }: Unit) => sql`
  (p.unit_id = ${area} or exists (
    select from roster_held(${area}, ${day}) h where h.official_id = p.id
       and (h.area_id = ${area} or exists (select from area_version u where u.area_id = ${area} and u.level = ${depthOf('commune')} and ${validOn('u', day)}))))`

/** Of some those who are of the unit on the day, with whether they have retired or left by then. */
export const ofUnitOn = async (
  db: Db,
  officials: readonly OfficialId[],
  unit: Unit,
): Promise<{ id: OfficialId; gone: boolean }[]> =>
  (
    await sql<{ id: OfficialId; gone: boolean }>`
      select p.id, coalesce(r.gone, false) as gone from roster_people(${unit.area}, ${unit.day}, null) p
        left join roster_since(${unit.area}, ${unit.day}, ${officials}::uuid[]) r on r.official_id = p.id
       where p.id = any (${officials}::uuid[]) and ${ofUnit(unit)}`.execute(db)
  ).rows

/** By the official: what they learn or teach in at an hour of a class that is to come. */
export type Busy = ReadonlyMap<OfficialId, readonly Met[]>
export async function busyIn(
  db: Db,
  officials: readonly OfficialId[],
  { sessions, today }: { readonly sessions: readonly ClassSession[]; readonly today: PlainDate },
): Promise<Busy> {
  const asked = sessions.flatMap((slot) => (slot.begun ? [] : officials.map((id) => ({ id, slot }))))
  const but = sessions.map(({ classSessionId }) => classSessionId)
  const busy = new Map<OfficialId, Met[]>()
  for (const met of await metBy(db, asked, { but, today })) {
    const id = met.id as OfficialId
    busy.set(id, [...(busy.get(id) ?? []), met])
  }
  return busy
}

const mostFound = 30
/** People of a unit who may be named, by name: first whom the plan names, then who was named for the topic or asked for it; last who is elsewhere then. */
export const candidatesOf = async (
  db: Db,
  { id, today, moment, area, q }: Of & { readonly moment: string; readonly area: AreaId; readonly q: string | null },
): Promise<Candidate[]> =>
  (
    await sql<Candidate>`
      with found as materialized (
        select p.id, p.full_name, p.birth_year, p.unit_id from roster_people(${area}, ${today}, ${q && holding(fold(q))}) p
         where ${ofUnit({ area, day: today })}),
      gone as materialized (
        select r.official_id from roster_since(${area}, ${today}, array(select f.id from found f)) r where r.gone),
      told as materialized (
        select f.*, ${isPlanned(sql`f.id`)} as planned, ${isWished(sql`f.id`)} as wished,
               (select k.state from class_seat k where k.class_id = c.id and k.official_id = f.id) as state,
               (select max(t.completed_on) from training_turn t join class_topic h on h.class_id = t.class_id
                  join class_topic own on own.class_id = c.id and own.topic_id = h.topic_id where t.official_id = f.id) as learnt
          from found f join training_class c on c.id = ${id}
         where f.id not in (select g.official_id from gone g)),
      asked as (
        select coalesce(array_agg(t.id), '{}') as ids, coalesce(array_agg(s.during), '{}') as spans
          from told t cross join class_session s where s.class_id = ${id} and lower(s.during) > ${moment}::timestamp),
      busy as materialized (
        select distinct on (b.id) b.id, jsonb_build_object('code', b.code, 'title', b.title, 'areaName', ${nameOn(sql`b.area_id`, today)},
                 'day', lower(b.during)::date, 'from', to_char(lower(b.during), 'HH24:MI'), 'until', to_char(upper(b.during), 'HH24:MI')) as other
          from asked a cross join class_clashes(a.ids, a.spans, array(select s.id from class_session s where s.class_id = ${id})) b
         order by b.id, b.during)
      select t.id as "officialId", t.full_name as name, t.birth_year as "birthYear", ${nameOn(sql`t.unit_id`, today)} as "unitName",
             ${postsOf(sql`t.id`, today)} as posts, t.planned, t.wished, t.learnt as "learntOn", t.state, b.other as busy
        from told t left join busy b on b.id = t.id
       order by b.id is not null, t.planned desc, t.wished desc, t.learnt is not null, ${byGivenName(sql`t.full_name`)}, t.id limit ${mostFound}`.execute(
      db,
    )
  ).rows

export type ToSeat = {
  readonly areaId: AreaId
  readonly state: ClassState
  readonly title: string
  readonly seats: number | null
  readonly taken: number
  readonly offered: number
  readonly quota: number | null
  readonly sent: number
  /** By the clock of Vietnam, "2026-11-21T08:00"; null: no session yet. */
  readonly begins: string | null
}
/** A class that the actor may send people to, held with all its seats until the change ends; `unit`: whose people. */
export const holdToSeat = async (db: Db, { id, today }: Of, unit: AreaId | null): Promise<ToSeat | undefined> =>
  (
    await sql<ToSeat>`
      select c.area_id as "areaId", c.state, c.title, c.seats, c.taken, c.offered, c.quota, c.sent,
             to_char(c.begins, 'YYYY-MM-DD"T"HH24:MI') as begins
        from class_to_seat(${id}, ${unit}, ${today}) c`.execute(db)
  ).rows[0]

/** After sessions changed, or who came has a seat: how many are taken, and who learns in what is to come. */
export const seated = (db: Db, id: TrainingClassId, moment: string) =>
  sql`select class_seated(${id}, ${moment}::timestamp)`.execute(db)
/** The same after seats changed, also by a unit that only sends its people. */
export const settled = (db: Db, id: TrainingClassId, moment: string) =>
  sql`select class_seats_settled(${id}, ${moment}::timestamp)`.execute(db)

export type Seat = {
  readonly classSeatId: ClassSeatId
  readonly classId: TrainingClassId
  readonly officialId: OfficialId
  readonly fromId: AreaId
  readonly state: SeatState
  readonly offerUntil: PlainDate | null
  readonly name: string
}
/** Seats by their ids, as far as the actor sees them. */
export const seatsBy = async (db: Db, ids: readonly ClassSeatId[]): Promise<Seat[]> =>
  (
    await sql<Seat>`
      select k.id as "classSeatId", k.class_id as "classId", k.official_id as "officialId", k.from_id as "fromId", k.state,
             k.offer_until as "offerUntil", coalesce(o.full_name, '') as name
        from class_seat k left join official o on o.id = k.official_id
       where k.id = any (${ids}::uuid[]) order by k.made_at, k.id`.execute(db)
  ).rows
/** Those whom a class has already, of some. */
export const seatsAmong = async (db: Db, id: TrainingClassId, officials: readonly OfficialId[]): Promise<Seat[]> => {
  const rows = await db
    .selectFrom('class_seat')
    .select('id')
    .where('class_id', '=', id)
    .where('official_id', 'in', officials)
    .execute()
  return seatsBy(
    db,
    rows.map((row) => row.id),
  )
}

type NewSeat = {
  readonly id: ClassSeatId
  readonly class_id: TrainingClassId
  readonly official_id: OfficialId
  readonly from_id: AreaId
  readonly state: SeatState
}
export const insertSeats = (db: Db, rows: readonly NewSeat[]) =>
  sql`select class_seats_add(${JSON.stringify(rows)})`.execute(db)

type Set = {
  readonly state: SeatState
  readonly because?: string
  readonly followedBy?: ClassSeatId | null
  readonly offerUntil?: PlainDate | null
}
export const setSeats = (
  db: Db,
  ids: readonly ClassSeatId[],
  { state, because = '', followedBy = null, offerUntil = null }: Set,
) => sql`select class_seats_set(${ids}::uuid[], ${state}, ${because}, ${followedBy}, ${offerUntil})`.execute(db)

/** Who has a seat: for what stands against sessions. */
export const learnersOf = async (db: Db, id: TrainingClassId): Promise<{ person: string; name: string }[]> =>
  (
    await sql<{ person: string; name: string }>`
      select k.official_id as person, coalesce(o.full_name, '') as name
        from class_seat k left join official o on o.id = k.official_id where k.class_id = ${id} and k.state = 'enrolled'
       order by k.official_id`.execute(db)
  ).rows

/** Classes that are open to the units for which the actor works, or to one unit and all below it: what begins next first. */
export const openClasses = async (
  db: Db,
  { area, today, moment }: { readonly area: AreaId | null; readonly today: PlainDate; readonly moment: string },
): Promise<OpenClass[]> =>
  (
    await sql<OpenClass>`
      select c.id as "trainingClassId", c.code, c.title, c.kind, c.state as "classState", ${nameOn(sql`c.area_id`, today)} as organiser,
             q.from_id as "areaId", ${nameOn(sql`q.from_id`, today)} as "areaName", d.first::date as "firstDay", d.last::date as "lastDay",
             q.seats as quota, greatest(0, q.seats - n.nominated - n.waiting - n.offered - n.enrolled) as left,
             n.nominated, n.waiting, n.offered, n.enrolled, n.until as "offerUntil",
             c.state = 'enrolling' and coalesce(d.first > ${moment}::timestamp, true) as open
        from class_quota q join training_class c on c.id = q.class_id
        cross join lateral (select min(lower(s.during)) as first, max(lower(s.during)) as last from class_session s where s.class_id = c.id) d
        cross join lateral (
          select count(*) filter (where k.state = 'nominated')::int as nominated, count(*) filter (where k.state = 'waiting')::int as waiting,
                 count(*) filter (where k.state = 'offered')::int as offered, count(*) filter (where k.state = 'enrolled')::int as enrolled,
                 min(k.offer_until) filter (where k.offer_until >= ${today}) as until
            from class_seat k where k.class_id = c.id and k.from_id = q.from_id) n
       where c.state in ('announced', 'enrolling', 'confirmed', 'running')
         and ${area === null ? sql`q.from_id = any (nb_areas())` : sql`q.from_id in (select r.area_id from area_reach r where r.over_id = ${area})`}
       order by d.first, ${inVietnamese(sql`c.title`)}, c.id, ${inVietnamese(nameOn(sql`q.from_id`, today))}, q.from_id limit 500`.execute(
      db,
    )
  ).rows

/** Classes of the units for which the actor works that have not begun, where a seat is free and somebody waits for one. */
export const toOffer = async (
  db: Db,
  { today, moment }: { readonly today: PlainDate; readonly moment: string },
): Promise<ToOffer[]> =>
  (
    await sql<ToOffer>`
      select c.id as "trainingClassId", c.title, c.seats - c.taken - n.offered as free, n.waiting
        from training_class c
        cross join lateral (
          select count(*) filter (where k.state = 'offered' and k.offer_until >= ${today})::int as offered,
                 count(*) filter (where k.state = 'waiting' or k.state = 'offered' and k.offer_until < ${today})::int as waiting
            from class_seat k where k.class_id = c.id) n
       where c.area_id = any (nb_areas()) and c.state in ('enrolling', 'confirmed', 'running')
         and n.waiting > 0 and c.seats > c.taken + n.offered
         and not exists (select from class_session s where s.class_id = c.id and lower(s.during) <= ${moment}::timestamp)
       order by c.title, c.id limit 100`.execute(db)
  ).rows

/** The official whose account it is. */
export const ownRecord = async (db: Db): Promise<OfficialId | null> =>
  (await sql<{ id: OfficialId | null }>`select roster_self() as id`.execute(db)).rows[0]?.id ?? null

/** Where a session is in full: a hall is found by its name, where one near the class is called so; who learns there may read halls, and no sessions. */
export const myClasses = async (db: Db, today: PlainDate): Promise<MyClass[]> =>
  (
    await sql<MyClass>`
      select m.seat_id as "classSeatId", m.class_id as "trainingClassId", m.code, m.title, m.kind, m.class_state as "classState",
             ${nameOn(sql`m.area_id`, today)} as organiser, ${nameOn(sql`m.from_id`, today)} as "fromName", m.state, m.because,
             m.offer_until as "offerUntil", m.changes,
             (select coalesce(jsonb_agg(e.one || jsonb_build_object('place', coalesce(${whereOf(today)}, e.one->>'place')) order by e.n), '[]')
                from jsonb_array_elements(m.sessions) with ordinality e (one, n)
                left join lateral (
                  select (array_agg(n.id))[1] as id from class_hall n
                   where n.name = e.one->>'place' and n.valid_from <= (e.one->>'day')::date
                     and coalesce(n.valid_until, 'infinity') > (e.one->>'day')::date and ${overOrUnder(sql`n.area_id`, sql`m.area_id`)}
                  having count(*) = 1) near on true
                left join class_hall h on h.id = near.id) as sessions
        from my_classes() m`.execute(db)
  ).rows
