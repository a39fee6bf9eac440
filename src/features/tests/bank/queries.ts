/** SQL of the bank of questions. */
import { type RawBuilder, sql } from 'kysely'
import { nameOn } from '#features/areas/queries.ts'
import type { Instant, PlainDate } from '#kernel/dates.ts'
import type { AccountId, AreaId, FrameworkTopicId, QuestionId } from '#kernel/ids.ts'
import { fold } from '#kernel/text.ts'
import type { Db } from '#platform/server/database/open.ts'
import { holding } from '#platform/server/sql/like.ts'
import { inVietnamese } from '#platform/server/sql/order.ts'
import type { Question, QuestionKind, QuestionPool, QuestionSaid, QuestionState, QuestionVersion } from './model.ts'

export type Sought = {
  readonly area: AreaId
  readonly today: PlainDate
  readonly topic: FrameworkTopicId | null
  readonly kind: QuestionKind | null
  readonly pool: QuestionPool | null
  readonly state: QuestionState | null
  readonly q: string | null
}
type Window = { readonly page: number; readonly size: number }
type Found = Omit<Question, 'can'>

const stateOf: RawBuilder<QuestionState> = sql`case when q.out_at is null then 'used' else 'out' end`

/** One with its newest words, and its topic as the version in force has it. */
const head = (today: PlainDate) => sql`
  q.id as "questionId", q.area_id as "areaId", ${nameOn(sql`q.area_id`, today)} as "areaName", q.topic_id as "topicId",
  n.code as "topicCode", n.title as "topicTitle", q.pool, q.version, v.kind, v.ask, v.basis, ${stateOf} as state`
const joined = (today: PlainDate) => sql`
  join question_version v on v.question_id = q.id and v.version = q.version
  join framework_topic n on n.id = coalesce(topic_on(q.topic_id, ${today}), q.topic_id)`

/** Those that a unit and all below it keep, by topic and as they were entered. */
export async function questionsAt(db: Db, sought: Sought, { page, size }: Window) {
  const { area, today, topic, kind, pool, state, q } = sought
  const { rows } = await sql<Found & { total: number; questionId: QuestionId | null }>`
    with found as materialized (
      select q.id, q.topic_id, q.made_at from question q
        join question_version v on v.question_id = q.id and v.version = q.version
       where q.area_id in (select r.area_id from area_reach r where r.over_id = ${area})
         and (${topic}::uuid is null or q.topic_id = topic_first(${topic})) and (${kind}::text is null or v.kind = ${kind})
         and (${pool}::text is null or q.pool = ${pool}) and (${state}::text is null or ${stateOf} = ${state})
         and (${q}::text is null or v.search like ${q && holding(fold(q))})),
    shown as (
      select f.id, row_number() over (order by ${inVietnamese(sql`t.code`)}, f.made_at, f.id) as place
        from found f join framework_topic t on t.id = f.topic_id order by place limit ${size} offset ${(page - 1) * size})
    select ${head(today)}, c.total
      from (select count(*)::int as total from found) c
      left join (shown s join question q on q.id = s.id ${joined(today)}) on true order by s.place`.execute(db)
  return {
    rows: rows.filter((row): row is Found & { total: number; questionId: QuestionId } => row.questionId !== null),
    total: rows[0]?.total ?? 0,
  }
}

export type Whole = Found & {
  readonly out: { readonly at: Instant; readonly by: string | null; readonly because: string } | null
}
export const questionOf = async (db: Db, id: QuestionId, today: PlainDate): Promise<Whole | undefined> => {
  const { rows } = await sql<Found & { outAt: Instant | null; outBy: string | null; because: string | null }>`
    select ${head(today)}, q.out_at as "outAt", a.full_name as "outBy", q.out_because as because
      from question q ${joined(today)} left join account a on a.id = q.out_by where q.id = ${id}`.execute(db)
  const [found] = rows
  if (!found) return undefined
  const { outAt, outBy, because, ...row } = found
  return { ...row, out: outAt && { at: outAt, by: outBy, because: because ?? '' } }
}

/** Newest first. */
export const versionsOf = async (db: Db, id: QuestionId): Promise<Omit<QuestionVersion, 'class'>[]> =>
  (
    await sql<Omit<QuestionVersion, 'class'>>`
      select v.version, v.ask, v.body, v.basis, v.because, v.made_at as "madeAt", a.full_name as "madeBy"
        from question_version v left join account a on a.id = v.made_by
       where v.question_id = ${id} order by v.version desc`.execute(db)
  ).rows

type NewQuestion = {
  readonly id: QuestionId
  readonly area_id: AreaId
  readonly topic_id: FrameworkTopicId
  readonly pool: QuestionPool
  readonly ask_key: string | null
  readonly made_by: AccountId
}
export const insertQuestion = (db: Db, row: NewQuestion) => db.insertInto('question').values(row).execute()

type NewVersion = QuestionSaid & {
  readonly question: QuestionId
  readonly area: AreaId
  readonly version: number
  readonly because: string | null
  readonly by: AccountId
}
export const insertVersion = (db: Db, { question, area, version, ask, body, basis, because, by }: NewVersion) =>
  sql`insert into question_version (question_id, version, area_id, kind, ask, body, basis, because, made_by)
      values (${question}, ${version}, ${area}, ${body.kind}, ${ask}, ${JSON.stringify(body)}::jsonb, ${basis}, ${because}, ${by})`.execute(
    db,
  )

export const placeOfQuestion = async (db: Db, id: QuestionId): Promise<AreaId | undefined> =>
  (await db.selectFrom('question').select('area_id').where('id', '=', id).executeTakeFirst())?.area_id

export type Held = QuestionSaid & { readonly areaId: AreaId; readonly version: number; readonly state: QuestionState }
/** A question with its newest words, which stands still until the change ends. */
export const holdQuestion = async (db: Db, id: QuestionId): Promise<Held | undefined> => {
  await sql`select from question q where q.id = ${id} for update`.execute(db)
  return (
    await sql<Held>`
      select q.area_id as "areaId", q.version, ${stateOf} as state, v.ask, v.body, v.basis
        from question q join question_version v on v.question_id = q.id and v.version = q.version
       where q.id = ${id}`.execute(db)
  ).rows[0]
}

export const setNewest = (
  db: Db,
  id: QuestionId,
  newest: { readonly version: number; readonly ask_key: string | null },
) => db.updateTable('question').set(newest).where('id', '=', id).execute()

export type Out = { readonly at: Instant; readonly by: AccountId; readonly because: string } | null
export const setUse = (db: Db, id: QuestionId, out: Out) =>
  db
    .updateTable('question')
    .set({ out_at: out?.at ?? null, out_by: out?.by ?? null, out_because: out?.because ?? null })
    .where('id', '=', id)
    .execute()

/** What a bank has in use, by topic and words. */
export const usedIn = async (db: Db, area: AreaId) =>
  (
    await sql<{ topic: FrameworkTopicId; askKey: string | null }>`
      select q.topic_id as topic, q.ask_key as "askKey" from question q
       where q.area_id = ${area} and q.out_at is null and q.ask_key is not null`.execute(db)
  ).rows

/** Topics as the first version of their framework has them. */
export const firstsOf = async (db: Db, topics: readonly FrameworkTopicId[]) =>
  new Map(
    (
      await sql<{ id: FrameworkTopicId; first: FrameworkTopicId }>`
        select t.id, topic_first(t.id) as first from unnest(${topics}::uuid[]) t (id)`.execute(db)
    ).rows.map(({ id, first }) => [id, first] as const),
  )
