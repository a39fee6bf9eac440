/** SQL of checking in and of walk-ins. */
import { sql } from 'kysely'
import type { PlainDate } from '#kernel/dates.ts'
import type { AccountId, AreaId, ClassSessionId, ClassWalkInId, OfficialId, TrainingClassId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import { validOn } from '#platform/server/sql/days.ts'
import type { MySession, Outcome, WalkIn, WalkInState } from './model.ts'

export const sessionsOpen = async (db: Db, day: PlainDate): Promise<ClassSessionId[]> =>
  (await sql<{ id: ClassSessionId }>`select s.id from sessions_open(${day}) s (id)`.execute(db)).rows.map(
    ({ id }) => id,
  )

export const mySessionsOn = async (db: Db, day: PlainDate): Promise<MySession[]> =>
  (
    await sql<MySession>`
      select m.session_id as "classSessionId", m.title, m.begins as "from", m.ends as "until", m.place, m.role, m.mark, m.closed
        from my_sessions(${day}) m`.execute(db)
  ).rows

export const sessionTaught = async (db: Db, id: ClassSessionId) =>
  (await sql<{ title: string }>`select t.title from session_taught(${id}) t`.execute(db)).rows[0]

/** Why a mark follows one of absence. */
const cameAfterAll = 'nhập mã tại lớp'
type In = {
  readonly outcome: Outcome | 'closed'
  readonly classId: TrainingClassId
  readonly area: AreaId
  readonly title: string
  readonly walkIn: ClassWalkInId | null
}
type Coming = { readonly walkIn: ClassWalkInId; readonly name: string; readonly at: string }
export const comeIn = async (db: Db, session: ClassSessionId, { walkIn, name, at }: Coming): Promise<In | undefined> =>
  (
    await sql<In>`
      select i.outcome, i.class_id as "classId", i.area_id as area, i.title, i.walk_in_id as "walkIn"
        from checked_in(${session}, ${walkIn}, ${name}, ${cameAfterAll}, ${at}) i`.execute(db)
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
  readonly accountId: AccountId | null
}
/** A walk-in, which stands still until the change ends. */
export const holdWalkIn = async (db: Db, id: ClassWalkInId): Promise<HeldWalkIn | undefined> =>
  (
    await sql<HeldWalkIn>`
      select w.session_id as "sessionId", w.class_id as "classId", w.area_id as area, w.state, w.official_id as "officialId",
             w.seated, w.account_id as "accountId" from class_walk_in w where w.id = ${id} for update`.execute(db)
  ).rows[0]

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
  readonly because: string
  readonly by: { readonly id: AccountId; readonly name: string }
}
export const settleWalkIn = (db: Db, id: ClassWalkInId, { state, officialId, seated, because, by }: Settled) =>
  sql`update class_walk_in set state = ${state}, official_id = ${officialId}, seated = ${seated}, because = ${because},
             settled_by = ${by.id}, settled_name = ${by.name} where id = ${id}`.execute(db)

type Seat = { readonly classId: TrainingClassId; readonly area: AreaId; readonly officialId: OfficialId }
/** A seat for who came without one, for the unit of their post or of their record; false where they have one already. */
export const seatWalkIn = async (
  db: Db,
  { classId, area, officialId }: Seat,
  { id, by, on }: { readonly id: string; readonly by: AccountId; readonly on: PlainDate },
): Promise<boolean> =>
  (
    await sql`
      insert into class_seat as s (id, class_id, area_id, official_id, from_id, state, made_by)
      select ${id}, ${classId}, ${area}, o.id,
             coalesce((select a.area_id from appointment a join post p on p.id = a.post
                        where a.official_id = o.id and ${validOn('a', on)} order by p.place limit 1), o.unit_id),
             'enrolled', ${by}
        from official o where o.id = ${officialId}
      on conflict (class_id, official_id) do update
         set state = 'enrolled', because = '', followed_by = null, offer_until = null, revision = s.revision + 1
       where s.state <> 'enrolled'
      returning 1`.execute(db)
  ).rows.length > 0

export const leaveSeat = (db: Db, { classId, officialId }: Omit<Seat, 'area'>, because: string) =>
  sql`update class_seat set state = 'withdrawn', because = ${because}, revision = revision + 1
       where class_id = ${classId} and official_id = ${officialId} and state = 'enrolled'`.execute(db)
