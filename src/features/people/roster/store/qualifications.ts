/** SQL of what officials have learnt. */
import { sql } from 'kysely'
import type { PlainDate } from '#kernel/dates.ts'
import type { AccountId, OfficialId, QualificationId } from '#kernel/ids.ts'
import { fold, type Said } from '#kernel/text.ts'
import type { Db } from '#platform/server/database/open.ts'
import type { QualificationKind, QualificationLevel, QualificationView, StudyForm } from '../model.ts'
import { said } from '../queries.ts'

export type Learnt = Omit<QualificationView, 'qualificationId' | 'levelSaid'>

const rows = (db: Db) =>
  db
    .selectFrom('qualification as q')
    .select('q.taken_away')
    .select(['q.id', 'q.kind', 'q.level', 'q.title', 'q.school', 'q.form', 'q.number'])
    .select(['q.from_month as from', 'q.until_month as until', 'q.issued_by as issuedBy'])

type Row = Awaited<ReturnType<ReturnType<typeof rows>['executeTakeFirstOrThrow']>>
const learntOf = ({ id: _id, kind, form, school, number, issuedBy, taken_away: _taken, ...rest }: Row): Learnt => ({
  ...{ ...rest, kind: kind as QualificationKind, form: form as StudyForm | null },
  ...{ school: school ?? '', number: number ?? '', issuedBy: issuedBy ?? '' },
})

type OfOne = QualificationView & { readonly officialId: OfficialId }

/** Of some people: what is under way first, then the latest. */
export const qualificationsOfMany = async (db: Db, officials: readonly OfficialId[]): Promise<OfOne[]> =>
  (
    await rows(db)
      .leftJoin('qualification_level as l', (on) => on.onRef('l.kind', '=', 'q.kind').onRef('l.id', '=', 'q.level'))
      .select(sql<Said | null>`case when l.id is not null then ${said('l')} end`.as('levelSaid'))
      .select('q.official_id as officialId')
      .where('q.taken_away', 'is', null)
      .where('q.official_id', 'in', officials)
      .orderBy('q.until_month', (o) => o.desc().nullsFirst())
      .orderBy('q.from_month', (o) => o.desc().nullsLast())
      .orderBy('q.id')
      .execute()
  ).map(({ officialId, levelSaid, ...row }) => ({ officialId, qualificationId: row.id, ...learntOf(row), levelSaid }))

export const qualificationsOf = async (db: Db, official: OfficialId): Promise<QualificationView[]> =>
  (await qualificationsOfMany(db, [official])).map(({ officialId: _of, ...view }) => view)

/** The steps of each kind, the least first. */
export const levelsOfQualifications = async (db: Db): Promise<QualificationLevel[]> =>
  (
    await sql<QualificationLevel>`
      select l.kind, l.id as level, ${said('l')} as said from qualification_level l order by l.kind, l.place`.execute(
      db,
    )
  ).rows

/** Nobody else changes it until the transaction ends. `taken`: it was wrong, and stands no more. */
export async function holdQualification(db: Db, official: OfficialId, id: QualificationId) {
  const row = await rows(db).where('q.official_id', '=', official).where('q.id', '=', id).forUpdate().executeTakeFirst()
  return row ? { learnt: learntOf(row), taken: row.taken_away !== null } : null
}

/** The same kind, level, title and number in the record already, and the day on which it was entered. */
export const sameQualification = async (db: Db, official: OfficialId, { kind, level, title, number }: Learnt) =>
  (
    await sql<{ title: string; day: PlainDate }>`
      select q.title, (q.made_at at time zone 'Asia/Ho_Chi_Minh')::date as day from qualification q
       where q.official_id = ${official} and q.taken_away is null and q.kind = ${kind} and q.level is not distinct from ${level}::text
         and fold(q.title) = ${fold(title)} and fold(coalesce(q.number, '')) = ${fold(number)} order by q.made_at, q.id limit 1`.execute(
      db,
    )
  ).rows[0]

const columnsOf = ({ kind, level, title, school, form, from, until, number, issuedBy }: Learnt) => ({
  ...{ kind, level, title, form, from_month: from, until_month: until },
  ...{ school: school || null, number: number || null, issued_by: issuedBy || null },
})

type Made = { readonly id: QualificationId; readonly officialId: OfficialId; readonly by: AccountId }

export const insertQualification = (db: Db, { id, officialId, by }: Made, learnt: Learnt) =>
  db
    .insertInto('qualification')
    .values({ id, official_id: officialId, made_by: by, ...columnsOf(learnt) })
    .execute()

export const updateQualification = (db: Db, id: QualificationId, learnt: Learnt) =>
  db.updateTable('qualification').set(columnsOf(learnt)).where('id', '=', id).execute()

export const takeAway = (db: Db, id: QualificationId, because: string) =>
  db.updateTable('qualification').set({ taken_away: because }).where('id', '=', id).execute()
