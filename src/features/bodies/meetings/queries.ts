/** SQL of meetings and of the tasks that they gave. */
import { type RawBuilder, sql } from 'kysely'
import type { PlainDate } from '#kernel/dates.ts'
import type { AccountId, AreaId, BodyId, BodyMeetingId, BodyTaskId, FileId, OfficialId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import type { MemberRole } from '../model.ts'
import type { BodyTask, EarlierPage, MeetingLine, Moved, OwedTask } from './model.ts'

export type Called = { on: PlainDate; time: string | null; place: string; agenda: string[] }
export type Minuted = { present: OfficialId[]; guests: string; chairedBy: OfficialId | null; conclusions: string[] }
export type Meeting = Called &
  Minuted & {
    meetingId: BodyMeetingId
    bodyId: BodyId
    scanId: FileId | null
    calledOff: string | null
    /** The day on which it was entered. */
    calledOn: PlainDate
    moves: Moved[]
    /** Signed pages that stood before the one that does, the first first. */
    earlierPages: EarlierPage[]
  }

const columns = sql`g.id as "meetingId", g.body_id as "bodyId", g.held_on as "on", g.at_time as time, g.place, g.agenda,
  g.present, g.guests, g.chaired_by as "chairedBy", g.conclusions, g.scan_id as "scanId", g.called_off as "calledOff", g.moves, g.earlier_pages as "earlierPages",
  (g.made_at at time zone 'Asia/Ho_Chi_Minh')::date as "calledOn"`

export const findMeeting = async (db: Db, meeting: BodyMeetingId): Promise<Meeting | undefined> =>
  (await sql<Meeting>`select ${columns} from body_meeting g where g.id = ${meeting}`.execute(db)).rows[0]

/** The latest first. */
export const meetingsOf = async (db: Db, body: BodyId): Promise<MeetingLine[]> =>
  (
    await sql<MeetingLine>`
      select g.id as "meetingId", g.held_on as "on", g.at_time as time, g.place, g.agenda,
             g.conclusions <> '{}' and g.present <> '{}' as "hasMinutes", g.scan_id is not null as "isSigned", g.called_off as "calledOff"
        from body_meeting g where g.body_id = ${body} order by g.held_on desc, g.id desc`.execute(db)
  ).rows

type Then = Pick<Meeting, 'bodyId' | 'meetingId' | 'on' | 'time'>
/** Whether another meeting of the body, not called off, is on the day at the hour. */
export const meetsThen = async (db: Db, { bodyId, meetingId, on, time }: Then): Promise<boolean> =>
  (
    await sql`
      select from body_meeting g
       where g.body_id = ${bodyId} and g.id <> ${meetingId} and g.held_on = ${on} and g.at_time is not distinct from ${time}::text
         and g.called_off is null limit 1`.execute(db)
  ).rows.length > 0

export const insertMeeting = (
  db: Db,
  { meetingId, bodyId, on, time, place, agenda }: Called & Pick<Meeting, 'meetingId' | 'bodyId'>,
  { by }: { by: AccountId },
) =>
  db
    .insertInto('body_meeting')
    .values({ id: meetingId, body_id: bodyId, held_on: on, at_time: time, place, agenda, made_by: by })
    .execute()

export const updateMeeting = (
  db: Db,
  meeting: BodyMeetingId,
  {
    on,
    time,
    place,
    agenda,
    present,
    guests,
    chairedBy,
    conclusions,
    moves,
  }: Called & Minuted & Pick<Meeting, 'moves'>,
) =>
  db
    .updateTable('body_meeting')
    .set({
      ...{ held_on: on, at_time: time, place, agenda, moves: JSON.stringify(moves) },
      ...{ present, guests, chaired_by: chairedBy, conclusions },
    })
    .where('id', '=', meeting)
    .execute()

export const callOff = (db: Db, meeting: BodyMeetingId, because: string) =>
  db.updateTable('body_meeting').set({ called_off: because }).where('id', '=', meeting).execute()

type Kept = { readonly scan: FileId; readonly paper: string }
export const keepPaper = (db: Db, meeting: BodyMeetingId, { scan, paper }: Kept) =>
  db.updateTable('body_meeting').set({ scan_id: scan, paper }).where('id', '=', meeting).execute()

/** Another page stands from now on. */
export const replacePage = (
  db: Db,
  meeting: BodyMeetingId,
  { scan, earlier }: { scan: FileId; earlier: readonly EarlierPage[] },
) =>
  db
    .updateTable('body_meeting')
    .set({ scan_id: scan, earlier_pages: JSON.stringify(earlier) })
    .where('id', '=', meeting)
    .execute()

/** What the minutes said when their signed page was kept; null before that, and of pages kept before papers were. */
export const findKept = async <Paper>(db: Db, meeting: BodyMeetingId): Promise<Paper | null> =>
  (await sql<{ paper: Paper | null }>`select g.paper from body_meeting g where g.id = ${meeting}`.execute(db)).rows[0]
    ?.paper ?? null

export const findScan = (db: Db, scan: FileId) =>
  db.selectFrom('file').select(['media_type', 'content']).where('id', '=', scan).executeTakeFirst()

const taskColumns = (today: PlainDate) => sql`t.id as "taskId", t.meeting_id as "meetingId", g.held_on as "heldOn",
  t.official_id as "officialId", p.full_name as name, t.what, t.due_on as due, t.done_on as "doneOn",
  t.taken_back as "takenBack", t.taken_back is null and t.due_on < coalesce(t.done_on, ${today}) as late`

/** What is open first, late before the rest; then what was done. */
export const tasksOf = async (
  db: Db,
  { body, meeting = null, today }: { body: BodyId; meeting?: BodyMeetingId | null; today: PlainDate },
): Promise<BodyTask[]> =>
  (
    await sql<BodyTask>`
      select ${taskColumns(today)}
        from body_task t join body_meeting g on g.id = t.meeting_id join body_people(${body}) p on p.official_id = t.official_id
       where t.body_id = ${body} and (${meeting}::uuid is null or t.meeting_id = ${meeting})
       order by t.done_on is not null or t.taken_back is not null, t.due_on, t.id`.execute(db)
  ).rows

/** As minutes name them: what was taken back is none, and what is done stays in its place. */
export const tasksGivenAt = async (db: Db, { bodyId, meetingId }: Pick<Meeting, 'bodyId' | 'meetingId'>) =>
  (
    await sql<Pick<BodyTask, 'name' | 'what' | 'due'>>`
      select p.full_name as name, t.what, t.due_on as due
        from body_task t join body_people(${bodyId}) p on p.official_id = t.official_id
       where t.meeting_id = ${meetingId} and t.taken_back is null order by t.due_on, t.id`.execute(db)
  ).rows

type NewTask = {
  id: BodyTaskId
  meeting_id: BodyMeetingId
  body_id: BodyId
  official_id: OfficialId
  what: string
  due_on: PlainDate
  made_by: AccountId
}
type Same = { readonly bodyId: BodyId; readonly officialId: OfficialId; readonly what: string }
/** As it is heard: marks, case, spaces and the signs between words make no other task. */
const heard = (what: RawBuilder<unknown>) =>
  sql`btrim(regexp_replace(fold(${what}), '[[:punct:][:space:]…“”]+', ' ', 'g'))`

/** The same words given by the body to the same person, and still to do. */
export const sameTask = async (db: Db, { bodyId, officialId, what }: Same) =>
  (
    await sql<{ heldOn: PlainDate; due: PlainDate }>`
      select g.held_on as "heldOn", t.due_on as due from body_task t join body_meeting g on g.id = t.meeting_id
       where t.body_id = ${bodyId} and t.official_id = ${officialId} and t.done_on is null and t.taken_back is null
         and ${heard(sql`t.what`)} = ${heard(sql`${what}::text`)} order by t.due_on, t.id limit 1`.execute(db)
  ).rows[0]

export const insertTask = (db: Db, row: NewTask) => db.insertInto('body_task').values(row).execute()

export const holdTask = async (db: Db, task: BodyTaskId) =>
  (
    await sql<{
      meetingId: BodyMeetingId
      bodyId: BodyId
      heldOn: PlainDate
      due: PlainDate
      doneOn: PlainDate | null
      ended: boolean
    }>`
      select t.meeting_id as "meetingId", t.body_id as "bodyId", g.held_on as "heldOn", t.due_on as due, t.done_on as "doneOn",
             t.done_on is not null or t.taken_back is not null as ended
        from body_task t join body_meeting g on g.id = t.meeting_id where t.id = ${task} for update of t`.execute(db)
  ).rows[0]

type Owed = {
  bodyId: BodyId
  unitId: AreaId
  meetingId: BodyMeetingId
  heldOn: PlainDate
  due: PlainDate
  ended: boolean
}
/** A task that who asks owes, held until the end of the change; whatever unit its body is of. */
export const holdMine = async (db: Db, task: BodyTaskId): Promise<Owed | undefined> =>
  (
    await sql<Owed>`
      select t.body_id as "bodyId", t.unit_id as "unitId", t.meeting_id as "meetingId", t.held_on as "heldOn",
             t.due_on as due, t.ended from my_task_held(${task}) t`.execute(db)
  ).rows[0]

export const endMine = (db: Db, task: BodyTaskId, on: PlainDate) => sql`select my_task_done(${task}, ${on})`.execute(db)

export const endTask = (db: Db, task: BodyTaskId, how: { done_on: PlainDate | null } | { taken_back: string }) =>
  db.updateTable('body_task').set(how).where('id', '=', task).execute()

export const hasTasks = async (db: Db, meeting: BodyMeetingId): Promise<boolean> =>
  (await db
    .selectFrom('body_task')
    .select('id')
    .where('meeting_id', '=', meeting)
    .where('taken_back', 'is', null)
    .executeTakeFirst()) !== undefined

type Mine = {
  taskId: BodyTaskId
  meetingId: BodyMeetingId
  bodyId: BodyId
  unitId: AreaId
  bodyName: string
  what: string
  due: PlainDate
  heldOn: PlainDate
  name: string
  mine: boolean
  heads: boolean
  doneOn: PlainDate | null
  takenBack: string | null
}
/** What is open, or `over`, and mine to do, or of a body that I head; whatever units these are of. */
export const tasksOfMine = async (db: Db, { today, over }: { today: PlainDate; over: boolean }): Promise<Mine[]> =>
  (
    await sql<Mine>`
      select t.task_id as "taskId", t.meeting_id as "meetingId", t.body_id as "bodyId", t.unit_id as "unitId",
             t.body_name as "bodyName", t.what, t.due_on as due, t.held_on as "heldOn", t.owed_by as name, t.mine, t.heads,
             t.done_on as "doneOn", t.taken_back as "takenBack"
        from my_body_tasks(${today}, ${over}) t`.execute(db)
  ).rows

type Invited = {
  readonly meetingId: BodyMeetingId
  readonly unitId: AreaId
  readonly bodyName: string
  readonly on: PlainDate
  readonly time: string | null
  readonly place: string
  readonly agenda: string[]
  readonly moves: Moved[]
  readonly calledOff: string | null
}

/** Of bodies in which who asks sits on a day that the meeting was called for, until the last of these days is over; called off or not, not yet on signed paper. */
export const meetingsOfMine = async (db: Db, today: PlainDate): Promise<Invited[]> =>
  (
    await sql<Invited>`
      select g.meeting_id as "meetingId", g.unit_id as "unitId", g.body_name as "bodyName", g.held_on as "on",
             g.at_time as "time", g.place, g.agenda, g.moves, g.called_off as "calledOff"
        from my_meetings(${today}) g`.execute(db)
  ).rows

export type MyInvitation = Called & {
  bodyName: string
  unitId: AreaId
  moves: Moved[]
  calledOff: string | null
  calledOn: PlainDate
  decidedBy: string
  signed: boolean
  /** As it was kept with signed minutes. */
  paper: unknown
  /** What the rows say of minutes that were signed before papers were kept. */
  minutes: (Minuted & { tasks: Pick<BodyTask, 'name' | 'what' | 'due'>[] }) | null
  members: { officialId: OfficialId; name: string; role: MemberRole }[]
}
/** Undefined where who asks is not invited. */
export const findInvitation = async (db: Db, meeting: BodyMeetingId): Promise<MyInvitation | undefined> =>
  (
    await sql<MyInvitation>`
      select g.body_name as "bodyName", g.unit_id as "unitId", g.held_on as "on", g.at_time as "time", g.place, g.agenda,
             g.moves, g.called_off as "calledOff", g.called_on as "calledOn", g.decided_by as "decidedBy", g.signed, g.paper, g.minutes, coalesce(g.members, '[]') as members
        from my_invitation(${meeting}) g`.execute(db)
  ).rows[0]

/** The scan of the signed page; undefined where there is none, or who asks was not invited. */
export const signedPageOfMine = async (db: Db, meeting: BodyMeetingId) =>
  (
    await sql<{ media_type: string; content: Buffer }>`
      select p.media_type, p.content from my_signed_page(${meeting}) p`.execute(db)
  ).rows[0]

/** Signed minutes of meetings at whose time who asks was a member, the latest first. */
export const minutesOfMine = async (db: Db) =>
  (
    await sql<Pick<Invited, 'meetingId' | 'unitId' | 'bodyName' | 'on' | 'time' | 'place'>>`
      select g.meeting_id as "meetingId", g.unit_id as "unitId", g.body_name as "bodyName", g.held_on as "on",
             g.at_time as "time", g.place from my_minutes() g`.execute(db)
  ).rows

/** What bodies of the actor's units gave one person to do: what is open first, then what was done. */
export const tasksOwedBy = async (db: Db, official: OfficialId, today: PlainDate): Promise<OwedTask[]> =>
  (
    await sql<OwedTask>`
      select ${taskColumns(today)}, b.name as "bodyName"
        from body_task t join body_meeting g on g.id = t.meeting_id join body b on b.id = t.body_id
        join official p on p.id = t.official_id
       where t.official_id = ${official}
       order by t.done_on is not null or t.taken_back is not null, t.due_on, t.id`.execute(db)
  ).rows
