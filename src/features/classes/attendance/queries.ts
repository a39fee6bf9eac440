/** SQL of attendance: who learns in a class, what was said of them, which sessions are closed. */
import { sql } from 'kysely'
import { nameOn, placeOn } from '#features/areas/queries.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type {
  AccountId,
  AreaId,
  ClassSessionId,
  FileId,
  OfficialId,
  TrainingClassId,
  TrainingTurnId,
} from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import { byGivenName } from '#platform/server/sql/order.ts'
import type { Slot } from '../sessions/model.ts'
import type { Learner, Mark, SessionStanding, SignedPage, Way } from './model.ts'

type LearnerOf = {
  readonly officialId: OfficialId
  readonly name: string
  readonly fromName: string
  /** The session to which they came without a seat, and by which they have one. */
  readonly cameTo: ClassSessionId | null
}
/** Who has a seat, in the order of names. */
export const learnersOf = async (db: Db, id: TrainingClassId, today: PlainDate): Promise<LearnerOf[]> =>
  (
    await sql<LearnerOf>`
      select l.official_id as "officialId", l.full_name as name, ${placeOn(sql`l.from_id`, today)} as "fromName",
             (select w.session_id from class_walk_in w where w.class_id = ${id} and w.official_id = l.official_id and w.state = 'matched' and w.seated
               order by w.made_at, w.id limit 1) as "cameTo"
        from class_learners(${id}) l order by ${byGivenName(sql`l.full_name`)}, l.official_id`.execute(db)
  ).rows

type Said = { readonly sessionId: ClassSessionId; readonly officialId: OfficialId; readonly mark: Mark | null }
/** What stands of each in each session of a class. */
export const marksOf = async (db: Db, id: TrainingClassId): Promise<Said[]> =>
  (
    await sql<Said>`
      select distinct on (m.session_id, m.official_id) m.session_id as "sessionId", m.official_id as "officialId", m.mark
        from attendance_mark m where m.class_id = ${id} order by m.session_id, m.official_id, m.number desc`.execute(db)
  ).rows

export type Told = Pick<Learner, 'mark' | 'how' | 'by' | 'at' | 'afterCount' | 'because' | 'earlier'>
/** What was said of each in one session, the last of it apart. */
export async function toldIn(db: Db, id: ClassSessionId): Promise<ReadonlyMap<OfficialId, Told>> {
  const { rows } = await sql<Told & { officialId: OfficialId; how: Way; by: string; at: string }>`
    select m.official_id as "officialId", m.mark, m.how, m.made_name as by, m.made_at as at, m.after_count as "afterCount", m.because
      from attendance_mark m where m.session_id = ${id} order by m.official_id, m.number`.execute(db)
  const told = new Map<OfficialId, Told>()
  for (const { officialId, ...row } of rows) {
    const { earlier = [], ...before } = told.get(officialId) ?? {}
    const past =
      'mark' in before
        ? [{ mark: before.mark, how: before.how, by: before.by, at: before.at, because: before.because }]
        : []
    told.set(officialId, { ...row, earlier: [...earlier, ...past] as Told['earlier'] })
  }
  return told
}

export type Counted = Pick<SessionStanding, 'classSessionId' | 'heads' | 'closed' | 'because'>
/** How the sessions of a class were counted last. */
export const countsOf = async (db: Db, id: TrainingClassId): Promise<Counted[]> =>
  (
    await sql<Counted>`
      select distinct on (n.session_id) n.session_id as "classSessionId", n.heads, n.closed, n.because
        from session_count n where n.class_id = ${id} order by n.session_id, n.number desc`.execute(db)
  ).rows

type At = { readonly sessionId: ClassSessionId; readonly classId: TrainingClassId; readonly area: AreaId }
type By = { readonly id: AccountId; readonly name: string; readonly at: string }
type Marking = {
  readonly of: readonly { readonly officialId: OfficialId; readonly mark: Mark | null; readonly changes: boolean }[]
  readonly how: Way
  readonly because: string
  readonly by: By
}
export const insertMarks = (db: Db, { sessionId, classId, area }: At, { of, how, because, by }: Marking) =>
  sql`insert into attendance_mark (session_id, class_id, area_id, official_id, number, mark, how, because, made_by, made_name, made_at)
      select ${sessionId}, ${classId}, ${area}, w.official_id,
             1 + (select count(*) from attendance_mark m where m.session_id = ${sessionId} and m.official_id = w.official_id),
             w.mark, ${how}, case when w.changes then ${because} else '' end, ${by.id}, ${by.name}, ${by.at}
        from unnest(${of.map((one) => one.officialId)}::uuid[], ${of.map((one) => one.mark)}::text[],
                    ${of.map((one) => one.changes)}::boolean[]) as w (official_id, mark, changes)`.execute(db)

type Come = Slot & {
  readonly person: OfficialId
  readonly code: string
  readonly title: string
  readonly areaName: string
}
/** These people are in a session: answers who of them is there in another class then, and does nothing of it where somebody is. */
export const comeInto = async (
  db: Db,
  session: ClassSessionId,
  { people, today }: { readonly people: readonly OfficialId[]; readonly today: PlainDate },
): Promise<Come[]> =>
  (
    await sql<Come>`
      select c.person, lower(c.during)::date as day, to_char(lower(c.during), 'HH24:MI') as "from", to_char(upper(c.during), 'HH24:MI') as "until",
             c.code, c.title, ${nameOn(sql`c.area_id`, today)} as "areaName"
        from session_come(${session}, ${people}::uuid[]) c`.execute(db)
  ).rows

type Counting = {
  readonly heads: number | null
  readonly there: number
  readonly closed: boolean
  readonly because: string
  readonly by: By
}
export const insertCount = (
  db: Db,
  { sessionId, classId, area }: At,
  { heads, there, closed, because, by }: Counting,
) =>
  sql`insert into session_count (session_id, class_id, area_id, number, heads, there, closed, because, made_by, made_name, made_at)
      select ${sessionId}, ${classId}, ${area}, 1 + (select count(*) from session_count n where n.session_id = ${sessionId}),
             ${heads}, ${there}, ${closed}, ${because}, ${by.id}, ${by.name}, ${by.at}`.execute(db)

type Turns = { readonly people: readonly OfficialId[]; readonly ids: readonly TrainingTurnId[]; readonly on: PlainDate }
/** Those who completed a class have a turn, as they stood on the day. */
export const insertTurns = (db: Db, id: TrainingClassId, { people, ids, on }: Turns) =>
  sql`select class_completed(${id}, ${ids}::uuid[], ${people}::uuid[], ${on})`.execute(db)

/** The class is not completed after all; answers how many turns were taken back. */
export const deleteTurns = async (db: Db, id: TrainingClassId): Promise<number> =>
  Number((await db.deleteFrom('training_turn').where('class_id', '=', id).executeTakeFirst()).numDeletedRows)

export const pagesOf = async (db: Db, id: TrainingClassId): Promise<SignedPage[]> =>
  (
    await sql<SignedPage>`
      select p.file_id as "fileId", p.note, p.kept_name as by, p.kept_at as at, p.out_because as "outBecause"
        from attendance_page p where p.class_id = ${id} order by p.kept_at, p.file_id`.execute(db)
  ).rows

/** Whether the same bytes stand as a page of the class. */
export const isKept = async (db: Db, { classId, file }: Page): Promise<boolean> =>
  (
    await sql`select from attendance_page p join file f on f.id = p.file_id join file mine on mine.id = ${file} and mine.sha256 = f.sha256
               where p.class_id = ${classId} and p.out_because is null limit 1`.execute(db)
  ).rows.length > 0

type NewPage = Omit<At, 'sessionId'> & { readonly file: FileId; readonly note: string; readonly by: By }
export const insertPage = (db: Db, { file, classId, area, note, by }: NewPage) =>
  sql`insert into attendance_page (file_id, class_id, area_id, note, kept_by, kept_name, kept_at)
      values (${file}, ${classId}, ${area}, ${note}, ${by.id}, ${by.name}, ${by.at})`.execute(db)

type Page = { readonly classId: TrainingClassId; readonly file: FileId }
/** It counts no more; false where there is none that does. */
export const dropPage = async (
  db: Db,
  { classId, file }: Page,
  by: { because: string; name: string },
): Promise<boolean> =>
  (
    await sql`update attendance_page set out_because = ${by.because}, out_name = ${by.name}
               where file_id = ${file} and class_id = ${classId} and out_because is null returning 1`.execute(db)
  ).rows.length > 0

export const findPage = async (db: Db, { classId, file }: Page) =>
  (
    await sql<{ media_type: string; content: Buffer }>`
      select f.media_type, f.content from attendance_page p join file f on f.id = p.file_id
       where p.file_id = ${file} and p.class_id = ${classId}`.execute(db)
  ).rows[0]
