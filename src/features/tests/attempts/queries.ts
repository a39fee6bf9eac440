/**
 * SQL of attempts. For rooms above: `hasPassed`.
 * What a learner reads of a test stands in `class_test` and `test_item`, where no key is.
 */
import { type RawBuilder, sql } from 'kysely'
import { nameOn } from '#features/areas/queries.ts'
import type { Instant, PlainDate } from '#kernel/dates.ts'
import type {
  AccountId,
  AreaId,
  ClassTestId,
  Id,
  OfficialId,
  TestAttemptId,
  TestRemarkId,
  TrainingClassId,
} from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import { byGivenName } from '#platform/server/sql/order.ts'
import type { QuestionBody } from '../bank/model.ts'
import type { PassMark, Sheet, TestPurpose, TestState } from '../drawn/model.ts'
import { lastMark, passOf } from '../drawn/queries.ts'
import type { AttemptWay, Gain, Mark, MyTest, Result } from './model.ts'
import type { Answers, Keyed, Worth } from './rules.ts'

const markOf = sql<Mark | null>`
  case when m.num is not null then jsonb_build_object('num', m.num, 'of', m.of, 'questions', m.questions, 'passed', m.passed) end`

/**
 * That somebody has passed a test at the end of a class, or a retake of it, as each was marked last: two attempts are never
 * summed, and who passed once has passed. For rooms above, read where the class is managed.
 */
export const hasPassed = (person: RawBuilder<unknown>, ofClass: RawBuilder<unknown>) => sql<boolean>`
  exists (select from class_test e join test_attempt a on a.test_id = e.id and a.official_id = ${person} cross join ${lastMark} m
           where e.class_id = ${ofClass} and e.purpose <> 'before' and m.passed)`

/** Who has a seat or has answered, by given name, with the best of what each was marked. */
export const resultsOf = async (db: Db, id: ClassTestId, today: PlainDate): Promise<Omit<Result, 'variant'>[]> =>
  (
    await sql<Omit<Result, 'variant'>>`
      select p.official_id as "officialId", coalesce(o.full_name, '') as name, coalesce(${nameOn(sql`p.from_id`, today)}, '') as "unitName",
             (select count(*)::int from test_attempt a where a.test_id = t.id and a.official_id = p.official_id) as attempts,
             b.id as "testAttemptId", b.way, b.mark, b.sent_at as "sentAt",
             exists (select from test_attempt a where a.test_id = t.id and a.official_id = p.official_id and a.sent_at is null) as open
        from class_test t
        join class_seat p on p.class_id = t.class_id
         and (p.state = 'enrolled' or exists (select from test_attempt a where a.test_id = t.id and a.official_id = p.official_id))
        left join official o on o.id = p.official_id
        left join lateral (
          select a.id, a.way, a.sent_at, ${markOf} as mark from test_attempt a cross join ${lastMark} m
           where a.test_id = t.id and a.official_id = p.official_id
           order by m.num::numeric / (m.of * m.questions) desc, a.number limit 1) b on true
       where t.id = ${id} order by ${byGivenName(sql`coalesce(o.full_name, '')`)}, p.official_id`.execute(db)
  ).rows

/** Each person with a seat: the first attempt of a test before the class, and the first at its end. */
export const gainOf = async (db: Db, id: TrainingClassId, today: PlainDate): Promise<Gain[]> => {
  const first = (purpose: TestPurpose) => sql`
    (select ${markOf} from class_test t join test_attempt a on a.test_id = t.id cross join ${lastMark} m
      where t.class_id = p.class_id and t.purpose = ${purpose} and a.official_id = p.official_id
      order by a.begun_at, a.number, a.id limit 1)`
  return (
    await sql<Gain>`
      select p.official_id as "officialId", coalesce(o.full_name, '') as name, coalesce(${nameOn(sql`p.from_id`, today)}, '') as "unitName",
             ${first('before')} as before, ${first('after')} as after
        from class_seat p left join official o on o.id = p.official_id
       where p.class_id = ${id} and p.state = 'enrolled'
       order by ${byGivenName(sql`coalesce(o.full_name, '')`)}, p.official_id`.execute(db)
  ).rows
}

export const isEnrolled = async (
  db: Db,
  of: { readonly test: ClassTestId; readonly official: OfficialId },
): Promise<boolean> =>
  (
    await sql`select from class_test t join class_seat s on s.class_id = t.class_id and s.state = 'enrolled'
               where t.id = ${of.test} and s.official_id = ${of.official}`.execute(db)
  ).rows.length > 0

export type Mine = Omit<MyTest, 'notNow'> & { readonly classId: TrainingClassId; readonly off: boolean }
/** The tests of the classes in which whoever asks has a seat, with what they sent; those that are open first. */
export const myTests = async (db: Db): Promise<Mine[]> =>
  (
    await sql<Mine>`
      select t.id as "classTestId", y.class_id as "classId", y.class_title as "classTitle",
             (select w.off from class_of_test(t.id) w) as off, t.title, t.purpose, t.state, t.minutes, t.attempts,
             ${passOf} as pass, (select count(*)::int from test_item i where i.test_id = t.id) as questions,
             coalesce((
               select jsonb_agg(jsonb_build_object('testAttemptId', a.id, 'number', a.number, 'way', a.way, 'begunAt', a.begun_at,
                        'sentAt', a.sent_at, 'mark', ${markOf}) order by a.number)
                 from test_attempt a left join ${lastMark} m on true
                where a.test_id = t.id and a.official_id = y.official_id), '[]') as mine
        from my_class_tests() y join class_test t on t.id = y.test_id
       order by t.state desc, t.made_at desc, t.id`.execute(db)
  ).rows

export type Head = {
  readonly classTestId: ClassTestId
  readonly areaId: AreaId
  readonly title: string
  readonly state: TestState
  readonly minutes: number | null
  readonly seed: string
  readonly variants: number
  readonly pass: PassMark | null
}
/** What a test asks of whoever takes it. */
export const headOf = async (db: Db, id: ClassTestId): Promise<Head | undefined> =>
  (
    await sql<Head>`
      select t.id as "classTestId", t.area_id as "areaId", t.title, t.state, t.minutes, t.seed, t.variants, ${passOf} as pass
        from class_test t where t.id = ${id}`.execute(db)
  ).rows[0]

type Asked = { readonly number: number; readonly sheet: Sheet; readonly dropped: boolean }
export const askedOf = async (db: Db, id: ClassTestId): Promise<Asked[]> =>
  (
    await sql<Asked>`
      select i.number, i.sheet, i.dropped from test_item i where i.test_id = ${id} order by i.number`.execute(db)
  ).rows

export type Attempt = {
  readonly id: TestAttemptId
  readonly testId: ClassTestId
  readonly areaId: AreaId
  readonly officialId: OfficialId
  readonly number: number
  readonly way: AttemptWay
  readonly variant: number
  readonly places: readonly number[]
  readonly answers: Answers
  readonly sessionId: Id<'session'> | null
  readonly begunAt: Instant
  readonly sentAt: Instant | null
}
const attemptAs = sql`
  a.id, a.test_id as "testId", a.area_id as "areaId", a.official_id as "officialId", a.number, a.way, a.variant, a.places, a.answers,
  a.session_id as "sessionId", a.begun_at as "begunAt", a.sent_at as "sentAt"`
export const findAttempt = async (db: Db, id: TestAttemptId): Promise<Attempt | undefined> =>
  (await sql<Attempt>`select ${attemptAs} from test_attempt a where a.id = ${id}`.execute(db)).rows[0]
/** The same, which stands still until the change ends. */
export const holdAttempt = async (db: Db, id: TestAttemptId): Promise<Attempt | undefined> =>
  (await sql<Attempt>`select ${attemptAs} from test_attempt a where a.id = ${id} for update`.execute(db)).rows[0]
/** All of a test, which stand still until the change ends. */
export const holdAttempts = async (db: Db, test: ClassTestId): Promise<Attempt[]> =>
  (
    await sql<Attempt>`select ${attemptAs} from test_attempt a where a.test_id = ${test} order by a.id for update`.execute(
      db,
    )
  ).rows

export const attemptsBefore = async (db: Db, test: ClassTestId, official: OfficialId): Promise<number> =>
  (
    await sql<{
      n: number
    }>`select count(*)::int as n from test_attempt a where a.test_id = ${test} and a.official_id = ${official}`.execute(
      db,
    )
  ).rows[0]?.n ?? 0

type NewAttempt = Attempt & { readonly by: AccountId }
export const insertAttempt = (db: Db, { id, by, answers, places, ...of }: NewAttempt) =>
  sql`
    insert into test_attempt (id, test_id, area_id, official_id, number, way, variant, places, answers, session_id, begun_at, sent_at, made_by)
    values (${id}, ${of.testId}, ${of.areaId}, ${of.officialId}, ${of.number}, ${of.way}, ${of.variant}, ${[...places]}::smallint[],
            ${JSON.stringify(answers)}::jsonb, ${of.sessionId}, ${of.begunAt}, ${of.sentAt}, ${by})`.execute(db)

/** These answers beside those that stand; the session that gave them goes on with it. */
export const addAnswers = (
  db: Db,
  id: TestAttemptId,
  of: { readonly answers: Answers; readonly session: Id<'session'> },
) =>
  sql`update test_attempt set answers = answers || ${JSON.stringify(of.answers)}::jsonb, session_id = ${of.session} where id = ${id}`.execute(
    db,
  )
type OnPaper = { readonly answers: Answers; readonly variant: number; readonly places: readonly number[] }
export const setAnswers = (db: Db, id: TestAttemptId, { answers, variant, places }: OnPaper) =>
  sql`update test_attempt set answers = ${JSON.stringify(answers)}::jsonb, variant = ${variant}, places = ${[...places]}::smallint[]
       where id = ${id}`.execute(db)
export const setSent = (db: Db, ids: readonly TestAttemptId[], at: Instant) =>
  db.updateTable('test_attempt').set({ sent_at: at }).where('id', 'in', ids).execute()

/** Whether a session of the own account goes on. */
export const isLive = async (db: Db, id: Id<'session'>, at: Instant): Promise<boolean> =>
  (await sql`select from session s where s.id = ${id} and s.ended_at is null and s.expires_at > ${at}`.execute(db)).rows
    .length > 0

type Key = { readonly item: number; readonly dropped: boolean; readonly body: QuestionBody }
const keyedBy = (rows: readonly Key[]): Keyed[] => {
  const numbers = [...new Set(rows.map(({ item }) => item))]
  return numbers.map((number) => {
    const of = rows.filter(({ item }) => item === number)
    return { number, dropped: of.some(({ dropped }) => dropped), bodies: of.map(({ body }) => body) }
  })
}
/** By what an attempt is marked now. To the server alone. */
export const keysOf = async (db: Db, id: TestAttemptId): Promise<Keyed[]> =>
  keyedBy((await sql<Key>`select k.item, k.dropped, k.body from attempt_keys(${id}) k`.execute(db)).rows)
/** The same of a whole test, read by whoever keeps the bank. */
export const keysOfTest = async (db: Db, id: ClassTestId): Promise<Keyed[]> =>
  keyedBy(
    (
      await sql<Key>`
        select i.number as item, i.dropped, v.body from test_item i
          join question_version v on v.question_id = i.question_id and v.version = any (i.marked_by)
         where i.test_id = ${id} order by i.number, v.version`.execute(db)
    ).rows,
  )

export type NewMark = Mark & {
  readonly attempt: TestAttemptId
  readonly area: AreaId
  readonly number: number
  readonly worth: Worth
  readonly remark: TestRemarkId | null
  readonly because: string | null
  readonly by: AccountId
}
export const insertMarks = (db: Db, marks: readonly NewMark[]) =>
  db
    .insertInto('attempt_mark')
    .values(
      marks.map(({ attempt, area, worth, remark, by, ...mark }) => ({
        ...{
          ...mark,
          attempt_id: attempt,
          area_id: area,
          worth: JSON.stringify(worth),
          remark_id: remark,
          made_by: by,
        },
      })),
    )
    .execute()

export type Standing = Mark & { readonly number: number; readonly worth: Worth }
/** What an attempt is worth now. */
export const markNow = async (db: Db, id: TestAttemptId): Promise<Standing | undefined> =>
  (
    await sql<Standing>`
      select m.number, m.num, m.of, m.questions, m.passed, m.worth from test_attempt a cross join ${lastMark} m where a.id = ${id}`.execute(
      db,
    )
  ).rows[0]

/** Each time it was marked, the newest first. */
export const marksOf = async (db: Db, id: TestAttemptId) =>
  (
    await sql<Mark & { because: string | null; by: string | null; at: Instant }>`
      select m.num, m.of, m.questions, m.passed, m.because, c.full_name as by, m.made_at as at
        from attempt_mark m left join account c on c.id = m.made_by where m.attempt_id = ${id} order by m.number desc`.execute(
      db,
    )
  ).rows

/** Whether somebody passes a test by any of their attempts. */
export const passes = async (db: Db, test: ClassTestId, official: OfficialId): Promise<boolean> =>
  (
    await sql`select from test_attempt a cross join ${lastMark} m
               where a.test_id = ${test} and a.official_id = ${official} and m.passed limit 1`.execute(db)
  ).rows.length > 0
