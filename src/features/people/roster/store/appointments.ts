/** SQL of appointments that are given, end, or are opened again, and of the moves that rest on them. */
import { sql } from 'kysely'
import type { PlainDate } from '#kernel/dates.ts'
import type { AccountId, AppointmentId, AreaId, OfficialId } from '#kernel/ids.ts'
import { locks } from '#platform/server/database/locks.ts'
import type { Db } from '#platform/server/database/open.ts'
import type { Ending, Standing } from '../model.ts'

const coursesAtOnce = 1_024
/**
 * What these people hold is given and ended by one act at a time, in any unit: who dies holds nothing that another gives in the
 * same second, and nobody is moved to two places. Taken before any row of theirs. The database has room for some thousand locks
 * in all: a file of twenty thousand people takes these, which several of them share.
 */
export const holdCourses = (db: Db, officials: readonly string[]) =>
  sql`select pg_advisory_xact_lock(${locks.course}, h.key)
        from (select distinct hashtext(o) & ${coursesAtOnce - 1} as key from unnest(${officials}::text[]) o order by 1) h`.execute(
    db,
  )

/** The same of whoever holds the post. */
export async function holdCourseOf(db: Db, id: AppointmentId): Promise<void> {
  const found = await db.selectFrom('appointment').select('official_id').where('id', '=', id).executeTakeFirst()
  if (found) await holdCourses(db, [found.official_id])
}

export type NewAppointment = {
  id: AppointmentId
  official_id: OfficialId
  post: string
  area_id: AreaId
  standing: Standing
  valid_from: PlainDate
  valid_until: PlainDate | null
  decision_number: string | null
  decided_on: PlainDate | null
  made_by: AccountId
  /** The post at a unit that has ended, which this one follows; and the end that it was to have. */
  renews_id?: AppointmentId
  renews_until?: PlainDate | null
}
export const insertAppointments = (db: Db, rows: readonly NewAppointment[]) =>
  db.insertInto('appointment').values(rows).execute()

export const holdAppointment = (db: Db, id: AppointmentId) =>
  db
    .selectFrom('appointment')
    .select(['id', 'official_id', 'area_id', 'post', 'valid_from', 'valid_until', 'ended_because'])
    .select(['renews_id', 'renews_until', 'ended_with', 'until_before', 'decision_number', 'decided_on'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

export type Decided = { readonly decisionNumber: string; readonly decidedOn: PlainDate | null }
export const updateDecision = (db: Db, id: AppointmentId, { decisionNumber, decidedOn }: Decided) =>
  db
    .updateTable('appointment')
    .set({ decision_number: decisionNumber || null, decided_on: decidedOn })
    .where('id', '=', id)
    .execute()

/** Whether a rotation or secondment that stands leads from the post or to it. */
export const hasMoves = async (db: Db, appointment: AppointmentId): Promise<boolean> =>
  (
    await sql`
      select from official_move m
       where m.taken_away is null and ${appointment} in (m.from_appointment_id, m.to_appointment_id, m.first_there_id)
       limit 1`.execute(db)
  ).rows.length > 0

/** Whether it ended with a rotation or secondment that is over, or fell with one that was taken away. */
export const endedByMove = async (db: Db, appointment: AppointmentId): Promise<boolean> =>
  (
    await sql`
      select from official_move m
       where ${appointment} in (m.to_appointment_id, m.first_there_id)
         and (m.taken_away is not null or (m.outcome is not null and m.stays_from is null)) limit 1`.execute(db)
  ).rows.length > 0

/**
 * The first day after `until` from which somebody is moved from the post at the unit: they left it for that, and not before.
 * Also to a unit whose posts the actor does not see.
 */
export const movedAfter = async (
  db: Db,
  { id, area_id: area }: { readonly id: AppointmentId; readonly area_id: AreaId },
  until: PlainDate,
): Promise<PlainDate | null> =>
  (
    await sql<{ on: PlainDate | null }>`
      select min(r.valid_from) as "on" from official_move m join roster_moves(${area}, 'infinity') r on r.id = m.id
       where m.from_appointment_id = ${id} and r.valid_from > ${until}`.execute(db)
  ).rows[0]?.on ?? null

/** The first day of staying at the post after a move, where that comes after `until`. */
export const stayedAfter = async (db: Db, appointment: AppointmentId, until: PlainDate): Promise<PlainDate | null> =>
  (
    await sql<{ on: PlainDate | null }>`
      select max(m.stays_from) as "on" from official_move m
       where m.taken_away is null and m.to_appointment_id = ${appointment} and m.stays_from > ${until}`.execute(db)
  ).rows[0]?.on ?? null

/** What else somebody holds, or held, after a day, by what the actor sees; nobody else changes it meanwhile. */
export const heldAfter = (db: Db, of: { official: OfficialId; but: AppointmentId; until: PlainDate }) =>
  db
    .selectFrom('appointment')
    .select(['id', 'post', 'area_id', 'valid_from', 'valid_until', 'ended_because'])
    .where('official_id', '=', of.official)
    .where('id', '<>', of.but)
    .where(sql<boolean>`coalesce(valid_until, 'infinity') > ${of.until} and valid_until is distinct from valid_from`)
    .orderBy('id')
    .forUpdate()
    .execute()

/** What ended by the death that is recorded at this post. */
export const endedWith = (db: Db, id: AppointmentId) =>
  db
    .selectFrom('appointment')
    .select(['id', 'post', 'area_id', 'valid_from', 'until_before'])
    .where('ended_with', '=', id)
    .orderBy('id')
    .forUpdate()
    .execute()

/** The earliest first day of any post that somebody holds or held; null where none is seen. */
export const firstHeld = async (db: Db, official: OfficialId): Promise<PlainDate | null> =>
  (
    await sql<{ day: PlainDate | null }>`
      select min(least(a.valid_from, a.decided_on)) as day from appointment a
       where a.official_id = ${official} and a.valid_until is distinct from a.valid_from`.execute(db)
  ).rows[0]?.day ?? null

/** Who is placed again after the unit there has ended is still away: a move that led to the one post goes on at the next. */
export const carryMovesOn = (db: Db, { from, to }: { readonly from: AppointmentId; readonly to: AppointmentId }) =>
  sql`update official_move m set first_there_id = coalesce(m.first_there_id, m.to_appointment_id), to_appointment_id = ${to}
       where m.to_appointment_id = ${from} and m.taken_away is null and m.outcome is null`.execute(db)

/** The other way round: the post before is held as if nobody had been placed, and what rested on the placing rests on it. */
export const takePlacingBack = (db: Db, { id, by }: { readonly id: AppointmentId; readonly by: AccountId }) =>
  sql`select placing_take_back(${id}, ${by})`.execute(db)

export type Returned = { readonly official: OfficialId; readonly post: string; readonly from: AreaId }

/** The same of everybody whose unit stands again, and where each had been placed. */
export const returnPlacings = async (db: Db, unit: AreaId): Promise<Returned[]> =>
  (
    await sql<Returned>`
      select r.official_id as official, r.post, r.placed_at as "from" from placings_return(${unit}) r`.execute(db)
  ).rows

type Closed = {
  readonly until: PlainDate
  readonly because: Ending
  readonly by: AccountId
  /** By the death that is recorded at another post; and the end that this one was to have. */
  readonly with?: { readonly id: AppointmentId; readonly before: PlainDate | null }
}
export const closeAppointment = (db: Db, id: AppointmentId, { until, because, by, with: beside }: Closed) =>
  db
    .updateTable('appointment')
    .set({ valid_until: until, ended_because: because, ended_by: by })
    .set({ ended_with: beside?.id ?? null, until_before: beside?.before ?? null })
    .where('id', '=', id)
    .execute()

export const reopenAppointment = (db: Db, id: AppointmentId, until: PlainDate | null = null) =>
  db
    .updateTable('appointment')
    .set({ valid_until: until, ended_because: null, ended_by: null, ended_with: null, until_before: null })
    .where('id', '=', id)
    .execute()
