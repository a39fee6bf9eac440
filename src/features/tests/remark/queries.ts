/** SQL of marking anew. */
import { sql } from 'kysely'
import type { AccountId, AreaId, ClassTestId, OfficialId, TestAttemptId, TestRemarkId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import { byGivenName } from '#platform/server/sql/order.ts'
import type { Standing } from '../attempts/queries.ts'
import type { Answers, Keyed } from '../attempts/rules.ts'
import type { QuestionBody } from '../bank/model.ts'
import type { RemarkHow } from '../drawn/model.ts'
import { lastMark } from '../drawn/queries.ts'

export type Version = { readonly version: number; readonly body: QuestionBody }
type OfItem = {
  readonly number: number
  readonly version: number
  readonly markedBy: readonly number[]
  readonly dropped: boolean
  readonly versions: readonly Version[]
}
/** The questions of a test with every version that the bank has of each. */
export const itemsWith = async (db: Db, id: ClassTestId): Promise<OfItem[]> =>
  (
    await sql<OfItem>`
      select i.number, i.version, i.marked_by as "markedBy", i.dropped,
             (select jsonb_agg(jsonb_build_object('version', v.version, 'body', v.body) order by v.version)
                from question_version v where v.question_id = i.question_id) as versions
        from test_item i where i.test_id = ${id} order by i.number`.execute(db)
  ).rows

/** As they are marked: each by its versions. */
export const keyedOf = (items: readonly OfItem[]): Keyed[] =>
  items.map(({ number, dropped, markedBy, versions }) => ({
    ...{ number, dropped },
    bodies: versions.filter(({ version }) => markedBy.includes(version)).map(({ body }) => body),
  }))

export type Sent = {
  readonly id: TestAttemptId
  readonly areaId: AreaId
  readonly officialId: OfficialId
  readonly name: string
  readonly number: number
  readonly answers: Answers
  readonly mark: Standing
}
/** What was sent and marked, by given name. */
export const sentOf = async (db: Db, id: ClassTestId): Promise<Sent[]> =>
  (
    await sql<Sent>`
      select a.id, a.area_id as "areaId", a.official_id as "officialId", coalesce(o.full_name, '') as name, a.number, a.answers,
             jsonb_build_object('number', m.number, 'num', m.num, 'of', m.of, 'questions', m.questions, 'passed', m.passed, 'worth', m.worth) as mark
        from test_attempt a cross join ${lastMark} m left join official o on o.id = a.official_id
       where a.test_id = ${id} order by ${byGivenName(sql`coalesce(o.full_name, '')`)}, a.official_id, a.number`.execute(
      db,
    )
  ).rows

type Counted = { readonly item: number; readonly markedBy: readonly number[]; readonly dropped: boolean }
export const setCounted = (db: Db, id: ClassTestId, { item, markedBy, dropped }: Counted) =>
  sql`update test_item set marked_by = ${[...markedBy]}::smallint[], dropped = ${dropped}
       where test_id = ${id} and number = ${item}`.execute(db)

type NewRemark = {
  readonly id: TestRemarkId
  readonly test_id: ClassTestId
  readonly area_id: AreaId
  readonly item: number
  readonly how: RemarkHow
  readonly version: number | null
  readonly lowers: boolean
  readonly because: string
  readonly changed: number
  readonly made_by: AccountId
  readonly made_name: string
}
export const insertRemark = (db: Db, row: NewRemark) => db.insertInto('test_remark').values(row).execute()
