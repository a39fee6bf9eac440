/** SQL of checking in and of walk-ins. */
import { type RawBuilder, sql } from 'kysely'
import { depthOf } from '#features/areas/words.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type {
  AccountId,
  AreaId,
  ClassSeatId,
  ClassSessionId,
  ClassWalkInId,
  OfficialId,
  TrainingClassId,
} from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import { validOn } from '#platform/server/sql/days.ts'
import { earlyMinutes } from '../attendance/rules.ts'
import type { SeatState } from '../seats/model.ts'
import type { MySession, Outcome, WalkIn, WalkInState } from './model.ts'

/** Sessions for which a code is taken at a moment, by the clock of Vietnam. */
export const sessionsOpen = async (db: Db, moment: string): Promise<ClassSessionId[]> =>
  (
    await sql<{ id: ClassSessionId }>`
      select s.id from sessions_open(${moment}::timestamp, make_interval(mins => ${earlyMinutes})) s (id)`.execute(db)
  ).rows.map(({ id }) => id)

export const mySessionsOn = async (db: Db, day: PlainDate): Promise<Omit<MySession, 'code'>[]> =>
  (
    await sql<Omit<MySession, 'code'>>`
      select m.session_id as "classSessionId", m.title, m.begins as "from", m.ends as "until", m.place, m.role, m.mark, m.closed
        from my_sessions(${day}) m`.execute(db)
  ).rows

export const sessionTaught = async (db: Db, id: ClassSessionId) =>
  (await sql<{ title: string }>`select t.title from session_taught(${id}) t`.execute(db)).rows[0]

/** Why a mark follows one of absence. */
const cameAfterAll = 'nhập mã tại lớp'
type In = {
  readonly outcome: Outcome | 'closed' | 'elsewhere'
  readonly classId: TrainingClassId
  readonly area: AreaId
  readonly title: string
  readonly walkIn: ClassWalkInId | null
  /** The class in which they are there at that hour. */
  readonly elsewhere: string | null
}
type Coming = {
  readonly walkIn: ClassWalkInId
  readonly name: string
  readonly at: string
  readonly moment: string
}
export const comeIn = async (
  db: Db,
  session: ClassSessionId,
  { walkIn, name, at, moment }: Coming,
): Promise<In | undefined> =>
  (
    await sql<In>`
      select i.outcome, i.class_id as "classId", i.area_id as area, i.title, i.walk_in_id as "walkIn", i.elsewhere
        from checked_in(${session}, ${walkIn}, ${name}, ${cameAfterAll}, ${at}, ${moment}::timestamp) i`.execute(db)
  ).rows[0]

export const walkInsOf = async (db: Db, session: ClassSessionId): Promise<WalkIn[]> =>
  (
    await sql<WalkIn>`
      select w.id as "classWalkInId", w.full_name as name, w.state, w.official_id as "officialId", o.full_name as "officialName",
             w.account_id is not null as "byCode", coalesce(w.account_id = nb_account() or w.official_id = roster_self(), false) as own, w.made_at as at, w.settled_name as "settledBy", w.because
        from class_walk_in w left join official o on o.id = w.official_id
       where w.session_id = ${session} and w.state <> 'offered' order by w.made_at, w.id`.execute(db)
  ).rows

export type HeldWalkIn = {
  readonly sessionId: ClassSessionId
  readonly classId: TrainingClassId
  readonly area: AreaId
  readonly state: WalkInState
  readonly officialId: OfficialId | null
  readonly seated: boolean
  /** The number of the mark that they have by the match. */
  readonly marked: number | null
  /** What stood of them in the list before they had a seat by this. */
  readonly before: SeatBefore | null
  readonly accountId: AccountId | null
  readonly at: string
}
export type SeatBefore = {
  readonly state: SeatState
  readonly because: string
  readonly offerUntil: PlainDate | null
  readonly followedBy: ClassSeatId | null
}
/** A walk-in, which stands still until the change ends. */
export const holdWalkIn = async (db: Db, id: ClassWalkInId): Promise<HeldWalkIn | undefined> =>
  (
    await sql<HeldWalkIn>`
      select w.session_id as "sessionId", w.class_id as "classId", w.area_id as area, w.state, w.official_id as "officialId",
             w.seated, w.marked, w.seat_before as before, w.account_id as "accountId", w.made_at as at from class_walk_in w where w.id = ${id} for update`.execute(
      db,
    )
  ).rows[0]

/** Whether who was asked may still say that they came. */
export const walkInWaits = async (db: Db, id: ClassWalkInId): Promise<boolean> =>
  (await sql<{ waits: boolean }>`select walk_in_waits(${id}) as waits`.execute(db)).rows[0]?.waits ?? false

export const takeWalkIn = (db: Db, id: ClassWalkInId) =>
  sql`update class_walk_in set state = 'taken' where id = ${id} and state = 'offered'`.execute(db)

type NewWalkIn = {
  readonly id: ClassWalkInId
  readonly sessionId: ClassSessionId
  readonly classId: TrainingClassId
  readonly area: AreaId
  readonly name: string
  readonly at: string
}
export const insertWalkIn = (db: Db, { id, sessionId, classId, area, name, at }: NewWalkIn) =>
  sql`insert into class_walk_in (id, session_id, class_id, area_id, full_name, state, made_at)
      values (${id}, ${sessionId}, ${classId}, ${area}, ${name}, 'taken', ${at})`.execute(db)

type Settled = {
  readonly state: 'matched' | 'undone'
  readonly officialId: OfficialId | null
  readonly seated: boolean
  readonly before: SeatBefore | null
  readonly marked: number | null
  readonly because: string
  readonly by: { readonly id: AccountId; readonly name: string }
}
export const settleWalkIn = (db: Db, id: ClassWalkInId, { state, officialId, because, by, ...had }: Settled) =>
  sql`update class_walk_in set state = ${state}, official_id = ${officialId}, seated = ${had.seated}, seat_before = ${json(had.before)}::jsonb,
             marked = ${had.marked}, because = ${because}, settled_by = ${by.id}, settled_name = ${by.name} where id = ${id}`.execute(
    db,
  )
const json = (before: SeatBefore | null) => before && JSON.stringify(before)

type Seat = { readonly classId: TrainingClassId; readonly area: AreaId; readonly officialId: OfficialId }
/** The unit that sends the people of the unit `home`: the nearest over it that the class gave a number, or else the nearest that plans. */
const sendsFrom = (home: RawBuilder<unknown>, classId: TrainingClassId, on: PlainDate) => sql`coalesce((
  select r.over_id from area_reach r join area_version v on v.area_id = r.over_id and ${validOn('v', on)} and v.level <= ${depthOf('commune')}
   where r.area_id = ${home}
   order by exists (select from class_quota q where q.class_id = ${classId} and q.from_id = r.over_id) desc, v.level desc limit 1), ${home})`
/** A seat for who came without one, and what stood of them before; undefined where they have one already. */
export const seatWalkIn = async (
  db: Db,
  { classId, area, officialId }: Seat,
  { id, by, on }: { readonly id: string; readonly by: AccountId; readonly on: PlainDate },
): Promise<{ before: SeatBefore | null } | undefined> =>
  (
    await sql<{ before: SeatBefore | null }>`
      with before as (
        select jsonb_build_object('state', k.state, 'because', k.because, 'offerUntil', k.offer_until, 'followedBy', k.followed_by) as was
          from class_seat k where k.class_id = ${classId} and k.official_id = ${officialId}),
      who as (
        select o.id, coalesce((select a.area_id from appointment a join post p on p.id = a.post
                                where a.official_id = o.id and ${validOn('a', on)} order by p.place limit 1), o.unit_id) as home
          from official o where o.id = ${officialId})
      insert into class_seat as s (id, class_id, area_id, official_id, from_id, state, made_by)
      select ${id}, ${classId}, ${area}, w.id, ${sendsFrom(sql`w.home`, classId, on)}, 'enrolled', ${by} from who w
      on conflict (class_id, official_id) do update
         set state = 'enrolled', because = '', followed_by = null, offer_until = null, revision = s.revision + 1
       where s.state <> 'enrolled'
      returning (select b.was from before b) as before`.execute(db)
  ).rows[0]

type Left = Omit<Seat, 'area'> & { readonly before: SeatBefore | null; readonly because: string }
/** They are in the list as they were before, and in no session. */
export async function leaveSeat(db: Db, { classId, officialId, before, because }: Left): Promise<void> {
  const was = before ?? { state: 'withdrawn', because, offerUntil: null, followedBy: null }
  await sql`update class_seat set state = ${was.state}, because = ${was.because}, offer_until = ${was.offerUntil}, followed_by = ${was.followedBy},
                   revision = revision + 1 where class_id = ${classId} and official_id = ${officialId} and state = 'enrolled'`.execute(
    db,
  )
  await sql`delete from session_person p using class_session s
             where s.class_id = ${classId} and p.session_id = s.id and p.person = ${officialId} and p.role = 'learner'`.execute(
    db,
  )
}

/** Another walk-in of the class who is the same person has the seat now; false where there is none. */
export const handSeat = async (
  db: Db,
  { classId, officialId }: Omit<Seat, 'area'>,
  { but, before }: { readonly but: ClassWalkInId; readonly before: SeatBefore | null },
): Promise<boolean> =>
  (
    await sql`
      update class_walk_in set seated = true, seat_before = ${json(before)}::jsonb
       where id = (select w.id from class_walk_in w join class_session s on s.id = w.session_id
                    where w.class_id = ${classId} and w.official_id = ${officialId} and w.state = 'matched' and w.id <> ${but}
                    order by s.during, w.id limit 1)
      returning 1`.execute(db)
  ).rows.length > 0
