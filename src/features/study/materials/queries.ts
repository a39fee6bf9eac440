/** SQL of the library. */
import { type RawBuilder, sql } from 'kysely'
import { nameOn } from '#features/areas/queries.ts'
import type { QuestionBody } from '#features/tests/bank/model.ts'
import type { Instant, PlainDate } from '#kernel/dates.ts'
import type { AccountId, AreaId, FileId, FrameworkTopicId, MaterialId, QuestionId } from '#kernel/ids.ts'
import { fold } from '#kernel/text.ts'
import type { Db } from '#platform/server/database/open.ts'
import { holding } from '#platform/server/sql/like.ts'
import { byGivenName, inVietnamese } from '#platform/server/sql/order.ts'
import type {
  FileType,
  Keeper,
  Material,
  MaterialKind,
  MaterialState,
  MaterialVersion,
  Reader,
  ReadingState,
  Readings,
  TopicRead,
} from './model.ts'

type Window = { readonly page: number; readonly size: number }
type Among = {
  readonly area: AreaId
  readonly today: PlainDate
  readonly topic: FrameworkTopicId | null
  readonly kind: MaterialKind | null
  readonly keeper: Keeper | null
  readonly q: string | null
}
export type Sought = Among & {
  readonly me: AccountId
  readonly state: MaterialState
  readonly mine: ReadingState | null
}
type Found = Omit<Material, 'can'>

const stateOf: RawBuilder<MaterialState> = sql`case when m.out_at is null then 'used' else 'out' end`

/** How far somebody came with a material, in any version. */
const mineOf = (me: AccountId): RawBuilder<ReadingState> => sql`coalesce((
  select case when bool_or(d.done_at is not null) then 'done' when bool_or(d.said_at is not null) then 'read'
              when bool_or(d.opened_at is not null) then 'opened' else 'unopened' end
    from material_reading d where d.material_id = m.id and d.account_id = ${me}), 'unopened')`

const fileOf = sql`case when v.file_id is not null then jsonb_build_object('type', v.media_type, 'bytes', v.byte_length) end`

const head = (today: PlainDate, me: AccountId) => sql`
  m.id as "materialId", m.area_id as "areaId", ${nameOn(sql`m.area_id`, today)} as "areaName", m.topic_id as "topicId",
  n.code as "topicCode", n.title as "topicTitle", m.kind, m.version, v.title, v.summary, v.basis, ${fileOf} as file,
  v.question_id is not null as asks, ${stateOf} as state, m.made_at as "addedAt", ${mineOf(me)} as mine`
const newest = sql`join material_version v on v.material_id = m.id and v.version = m.version`
const topicOn = (today: PlainDate) =>
  sql`join framework_topic n on n.id = coalesce(topic_on(m.topic_id, ${today}), m.topic_id)`

/** Whose materials are asked for: of the unit, of those above it, of those below it. */
const keptBy = (area: AreaId, keeper: Keeper | null) => sql`
  select r.area_id from area_reach r
   where r.over_id = ${area} and ${keeper !== 'above'} and (${keeper}::text is null or (r.area_id = ${area}) = ${keeper === 'own'})
  union select r.over_id from area_reach r
   where r.area_id = ${area} and r.over_id <> ${area} and ${keeper === null || keeper === 'above'}`

const among = ({ area, topic, kind, keeper, q }: Among) => sql`
  m.area_id in (${keptBy(area, keeper)})
  and (${topic}::uuid is null or m.topic_id = topic_first(${topic})) and (${kind}::text is null or m.kind = ${kind})
  and (${q}::text is null or v.search like ${q && holding(fold(q))})`

/** Those of a unit, of the units above and below it, by topic and title. */
export async function materialsAt(db: Db, sought: Sought, { page, size }: Window) {
  const { today, me, state, mine } = sought
  const { rows } = await sql<Found & { total: number; materialId: MaterialId | null }>`
    with found as materialized (
      select m.id, m.topic_id, v.title from material m ${newest}
       where ${among(sought)} and ${stateOf} = ${state} and (${mine}::text is null or ${mineOf(me)} = ${mine})),
    shown as (
      select f.id, row_number() over (order by ${inVietnamese(sql`t.code`)}, ${inVietnamese(sql`f.title`)}, f.id) as place
        from found f join framework_topic t on t.id = f.topic_id order by place limit ${size} offset ${(page - 1) * size})
    select ${head(today, me)}, c.total
      from (select count(*)::int as total from found) c
      left join (shown s join material m on m.id = s.id ${newest} ${topicOn(today)}) on true order by s.place`.execute(
    db,
  )
  return {
    rows: rows.filter((row): row is Found & { total: number; materialId: MaterialId } => row.materialId !== null),
    total: rows[0]?.total ?? 0,
  }
}

type Asking = { readonly today: PlainDate; readonly me: AccountId }

/** Those in use that hold these words, of all that who asks may read; what an answered question says too. */
export const materialsHolding = async (db: Db, q: string, { today, me }: Asking): Promise<Found[]> =>
  (
    await sql<Found>`
      select ${head(today, me)} from material m ${newest} ${topicOn(today)}
       where m.out_at is null and (v.search like ${holding(fold(q))} or m.kind = 'answer' and fold(v.body) like ${holding(fold(q))})
       order by ${inVietnamese(sql`v.title`)}, m.id limit 8`.execute(db)
  ).rows

export type Whole = Found & {
  readonly out: { readonly at: Instant; readonly because: string } | null
}
export const materialOf = async (db: Db, id: MaterialId, { today, me }: Asking): Promise<Whole | undefined> => {
  const { rows } = await sql<Found & { outAt: Instant | null; because: string | null }>`
    select ${head(today, me)}, m.out_at as "outAt", m.out_because as because
      from material m ${newest} ${topicOn(today)} where m.id = ${id}`.execute(db)
  const [found] = rows
  if (!found) return undefined
  const { outAt, because, ...row } = found
  return { ...row, out: outAt && { at: outAt, because: because ?? '' } }
}

/** Newest first. */
export const versionsOf = async (db: Db, id: MaterialId, me: AccountId): Promise<MaterialVersion[]> =>
  (
    await sql<MaterialVersion>`
      select v.version, v.title, v.summary, v.basis, v.body, ${fileOf} as file, v.question_id as "questionId", v.because,
             v.made_at as "madeAt", nullif(v.made_name, '') as "madeBy", d.opened_at as "openedAt", d.said_at as "saidAt", d.done_at as "doneAt"
        from material_version v
        left join material_reading d on d.material_id = v.material_id and d.version = v.version and d.account_id = ${me}
       where v.material_id = ${id} order by v.version desc`.execute(db)
  ).rows

export type Asked = {
  readonly questionId: QuestionId
  readonly version: number
  readonly ask: string
  readonly body: QuestionBody
  readonly basis: string
}
export const questionAfter = async (db: Db, id: MaterialId): Promise<Asked | undefined> =>
  (
    await sql<Asked>`
      select q.question_id as "questionId", q.version, q.ask, q.body, q.basis from material_question(${id}) q`.execute(
      db,
    )
  ).rows[0]

/** What a version is, for its file. */
export const fileOfVersion = async (db: Db, id: MaterialId, version: number) =>
  (
    await sql<{ title: string; type: FileType | null; bytes: number | null }>`
      select v.title, v.media_type as type, v.byte_length as bytes from material_version v
       where v.material_id = ${id} and v.version = ${version}`.execute(db)
  ).rows[0]

type Piece = {
  readonly materialId: MaterialId
  readonly version: number
  readonly from: number
  readonly bytes: number
}
export const pieceOfFile = async (db: Db, { materialId, version, from, bytes }: Piece): Promise<Buffer | null> =>
  (
    await sql<{ piece: Buffer | null }>`
      select material_file(${materialId}, ${version}::smallint, ${from}, ${bytes}) as piece`.execute(db)
  ).rows[0]?.piece ?? null

/** Questions of the practice pool in use under a topic in the bank of a unit. */
export const practiceAt = async (db: Db, area: AreaId, topic: FrameworkTopicId) =>
  (
    await sql<{ questionId: QuestionId; ask: string }>`
      select q.id as "questionId", v.ask from question q
        join question_version v on v.question_id = q.id and v.version = q.version
       where q.area_id = ${area} and q.topic_id = topic_first(${topic}) and q.pool = 'practice' and q.out_at is null
       order by ${inVietnamese(sql`v.ask`)}, q.id limit 200`.execute(db)
  ).rows

type NewMaterial = {
  readonly id: MaterialId
  readonly area_id: AreaId
  readonly topic_id: FrameworkTopicId
  readonly kind: MaterialKind
  readonly title_key: string
  readonly made_by: AccountId
}
export const insertMaterial = (db: Db, row: NewMaterial) => db.insertInto('material').values(row).execute()

type NewVersion = {
  readonly material_id: MaterialId
  readonly version: number
  readonly area_id: AreaId
  readonly title: string
  readonly summary: string
  readonly basis: string
  readonly body?: string
  readonly file_id?: FileId
  readonly media_type?: FileType
  readonly byte_length?: number
  readonly question_id?: QuestionId | null
  readonly because: string | null
  readonly made_by: AccountId
  readonly made_name: string
}
export const insertVersion = (db: Db, row: NewVersion) => db.insertInto('material_version').values(row).execute()

export const setNewest = (db: Db, id: MaterialId, next: { readonly version: number; readonly title_key: string }) =>
  db.updateTable('material').set(next).where('id', '=', id).execute()

export const placeOfMaterial = async (db: Db, id: MaterialId): Promise<AreaId | undefined> =>
  (await db.selectFrom('material').select('area_id').where('id', '=', id).executeTakeFirst())?.area_id

export type Held = {
  readonly areaId: AreaId
  readonly topicId: FrameworkTopicId
  readonly kind: MaterialKind
  readonly version: number
  readonly state: MaterialState
}
/** A material, which stands still until the change ends. */
export const holdMaterial = async (db: Db, id: MaterialId): Promise<Held | undefined> =>
  (
    await sql<Held>`
      select m.area_id as "areaId", m.topic_id as "topicId", m.kind, m.version, ${stateOf} as state
        from material m where m.id = ${id} for update`.execute(db)
  ).rows[0]

export type Out = { readonly at: Instant; readonly by: AccountId; readonly because: string } | null
export const setUse = (db: Db, id: MaterialId, out: Out) =>
  db
    .updateTable('material')
    .set({ out_at: out?.at ?? null, out_by: out?.by ?? null, out_because: out?.because ?? null })
    .where('id', '=', id)
    .execute()

type Told = {
  readonly materialId: MaterialId
  readonly version: number
  readonly areaId: AreaId
  readonly what: 'opened' | 'read' | 'unread' | 'done'
  readonly at: Instant
}
/** Of who asks and nobody else; false where they may not read it, or it has no such version. */
export const tell = async (db: Db, { materialId, version, areaId, what, at }: Told): Promise<boolean> =>
  (
    await sql<{ told: boolean }>`
      select material_told(${materialId}, ${version}::smallint, ${areaId}, ${what}, ${at}) as told
       where exists (select from material_version v where v.material_id = ${materialId} and v.version = ${version})`.execute(
      db,
    )
  ).rows[0]?.told ?? false

/** Of what is in use and read at a unit, by topic, what somebody did. */
export const topicsRead = async (
  db: Db,
  { area, today, me, topic }: Asking & { readonly area: AreaId; readonly topic: FrameworkTopicId | null },
): Promise<TopicRead[]> =>
  (
    await sql<TopicRead>`
      with mine as materialized (
        select m.topic_id, v.question_id is not null as asks, ${mineOf(me)} as mine from material m ${newest}
         where m.out_at is null and m.area_id in (${keptBy(area, null)}) and (${topic}::uuid is null or m.topic_id = topic_first(${topic})))
      select n.id as "topicId", n.code as "topicCode", n.title as "topicTitle", count(*)::int as materials,
             (count(*) filter (where m.mine = 'opened'))::int as opened, (count(*) filter (where m.mine = 'read'))::int as read,
             (count(*) filter (where m.mine = 'done'))::int as done, (count(*) filter (where m.asks))::int as asking
        from mine m ${topicOn(today)}
       group by n.id, n.code, n.title order by ${inVietnamese(sql`n.code`)}, n.id`.execute(db)
  ).rows

/** Of what is in use, how many of those who work under the unit did what. */
export async function readingsAt(db: Db, sought: Among, { page, size }: Window) {
  const { area, today } = sought
  const { rows } = await sql<Readings & { total: number; materialId: MaterialId | null }>`
    with found as materialized (
      select m.id, m.topic_id, v.title from material m ${newest} where ${among(sought)} and m.out_at is null),
    shown as materialized (
      select f.id, row_number() over (order by ${inVietnamese(sql`t.code`)}, ${inVietnamese(sql`f.title`)}, f.id) as place
        from found f join framework_topic t on t.id = f.topic_id order by place limit ${size} offset ${(page - 1) * size}),
    counted as (
      select r.material_id, count(*)::int as people, count(r.opened_at)::int as opened, count(r.said_at)::int as read, count(r.done_at)::int as done
        from material_readers(array(select s.id from shown s), ${area}, ${today}) r group by 1)
    select m.id as "materialId", v.title, ${nameOn(sql`m.area_id`, today)} as "areaName", n.code as "topicCode", n.title as "topicTitle",
           m.kind, v.question_id is not null as asks, coalesce(k.people, 0) as people, coalesce(k.opened, 0) as opened,
           coalesce(k.read, 0) as read, coalesce(k.done, 0) as done, c.total
      from (select count(*)::int as total from found) c
      left join (shown s join material m on m.id = s.id ${newest} ${topicOn(today)} left join counted k on k.material_id = m.id) on true
     order by s.place`.execute(db)
  return {
    rows: rows.filter((row): row is Readings & { total: number; materialId: MaterialId } => row.materialId !== null),
    total: rows[0]?.total ?? 0,
  }
}

type OfReaders = {
  readonly material: MaterialId
  readonly area: AreaId
  readonly today: PlainDate
  readonly state: ReadingState | null
  readonly q: string | null
}
const did = (at: RawBuilder<unknown>, version: RawBuilder<unknown>) =>
  sql`case when ${at} is not null then jsonb_build_object('at', ${at}, 'version', ${version}) end`

/** Who works under the unit, by given name, and what they did with a material. */
export async function readersOf(db: Db, { material, area, today, state, q }: OfReaders, { page, size }: Window) {
  const inOrder = sql`${byGivenName(sql`s.full_name`)}, s.account_id`
  const { rows } = await sql<Reader & { total: number; accountId: AccountId | null }>`
    with found as materialized (
      select r.* from material_readers(array[${material}::uuid], ${area}, ${today}) r
       where (${state}::text is null or case ${state} when 'opened' then r.opened_at is not null when 'read' then r.said_at is not null
                when 'done' then r.done_at is not null else num_nonnulls(r.opened_at, r.said_at, r.done_at) = 0 end)
         and (${q}::text is null or fold(r.full_name) like ${q && holding(fold(q))})),
    shown as (select * from found s order by ${inOrder} limit ${size} offset ${(page - 1) * size})
    select s.account_id as "accountId", s.full_name as name, ${nameOn(sql`s.unit_id`, today)} as "unitName",
           ${did(sql`s.opened_at`, sql`s.opened_version`)} as opened, ${did(sql`s.said_at`, sql`s.said_version`)} as read,
           ${did(sql`s.done_at`, sql`s.done_version`)} as done, c.total
      from (select count(*)::int as total from found) c left join shown s on true order by ${inOrder}`.execute(db)
  return {
    rows: rows.filter((row): row is Reader & { total: number; accountId: AccountId } => row.accountId !== null),
    total: rows[0]?.total ?? 0,
  }
}
