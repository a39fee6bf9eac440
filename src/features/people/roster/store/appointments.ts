/** SQL of appointments that are given, end, or are opened again, and of the moves that rest on them. */
import { sql } from 'kysely'
import type { PlainDate } from '#kernel/dates.ts'
import type { AccountId, AppointmentId, AreaId, OfficialId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import type { Ending, Standing } from '../model.ts'

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
    .select(['renews_id', 'renews_until'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

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

/** Who is placed again after the unit there has ended is still away: a move that led to the one post goes on at the next. */
export const carryMovesOn = (db: Db, { from, to }: { readonly from: AppointmentId; readonly to: AppointmentId }) =>
  sql`update official_move m set first_there_id = coalesce(m.first_there_id, m.to_appointment_id), to_appointment_id = ${to}
       where m.to_appointment_id = ${from} and m.taken_away is null and m.outcome is null`.execute(db)

/** The other way round: a move that goes on at the next post is again where it led before. */
export const carryMovesBack = (db: Db, { from, to }: { readonly from: AppointmentId; readonly to: AppointmentId }) =>
  sql`update official_move m set first_there_id = nullif(m.first_there_id, ${to}), to_appointment_id = ${to}
       where m.to_appointment_id = ${from} and m.first_there_id is not null and m.taken_away is null`.execute(db)

export const closeAppointment = (
  db: Db,
  id: AppointmentId,
  { until, because, by }: { until: PlainDate; because: Ending; by: AccountId },
) =>
  db
    .updateTable('appointment')
    .set({ valid_until: until, ended_because: because, ended_by: by })
    .where('id', '=', id)
    .execute()

export const reopenAppointment = (db: Db, id: AppointmentId, until: PlainDate | null = null) =>
  db
    .updateTable('appointment')
    .set({ valid_until: until, ended_because: null, ended_by: null })
    .where('id', '=', id)
    .execute()
