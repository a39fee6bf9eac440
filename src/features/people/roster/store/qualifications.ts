/** SQL of what officials have learnt. */
import type { AccountId, OfficialId, QualificationId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import type { QualificationKind, QualificationView, StudyForm } from '../model.ts'

export type Learnt = Omit<QualificationView, 'qualificationId'>

const rows = (db: Db) =>
  db
    .selectFrom('qualification as q')
    .select('q.taken_away')
    .select(['q.id', 'q.kind', 'q.title', 'q.school', 'q.form', 'q.number'])
    .select(['q.from_month as from', 'q.until_month as until', 'q.issued_by as issuedBy'])

type Row = Awaited<ReturnType<ReturnType<typeof rows>['executeTakeFirstOrThrow']>>
const viewOf = ({ id, kind, form, school, number, issuedBy, taken_away: _taken, ...rest }: Row): QualificationView => ({
  ...{ qualificationId: id, ...rest, kind: kind as QualificationKind, form: form as StudyForm | null },
  ...{ school: school ?? '', number: number ?? '', issuedBy: issuedBy ?? '' },
})

type OfOne = QualificationView & { readonly officialId: OfficialId }

/** Of some people: what is under way first, then the latest. */
export const qualificationsOfMany = async (db: Db, officials: readonly OfficialId[]): Promise<OfOne[]> =>
  (
    await rows(db)
      .select('q.official_id as officialId')
      .where('q.taken_away', 'is', null)
      .where('q.official_id', 'in', officials)
      .orderBy('q.until_month', (o) => o.desc().nullsFirst())
      .orderBy('q.from_month', (o) => o.desc().nullsLast())
      .orderBy('q.id')
      .execute()
  ).map(({ officialId, ...row }) => ({ officialId, ...viewOf(row) }))

export const qualificationsOf = async (db: Db, official: OfficialId): Promise<QualificationView[]> =>
  (await qualificationsOfMany(db, [official])).map(({ officialId: _of, ...view }) => view)

/** Nobody else changes it until the transaction ends. `taken`: it was wrong, and stands no more. */
export async function holdQualification(db: Db, official: OfficialId, id: QualificationId) {
  const row = await rows(db).where('q.official_id', '=', official).where('q.id', '=', id).forUpdate().executeTakeFirst()
  return row ? { ...viewOf(row), taken: row.taken_away !== null } : null
}

const columnsOf = ({ kind, title, school, form, from, until, number, issuedBy }: Learnt) => ({
  ...{ kind, title, form, from_month: from, until_month: until },
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
