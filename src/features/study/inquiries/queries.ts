/** SQL of questions about the work. */
import { type RawBuilder, sql } from 'kysely'
import { nameOn } from '#features/areas/queries.ts'
import type { Role } from '#kernel/access.ts'
import type { Instant, PlainDate } from '#kernel/dates.ts'
import type { AccountId, AreaId, FrameworkTopicId, InquiryId, MaterialId } from '#kernel/ids.ts'
import { fold } from '#kernel/text.ts'
import type { Db } from '#platform/server/database/open.ts'
import { holding } from '#platform/server/sql/like.ts'
import type { AnswerVersion, FormSection, Given, Inquiry, InquiryState, Specialist } from './model.ts'

type Window = { readonly page: number; readonly size: number }
type Asking = { readonly me: AccountId; readonly today: PlainDate }
export type Sought = Asking & {
  /** Null: my own, wherever. */
  readonly area: AreaId | null
  readonly topic: FrameworkTopicId | null
  readonly section: FormSection | null
  readonly state: InquiryState | null
  readonly given: Given | null
  readonly q: string | null
}
export type Found = Omit<Inquiry, 'can'>

const head = ({ me, today }: Asking): RawBuilder<unknown> => sql`
  i.id as "inquiryId", i.area_id as "areaId", ${nameOn(sql`i.area_id`, today)} as "areaName",
  case when n.id is not null then jsonb_build_object('topicId', n.id, 'code', n.code, 'title', n.title) end as topic,
  i.section, i.ask, i.asked_name as "askedBy", i.asked_at as "askedAt", i.assigned_name as assigned, i.state,
  i.closed_because as because, i.version,
  (select w.made_at from inquiry_answer w where w.inquiry_id = i.id and w.version = i.version) as "answeredAt",
  i.material_id as "materialId", i.asked_by = ${me} as mine, i.revision`
const topicOn = (today: PlainDate) =>
  sql`left join framework_topic n on n.id = coalesce(topic_on(i.topic_id, ${today}), i.topic_id)`

/** What waits first, the oldest of it before the rest; then the latest. */
export async function inquiriesAt(db: Db, sought: Sought, { page, size }: Window) {
  const { area, topic, section, state, given, q, me, today } = sought
  const { rows } = await sql<Found & { total: number; inquiryId: InquiryId | null }>`
    with found as materialized (
      select i.* from inquiry i
       where case when ${area}::uuid is null then i.asked_by = ${me}
                  else i.area_id in (select r.area_id from area_reach r where r.over_id = ${area}) end
         and (${topic}::uuid is null or i.topic_id = topic_first(${topic})) and (${section}::text is null or i.section = ${section})
         and (${state}::text is null or i.state = ${state})
         and (${given}::text is null or case ${given} when 'me' then i.assigned_to = ${me} when 'nobody' then i.assigned_to is null
                                               else coalesce(i.assigned_to, ${me}) = ${me} end)
         and (${q}::text is null or i.search like ${q && holding(fold(q))})),
    shown as (
      select f.id, row_number() over (
               order by f.state <> 'open', case when f.state = 'open' then f.asked_at end, f.asked_at desc, f.id) as place
        from found f order by place limit ${size} offset ${(page - 1) * size})
    select ${head({ me, today })}, c.total
      from (select count(*)::int as total from found) c
      left join (shown s join inquiry i on i.id = s.id ${topicOn(today)}) on true order by s.place`.execute(db)
  return {
    rows: rows.filter((row): row is Found & { total: number; inquiryId: InquiryId } => row.inquiryId !== null),
    total: rows[0]?.total ?? 0,
  }
}

export const inquiryOf = async (db: Db, id: InquiryId, { me, today }: Asking): Promise<Found | undefined> =>
  (await sql<Found>`select ${head({ me, today })} from inquiry i ${topicOn(today)} where i.id = ${id}`.execute(db))
    .rows[0]

/** Newest first. */
export const answersOf = async (db: Db, id: InquiryId): Promise<AnswerVersion[]> =>
  (
    await sql<AnswerVersion>`
      select w.version, w.body, w.basis, w.because, w.made_at as "madeAt", w.made_name as "madeBy"
        from inquiry_answer w where w.inquiry_id = ${id} order by w.version desc`.execute(db)
  ).rows

type Answering = { readonly area: AreaId; readonly today: PlainDate; readonly roles: readonly Role[] }
export const specialistsAt = async (db: Db, { area, today, roles }: Answering): Promise<Specialist[]> =>
  (
    await sql<Specialist>`
      select s.account_id as "accountId", s.full_name as name, ${nameOn(sql`s.area_id`, today)} as "unitName"
        from inquiry_specialists(${area}, ${today}, ${roles}::text[]) s
       order by (select count(*) from area_reach r where r.over_id = s.area_id), s.full_name, s.account_id`.execute(db)
  ).rows

type News = { readonly me: AccountId; readonly since: Instant; readonly areas: readonly AreaId[] }
/** Of mine how many were answered since then; of those under these areas how many wait for me, or for whoever comes. */
export const newsFor = async (db: Db, { me, since, areas }: News) =>
  (
    await sql<{ answered: number; waiting: number }>`
      select (select count(*)::int from inquiry i join inquiry_answer w on w.inquiry_id = i.id and w.version = i.version
               where i.asked_by = ${me} and w.made_at >= ${since}) as answered,
             (select count(*)::int from inquiry i where i.state = 'open' and coalesce(i.assigned_to, ${me}) = ${me}
                and i.area_id in (select r.area_id from area_reach r where r.over_id = any (${areas}::uuid[]))) as waiting`.execute(
      db,
    )
  ).rows[0] ?? { answered: 0, waiting: 0 }

type NewInquiry = {
  readonly id: InquiryId
  readonly area_id: AreaId
  readonly topic_id: FrameworkTopicId | null
  readonly section: FormSection | null
  readonly ask: string
  readonly asked_by: AccountId
  readonly asked_name: string
}
export const insertInquiry = (db: Db, row: NewInquiry) => db.insertInto('inquiry').values(row).execute()

export const placeOfInquiry = async (db: Db, id: InquiryId): Promise<AreaId | undefined> =>
  (await db.selectFrom('inquiry').select('area_id').where('id', '=', id).executeTakeFirst())?.area_id

export type Held = {
  readonly areaId: AreaId
  readonly topicId: FrameworkTopicId | null
  readonly section: FormSection | null
  readonly askedBy: AccountId
  readonly state: InquiryState
  readonly version: number
  readonly revision: number
  readonly materialId: MaterialId | null
}
/** A question, which stands still until the change ends. */
export const holdInquiry = async (db: Db, id: InquiryId): Promise<Held | undefined> =>
  (
    await sql<Held>`
      select i.area_id as "areaId", i.topic_id as "topicId", i.section, i.asked_by as "askedBy", i.state, i.version, i.revision,
             i.material_id as "materialId" from inquiry i where i.id = ${id} for update`.execute(db)
  ).rows[0]

type Next = {
  readonly state?: InquiryState
  readonly closed_because?: string | null
  readonly version?: number
  readonly assigned_to?: AccountId
  readonly assigned_name?: string
  readonly material_id?: MaterialId
}
export const moveInquiry = (db: Db, id: InquiryId, next: Next) =>
  db
    .updateTable('inquiry')
    .set({ ...next, revision: sql`revision + 1` })
    .where('id', '=', id)
    .execute()

type NewAnswer = {
  readonly inquiry_id: InquiryId
  readonly version: number
  readonly area_id: AreaId
  readonly body: string
  readonly basis: string
  readonly because: string | null
  readonly made_by: AccountId
  readonly made_name: string
}
export const insertAnswer = (db: Db, row: NewAnswer) => db.insertInto('inquiry_answer').values(row).execute()
