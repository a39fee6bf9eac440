/** SQL of sessions, of who is in them and of what else is where they would be. */
import { type RawBuilder, sql } from 'kysely'
import { nameOn, overOrUnder } from '#features/areas/queries.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type {
  AccountId,
  AreaId,
  ClassHallId,
  ClassSessionId,
  ClassTrainerId,
  FrameworkTopicId,
  TrainerId,
  TrainingClassId,
} from '#kernel/ids.ts'
import { locks } from '#platform/server/database/locks.ts'
import type { Db } from '#platform/server/database/open.ts'
import { byGivenName } from '#platform/server/sql/order.ts'
import type { ClassSession, ClassTrainer, Slot, TrainerAnswer } from './model.ts'

const slotAs = (
  during: RawBuilder<unknown>,
) => sql`lower(${during})::date as day, to_char(lower(${during}), 'HH24:MI') as "from",
  to_char(upper(${during}), 'HH24:MI') as "until"`
const during = ({ day, from, until }: Slot) => `[${day} ${from},${day} ${until})`
const trainerName = sql`coalesce(o.full_name, t.full_name)`

/** The hall `h` as somebody finds it who was never there: its name, its address, and the unit that has it. */
export const whereOf = (today: PlainDate) => sql<string | null>`(
  select concat_ws(', ', h.name, nullif(h.address, ''),
                   case when position(fold(u.unit) in fold(h.name || ' ' || h.address)) = 0 then u.unit end)
    from (select ${nameOn(sql`h.area_id`, today)} as unit) u where h.id is not null)`

type At = { readonly today: PlainDate; readonly moment: string }
/** The sessions of a class by their time. */
export const sessionsOf = async (db: Db, id: TrainingClassId, { today, moment }: At): Promise<ClassSession[]> =>
  (
    await sql<ClassSession>`
      select s.id as "classSessionId", ${slotAs(sql`s.during`)}, s.hall_id as "hallId", h.name as "hallName", s.place, coalesce(${whereOf(today)}, nullif(s.place, '')) as "where", s.topic_id as "topicId",
             case when f.id is not null then jsonb_build_object('code', f.code, 'title', f.title) end as topic,
             coalesce(w.ids, '{}') as "classTrainerIds", coalesce(w.names, '{}') as trainers, lower(s.during) <= ${moment}::timestamp as begun,
             n.closed is not null or exists (select from attendance_mark m where m.session_id = s.id)
               or exists (select from class_walk_in w where w.session_id = s.id) as used,
             n.closed is not null or exists (select from attendance_mark m where m.session_id = s.id and m.mark <> 'excused') as held,
             coalesce(n.closed, false) as closed
        from class_session s left join class_hall h on h.id = s.hall_id
        left join lateral (select c.closed from session_count c where c.session_id = s.id order by c.number desc limit 1) n on true
        left join framework_topic f on f.id = coalesce(topic_on(s.topic_id, ${today}), s.topic_id)
        left join lateral (
          select array_agg(p.class_trainer_id order by p.class_trainer_id) as ids,
                 array_agg(${trainerName} order by ${byGivenName(trainerName)}, t.id) as names
            from session_person p join class_trainer k on k.id = p.class_trainer_id join trainer t on t.id = k.trainer_id
            left join official o on o.id = t.official_id where p.session_id = s.id) w on true
       where s.class_id = ${id} order by s.during, s.id`.execute(db)
  ).rows

/** Whom a class asked, in the order in which it did. */
export const trainersOf = async (db: Db, id: TrainingClassId): Promise<ClassTrainer[]> =>
  (
    await sql<ClassTrainer>`
      select k.id as "classTrainerId", k.trainer_id as "trainerId", ${trainerName} as name, t.organisation, k.state, k.because,
             (select coalesce(o2.full_name, t2.full_name) from class_trainer f join trainer t2 on t2.id = f.trainer_id
                left join official o2 on o2.id = t2.official_id where f.id = k.followed_by) as "followedBy",
             (select count(*)::int from session_person p where p.class_trainer_id = k.id) as sessions
        from class_trainer k join trainer t on t.id = k.trainer_id left join official o on o.id = t.official_id
       where k.class_id = ${id} order by k.made_at, k.id`.execute(db)
  ).rows

/** Who of a class may be in its sessions: neither declined nor replaced; with what is asked of them on a day. */
export type Teaching = {
  readonly classTrainerId: ClassTrainerId
  readonly state: TrainerAnswer
  readonly person: string
  readonly name: string
  readonly topics: readonly string[]
  readonly from: PlainDate
  readonly until: PlainDate | null
}
const teachingAs = sql`coalesce(t.official_id, t.id) as person, ${trainerName} as name, t.topics, t.valid_from as "from", t.valid_until as "until"`
export const teachingOf = async (db: Db, id: TrainingClassId): Promise<Teaching[]> =>
  (
    await sql<Teaching>`
      select k.id as "classTrainerId", k.state, ${teachingAs}
        from class_trainer k join trainer t on t.id = k.trainer_id left join official o on o.id = t.official_id
       where k.class_id = ${id}`.execute(db)
  ).rows

/** A trainer whom the actor sees and who teaches on the day or later. */
export const trainerToAsk = async (
  db: Db,
  id: TrainerId,
  today: PlainDate,
): Promise<Omit<Teaching, 'classTrainerId' | 'state'> | undefined> =>
  (
    await sql<Omit<Teaching, 'classTrainerId' | 'state'>>`
      select ${teachingAs} from trainer t left join official o on o.id = t.official_id
       where t.id = ${id} and coalesce(t.valid_until, 'infinity') > ${today}`.execute(db)
  ).rows[0]

export type HallOf = {
  readonly name: string
  readonly seats: number
  readonly from: PlainDate
  readonly until: PlainDate | null
  readonly near: boolean
}
/** Halls by their ids; `near`: of the unit, of one over it or under it. */
export const hallsBy = async (
  db: Db,
  ids: readonly ClassHallId[],
  area: AreaId,
): Promise<ReadonlyMap<string, HallOf>> => {
  const { rows } = await sql<HallOf & { id: string }>`
    select h.id, h.name, h.seats, h.valid_from as "from", h.valid_until as "until", ${overOrUnder(sql`h.area_id`, area)} as near
      from class_hall h where h.id = any (${ids}::uuid[])`.execute(db)
  return new Map(rows.map(({ id, ...hall }) => [id, hall]))
}

/** Who learns in some sessions: not who is elsewhere at their hours. */
export const learnersIn = async (db: Db, ids: readonly ClassSessionId[]): Promise<{ person: string; name: string }[]> =>
  (
    await sql<{ person: string; name: string }>`
      select distinct p.person, coalesce(o.full_name, '') as name
        from session_person p left join official o on o.id = p.person
       where p.session_id = any (${ids}::uuid[]) and p.role = 'learner' order by p.person`.execute(db)
  ).rows

/** Halls and people, always in one order: whoever puts something in them meanwhile waits, and then sees what was put. */
export const holdAll = (db: Db, ids: readonly string[]) =>
  sql`select pg_advisory_xact_lock(${locks.held}, hashtext(i.id))
        from (select distinct u.id from unnest(${[...ids].sort()}::text[]) u (id) order by 1) i`.execute(db)

export type Met = Slot & {
  readonly id: string
  readonly wanted: Slot
  readonly code: string
  readonly title: string
  readonly areaName: string
}
type Wanted = { readonly id: string; readonly slot: Slot }
/** What else is in these halls, and with these people, at these hours; sessions in `but` are none. */
export async function metBy(
  db: Db,
  wanted: readonly Wanted[],
  { but, today }: { readonly but: readonly ClassSessionId[]; readonly today: PlainDate },
): Promise<Met[]> {
  if (wanted.length === 0) return []
  const ids = wanted.map(({ id }) => id)
  const spans = wanted.map(({ slot }) => during(slot))
  const { rows } = await sql<Met & { wantedDay: PlainDate; wantedFrom: string; wantedUntil: string }>`
    select c.id, ${slotAs(sql`c.during`)}, lower(c.wanted)::date as "wantedDay", to_char(lower(c.wanted), 'HH24:MI') as "wantedFrom",
           to_char(upper(c.wanted), 'HH24:MI') as "wantedUntil", c.code, c.title, ${nameOn(sql`c.area_id`, today)} as "areaName"
      from class_clashes(${ids}::uuid[], ${spans}::tsrange[], ${but}::uuid[]) c order by c.during, c.class_id, c.id`.execute(
    db,
  )
  return rows.map(({ wantedDay: day, wantedFrom: from, wantedUntil: until, ...met }) => ({
    ...met,
    wanted: { day, from, until },
  }))
}

type Holds = {
  readonly hallId: ClassHallId | null
  readonly place: string
  readonly topicId: FrameworkTopicId | null
}
type NewSessions = Holds & {
  readonly classId: TrainingClassId
  readonly area: AreaId
  readonly by: AccountId
  readonly slots: readonly (Slot & { readonly classSessionId: ClassSessionId })[]
}
export const insertSessions = (db: Db, { classId, area, by, slots, hallId, place, topicId }: NewSessions) =>
  db
    .insertInto('class_session')
    .values(
      slots.map((slot) => ({
        ...{ id: slot.classSessionId, class_id: classId, area_id: area, during: during(slot) },
        ...{ hall_id: hallId, place, topic_id: topicId, made_by: by },
      })),
    )
    .execute()

type Seated = { readonly classTrainerId: ClassTrainerId; readonly person: string }
/** Puts trainers into sessions of a class in which they are not yet. */
export const seatTrainers = (db: Db, sessions: readonly ClassSessionId[], trainers: readonly Seated[]) =>
  sql`insert into session_person (session_id, area_id, during, stands, person, role, class_trainer_id)
      select s.id, s.area_id, s.during, s.stands, w.person, 'trainer', w.id
        from class_session s cross join unnest(${trainers.map(({ classTrainerId }) => classTrainerId)}::uuid[],
                                               ${trainers.map(({ person }) => person)}::uuid[]) as w (id, person)
       where s.id = any (${sessions}::uuid[])
         and not exists (select from session_person p where p.session_id = s.id and p.class_trainer_id = w.id)`.execute(
    db,
  )

/** Of a session those trainers leave who are none of these. */
export const unseatOthers = (db: Db, session: ClassSessionId, stay: readonly ClassTrainerId[]) =>
  sql`delete from session_person where session_id = ${session} and role = 'trainer' and class_trainer_id <> all (${stay}::uuid[])`.execute(
    db,
  )

/** A trainer leaves the sessions that have not begun; answers which. */
export const unseat = async (db: Db, trainer: ClassTrainerId, moment: string): Promise<ClassSessionId[]> =>
  (
    await sql<{ id: ClassSessionId }>`
      delete from session_person p using class_session s
       where s.id = p.session_id and p.class_trainer_id = ${trainer} and lower(s.during) > ${moment}::timestamp
       returning s.id`.execute(db)
  ).rows.map(({ id }) => id)

export const updateSession = (db: Db, id: ClassSessionId, { hallId, place, topicId, ...slot }: Slot & Holds) =>
  db
    .updateTable('class_session')
    .set({ during: during(slot), hall_id: hallId, place, topic_id: topicId })
    .where('id', '=', id)
    .execute()

/** All of these by so many days, the one in front first: none passes over another of its class, so nothing has to wait for the end. */
export async function moveSessions(db: Db, ids: readonly ClassSessionId[], days: number): Promise<void> {
  const { rows } = await sql<{ id: ClassSessionId }>`
    select s.id from class_session s where s.id = any (${ids}::uuid[]) order by s.during`.execute(db)
  for (const { id } of days > 0 ? rows.toReversed() : rows)
    await sql`update class_session set during = tsrange(lower(during) + make_interval(days => ${days}), upper(during) + make_interval(days => ${days}))
               where id = ${id}`.execute(db)
}

export async function deleteSession(db: Db, id: ClassSessionId): Promise<void> {
  await db.deleteFrom('session_person').where('session_id', '=', id).execute()
  await db.deleteFrom('class_session').where('id', '=', id).execute()
}

export const classOfSession = async (db: Db, id: ClassSessionId): Promise<TrainingClassId | undefined> =>
  (await db.selectFrom('class_session').select('class_id').where('id', '=', id).executeTakeFirst())?.class_id
export const classOfTrainer = async (db: Db, id: ClassTrainerId): Promise<TrainingClassId | undefined> =>
  (await db.selectFrom('class_trainer').select('class_id').where('id', '=', id).executeTakeFirst())?.class_id

type NewTrainer = {
  readonly id: ClassTrainerId
  readonly class_id: TrainingClassId
  readonly area_id: AreaId
  readonly trainer_id: TrainerId
  readonly made_by: AccountId
}
export const insertTrainer = (db: Db, row: NewTrainer) => db.insertInto('class_trainer').values(row).execute()

type Answer = { readonly state: TrainerAnswer; readonly because: string; readonly followedBy: ClassTrainerId | null }
export const setAnswer = (db: Db, id: ClassTrainerId, { state, because, followedBy }: Answer) =>
  db.updateTable('class_trainer').set({ state, because, followed_by: followedBy }).where('id', '=', id).execute()
