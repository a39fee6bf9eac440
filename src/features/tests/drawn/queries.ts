/** SQL of tests of classes: a list of them, one with what was drawn, the bank they are drawn from, and what changes them. */
import { type RawBuilder, sql } from 'kysely'
import { nameOn } from '#features/areas/queries.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { AccountId, AreaId, ClassTestId, FrameworkTopicId, TrainingClassId } from '#kernel/ids.ts'
import { fold } from '#kernel/text.ts'
import type { Db } from '#platform/server/database/open.ts'
import { holding } from '#platform/server/sql/like.ts'
import { inVietnamese } from '#platform/server/sql/order.ts'
import type { QuestionBody } from '../bank/model.ts'
import type { ClassTest, Item, PassMark, Remark, Sheet, TestPurpose, TestSaid, TestState } from './model.ts'
import type { InBank } from './rules.ts'

export type Sought = {
  readonly area: AreaId
  readonly today: PlainDate
  readonly ofClass: TrainingClassId | null
  readonly purpose: TestPurpose | null
  readonly state: TestState | null
  readonly q: string | null
}
type Window = { readonly page: number; readonly size: number }

/** What the attempt `a` is worth now: the last marking counts. */
export const lastMark = sql`lateral (
  select m.* from attempt_mark m where m.attempt_id = a.id order by m.number desc limit 1)`
export const passOf: RawBuilder<PassMark | null> = sql`
  case when t.pass_num is not null then jsonb_build_object('num', t.pass_num, 'of', t.pass_of, 'basis', t.pass_basis) end`
const classTitle = sql<string>`trim(c.code || ' ' || c.title)`

const head = (today: PlainDate) => sql`
  t.id as "classTestId", c.id as "trainingClassId", ${classTitle} as "classTitle", t.area_id as "areaId",
  ${nameOn(sql`t.area_id`, today)} as "areaName", t.title, t.purpose, t.state, ${passOf} as pass,
  case when t.state = 'draft' then (select sum((p ->> 'count')::int)::int from jsonb_array_elements(t.blueprint) p)
       else (select count(*)::int from test_item i where i.test_id = t.id) end as questions,
  (select count(*)::int from class_seat s where s.class_id = t.class_id and s.state = 'enrolled') as enrolled,
  (select count(distinct a.official_id)::int from test_attempt a where a.test_id = t.id and a.sent_at is not null) as answered,
  (select count(distinct a.official_id)::int from test_attempt a cross join ${lastMark} m
    where a.test_id = t.id and m.passed) as passed`

/** Those of classes of a unit and of all below it, the newest first. */
export async function testsAt(db: Db, sought: Sought, { page, size }: Window) {
  const { area, today, ofClass, purpose, state, q } = sought
  const { rows } = await sql<ClassTest & { total: number; classTestId: ClassTestId | null }>`
    with found as materialized (
      select t.id, t.made_at from class_test t join training_class c on c.id = t.class_id
       where t.area_id in (select r.area_id from area_reach r where r.over_id = ${area})
         and (${ofClass}::uuid is null or t.class_id = ${ofClass}) and (${purpose}::text is null or t.purpose = ${purpose})
         and (${state}::text is null or t.state = ${state})
         and (${q}::text is null or t.search like ${q && holding(fold(q))} or c.search like ${q && holding(fold(q))})),
    shown as (
      select f.id, row_number() over (order by f.made_at desc, f.id) as place from found f
       order by place limit ${size} offset ${(page - 1) * size})
    select ${head(today)}, n.total
      from (select count(*)::int as total from found) n
      left join (shown s join class_test t on t.id = s.id join training_class c on c.id = t.class_id) on true
     order by s.place`.execute(db)
  return {
    rows: rows.filter((row) => row.classTestId !== null) as (ClassTest & { total: number })[],
    total: rows[0]?.total ?? 0,
  }
}

/** Classes of a unit and of all below it that can be given a test, the latest first. */
export const classesAt = async (db: Db, area: AreaId) =>
  (
    await sql<{ trainingClassId: TrainingClassId; title: string }>`
      select c.id as "trainingClassId", ${classTitle} as title from training_class c
       where c.area_id in (select r.area_id from area_reach r where r.over_id = ${area}) and c.stands
       order by c.year desc, c.made_at desc, c.id limit 500`.execute(db)
  ).rows

type Found = ClassTest & Omit<TestSaid, 'pass'> & { readonly revision: number; readonly begun: number }
export const findTest = async (db: Db, id: ClassTestId, today: PlainDate): Promise<Found | undefined> =>
  (
    await sql<Found>`
      select ${head(today)}, t.blueprint as parts, t.seed, t.variants, t.attempts, t.minutes, t.revision,
             (select count(*)::int from test_attempt a where a.test_id = t.id) as begun
        from class_test t join training_class c on c.id = t.class_id where t.id = ${id}`.execute(db)
  ).rows[0]

export const itemsOf = async (db: Db, id: ClassTestId, today: PlainDate): Promise<Item[]> =>
  (
    await sql<Item>`
      select i.number, i.question_id as "questionId", i.topic_id as "topicId", n.code as "topicCode", n.title as "topicTitle",
             i.version, q.version as newest, i.sheet, i.dropped, i.marked_by as "markedBy", w.answers, w.right
        from test_item i join question q on q.id = i.question_id
        join framework_topic n on n.id = coalesce(topic_on(i.topic_id, ${today}), i.topic_id)
        cross join lateral (
          select count(*)::int as answers,
                 count(*) filter (where m.worth #>> array[i.number::text, 'num'] = m.worth #>> array[i.number::text, 'of'])::int as right
            from test_attempt a cross join ${lastMark} m
           where a.test_id = i.test_id and m.worth ? i.number::text) w
       where i.test_id = ${id} order by i.number`.execute(db)
  ).rows

export const remarksOf = async (db: Db, id: ClassTestId): Promise<Remark[]> =>
  (
    await sql<Remark>`
      select k.item, k.how, k.version, k.lowers, k.because, k.changed, k.made_name as by, k.made_at as at
        from test_remark k where k.test_id = ${id} order by k.made_at desc, k.id`.execute(db)
  ).rows

export type InTest = InBank & { readonly version: number; readonly ask: string; readonly body: QuestionBody }
/** What the bank of the unit has in use for tests under these topics, each in its newest version. */
export const bankOf = async (db: Db, area: AreaId, topics: readonly FrameworkTopicId[]): Promise<InTest[]> =>
  (
    await sql<InTest>`
      select q.id as "questionId", q.topic_id as "topicId", v.kind, q.version, v.ask, v.body
        from question q join question_version v on v.question_id = q.id and v.version = q.version
       where q.area_id = ${area} and q.pool = 'test' and q.out_at is null and q.topic_id = any (${topics}::uuid[])`.execute(
      db,
    )
  ).rows

export const topicsNamed = async (db: Db, ids: readonly FrameworkTopicId[], today: PlainDate) =>
  (
    await sql<{ topicId: FrameworkTopicId; code: string; title: string }>`
      select k.id as "topicId", n.code, n.title from unnest(${ids}::uuid[]) k (id)
        join framework_topic n on n.id = coalesce(topic_on(k.id, ${today}), k.id) order by ${inVietnamese(sql`n.code`)}, n.id`.execute(
      db,
    )
  ).rows

export const placeOfTest = async (db: Db, id: ClassTestId): Promise<AreaId | undefined> =>
  (await db.selectFrom('class_test').select('area_id').where('id', '=', id).executeTakeFirst())?.area_id

export type Held = TestSaid & {
  readonly areaId: AreaId
  readonly classId: TrainingClassId
  readonly state: TestState
  readonly revision: number
}
/** A test, which stands still until the change ends: nobody begins it meanwhile either. */
export const holdTest = async (db: Db, id: ClassTestId): Promise<Held | undefined> =>
  (
    await sql<Held>`
      select t.area_id as "areaId", t.class_id as "classId", t.title, t.purpose, t.blueprint as parts, t.seed, t.variants, ${passOf} as pass,
             t.attempts, t.minutes, t.state, t.revision from class_test t where t.id = ${id} for update`.execute(db)
  ).rows[0]

const columnsOf = ({ parts, pass, ...said }: TestSaid) => ({
  ...said,
  blueprint: JSON.stringify(parts),
  ...{ pass_num: pass?.num ?? null, pass_of: pass?.of ?? null, pass_basis: pass?.basis ?? '' },
})
type NewTest = {
  readonly id: ClassTestId
  readonly classId: TrainingClassId
  readonly area: AreaId
  readonly by: AccountId
}
export const insertTest = (db: Db, { id, classId, area, by }: NewTest, said: TestSaid) =>
  db
    .insertInto('class_test')
    .values({ id, class_id: classId, area_id: area, made_by: by, ...columnsOf(said) })
    .execute()
export const updateTest = (db: Db, id: ClassTestId, said: TestSaid) =>
  db.updateTable('class_test').set(columnsOf(said)).where('id', '=', id).execute()
export const deleteTest = (db: Db, id: ClassTestId) => db.deleteFrom('class_test').where('id', '=', id).execute()
export const setState = (db: Db, id: ClassTestId, state: TestState) =>
  db.updateTable('class_test').set({ state }).where('id', '=', id).execute()
/** One more change of the test. */
export const countChange = (db: Db, id: ClassTestId) =>
  sql`update class_test set revision = revision + 1 where id = ${id}`.execute(db)

type NewItem = { readonly number: number; readonly sheet: Sheet } & Pick<InTest, 'questionId' | 'version' | 'topicId'>
export const insertItems = (
  db: Db,
  of: { readonly test: ClassTestId; readonly area: AreaId },
  items: readonly NewItem[],
) =>
  sql`insert into test_item (test_id, number, area_id, question_id, version, topic_id, sheet, marked_by)
      select ${of.test}, g.number, ${of.area}, g."questionId", g.version, g."topicId", g.sheet, array[g.version]
        from jsonb_to_recordset(${JSON.stringify(items)}::jsonb)
          as g (number smallint, "questionId" uuid, version smallint, "topicId" uuid, sheet jsonb)`.execute(db)
export const deleteItems = (db: Db, id: ClassTestId) => db.deleteFrom('test_item').where('test_id', '=', id).execute()

export const countBegun = async (db: Db, id: ClassTestId): Promise<number> =>
  (await sql<{ n: number }>`select count(*)::int as n from test_attempt a where a.test_id = ${id}`.execute(db)).rows[0]
    ?.n ?? 0

export type Numbered = { readonly number: number; readonly sheet: Sheet }
export const sheetsOf = async (db: Db, id: ClassTestId): Promise<Numbered[]> =>
  (await sql<Numbered>`select i.number, i.sheet from test_item i where i.test_id = ${id} order by i.number`.execute(db))
    .rows

export type OfClass = { readonly off: boolean; readonly wasCompleted: boolean }
/** How the class of a test stands: called off, and whether it was ever completed. To who has a seat there or holds it. */
export const classOfTest = async (db: Db, id: ClassTestId): Promise<OfClass> =>
  (
    await sql<OfClass>`
      select w.off, w.was_completed as "wasCompleted" from class_of_test(${id}) w`.execute(db)
  ).rows[0] ?? { off: false, wasCompleted: false }
