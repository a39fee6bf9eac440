/** SQL of training frameworks and their topics. Row security shows drafts to their province alone. */
import { type RawBuilder, sql } from 'kysely'
import { nameOn } from '#features/areas/queries.ts'
import { depthOf } from '#features/areas/words.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { AccountId, AreaId, FrameworkId, FrameworkTopicId, ProgrammeId } from '#kernel/ids.ts'
import { fold } from '#kernel/text.ts'
import type { Db } from '#platform/server/database/open.ts'
import { validOn } from '#platform/server/sql/days.ts'
import { holding } from '#platform/server/sql/like.ts'
import { inVietnamese } from '#platform/server/sql/order.ts'
import type { EarlierDecision } from '../model.ts'
import type { AreaCondition, Framework, FrameworkState, Topic } from './model.ts'

export type Filter = {
  readonly today: PlainDate
  readonly q?: string | null
  readonly state?: FrameworkState | null
  /** Drafts with topics and a period of these provinces, on which who asks has not worked. */
  readonly toApprove?: { readonly at: readonly AreaId[]; readonly by: AccountId } | null
  readonly line?: FrameworkId
}
type Window = { readonly page: number; readonly size: number }

const shown = (today: PlainDate) => sql`
  s.id as "frameworkId", s.name, s.area_id as "areaId", ${nameOn(sql`s.area_id`, today)} as "areaName", s.version, s.state,
  s.period_from as "periodFrom", s.period_until as "periodUntil", s.source, s.mark,
  (select count(*)::int from framework_topic t where t.framework_id = s.id) as topics,
  (select case when bool_and(t.theory_hours is not null and t.practice_hours is not null)
               then sum(t.theory_hours + t.practice_hours)::int end
     from framework_topic t where t.framework_id = s.id) as hours,
  case when s.state = 'approved'
       then jsonb_build_object('number', s.approved_number, 'day', s.approved_on, 'issuer', s.approved_issuer) end as approved`
/** Drafts first, then what is approved, the latest first, then what reports tell. */
const inOrder = sql`array_position(array['drafted', 'approved', 'sourced'], s.state), s.approved_on desc nulls last,
  ${inVietnamese(sql`s.name`)}, s.version desc, s.id`

export async function frameworksAt(
  db: Db,
  { today, q = null, state = null, toApprove = null, line }: Filter,
  { page, size }: Window,
): Promise<{ rows: Framework[]; total: number }> {
  const { rows } = await sql<Framework & { total: number; frameworkId: FrameworkId | null }>`
    with found as materialized (
      select f.* from framework f
       where (${q}::text is null or f.search like ${q && holding(fold(q))} or fold(f.approved_number) like ${q && holding(fold(q))})
         and (${state}::text is null or f.state = ${state})
         and (${line ?? null}::uuid is null or f.line_id = ${line ?? null})
         and (${toApprove === null} or (f.state = 'drafted' and f.area_id = any (${toApprove?.at ?? []}::uuid[])
              and not f.worked_by @> array[${toApprove?.by ?? ''}] and f.period_from is not null and f.period_until is not null
              and exists (select from framework_topic t where t.framework_id = f.id)))),
    shown as (select * from found s order by ${inOrder} limit ${size} offset ${(page - 1) * size})
    select ${shown(today)}, c.total from (select count(*)::int as total from found) c left join shown s on true
     order by ${inOrder}`.execute(db)
  return {
    rows: rows.filter(
      (row): row is Framework & { total: number; frameworkId: FrameworkId } => row.frameworkId !== null,
    ),
    total: rows[0]?.total ?? 0,
  }
}

export type Detail = Framework & {
  readonly note: string
  readonly edits: number
  readonly lineId: FrameworkId
  readonly programme: { readonly programmeId: ProgrammeId; readonly name: string } | null
  /** What its decision said before, the first first. */
  readonly earlier: EarlierDecision[]
}

export const findFramework = async (db: Db, id: FrameworkId, today: PlainDate): Promise<Detail | undefined> =>
  (
    await sql<Detail>`
      select ${shown(today)}, s.note, s.edits, s.earlier_decisions as earlier, s.line_id as "lineId",
             case when p.id is not null then jsonb_build_object('programmeId', p.id, 'name', p.name) end as programme
        from framework s left join programme p on p.id = s.programme_id where s.id = ${id}`.execute(db)
  ).rows[0]

export type LeftOut = { readonly code: string; readonly title: string; readonly people: number }
/** Topics of the version in force that a draft leaves out, and how many are nominated for each or ask for it, as far as the actor sees. */
export const leftOutOf = async (db: Db, framework: FrameworkId): Promise<LeftOut[]> =>
  (
    await sql<LeftOut>`
      with drafted as (select f.id, f.line_id from framework f where f.id = ${framework} and f.state = 'drafted'),
      in_force as (
        select g.id from framework g join drafted d on d.line_id = g.line_id where g.state = 'approved' order by g.version desc limit 1)
      select t.code, t.title,
             (select count(distinct w.official_id)::int from training_wish w join framework_topic o on o.id = w.topic_id
                join framework g on g.id = o.framework_id
               where g.line_id = (select line_id from drafted) and o.code = t.code and w.withdrawn_on is null) as people
        from framework_topic t join in_force i on i.id = t.framework_id
       where not exists (select from framework_topic n where n.framework_id = ${framework} and n.code = t.code)
       order by ${inVietnamese(sql`t.code`)}`.execute(db)
  ).rows

export const topicsOf = async (db: Db, framework: FrameworkId): Promise<Topic[]> =>
  (
    await sql<Topic>`select ${topic} from framework_topic t where t.framework_id = ${framework}
                    order by ${inVietnamese(sql`t.code`)}, t.id`.execute(db)
  ).rows

const topic = sql`t.id as "frameworkTopicId", t.code, t.title, t.objective, t.contents, t.theory_hours as "theoryHours",
  t.practice_hours as "practiceHours", t.posts, t.levels, t.area_conditions as "areaConditions", t.requires,
  t.recurs_after as "recursAfter"`

export type Particulars = {
  readonly name: string
  readonly periodFrom: number | null
  readonly periodUntil: number | null
  readonly programmeId: ProgrammeId | null
  readonly note: string
}
export type Held = Particulars & {
  readonly areaId: AreaId
  readonly lineId: FrameworkId
  readonly version: number
  readonly edits: number
  readonly workedBy: readonly AccountId[]
}

/** Where a framework is and how it stands, as far as the actor sees it. */
export const standingOf = (db: Db, id: FrameworkId) =>
  db.selectFrom('framework').select(['area_id', 'state', 'line_id']).where('id', '=', id).executeTakeFirst()

/** A draft, which stands still until the change ends; of what is no draft nothing. */
export const holdDraft = async (db: Db, id: FrameworkId): Promise<Held | undefined> =>
  (
    await sql<Held>`
      select f.name, f.period_from as "periodFrom", f.period_until as "periodUntil", f.programme_id as "programmeId", f.note,
             f.area_id as "areaId", f.line_id as "lineId", f.version, f.edits, f.worked_by as "workedBy"
        from framework f where f.id = ${id} and f.state = 'drafted' for update`.execute(db)
  ).rows[0]

const columnsOf = ({ periodFrom, periodUntil, programmeId, ...rest }: Particulars) => ({
  ...rest,
  period_from: periodFrom,
  period_until: periodUntil,
  programme_id: programmeId,
})

type NewFramework = Particulars & {
  readonly id: FrameworkId
  readonly areaId: AreaId
  readonly lineId: FrameworkId
  readonly version: number
  readonly by: AccountId
}
export const insertFramework = (db: Db, { id, areaId, lineId, version, by, ...said }: NewFramework) =>
  db
    .insertInto('framework')
    .values({ id, area_id: areaId, line_id: lineId, version, worked_by: [by], ...columnsOf(said) })
    .execute()

export const updateFramework = (db: Db, id: FrameworkId, said: Particulars) =>
  db.updateTable('framework').set(columnsOf(said)).where('id', '=', id).execute()

/** One more change of the draft, by whom. */
export const countEdit = (db: Db, id: FrameworkId, by: AccountId) =>
  sql`update framework set edits = edits + 1,
             worked_by = case when ${by} = any (worked_by) then worked_by else worked_by || ${by}::text end
       where id = ${id}`.execute(db)

/** With its topics, which the draft's own role takes along. */
export async function deleteFramework(db: Db, id: FrameworkId): Promise<void> {
  await db.deleteFrom('framework_topic').where('framework_id', '=', id).execute()
  await db.deleteFrom('framework').where('id', '=', id).execute()
}

export const approve = async (
  db: Db,
  id: FrameworkId,
  said: { number: string; on: PlainDate; issuer: string; by: AccountId },
): Promise<boolean> =>
  (
    await sql<{ done: boolean }>`
      select framework_approve(${id}, ${said.number}, ${said.on}, ${said.issuer}, ${said.by}) as done`.execute(db)
  ).rows[0]?.done ?? false

/** When the versions of a framework before this one and after it were approved. */
export const approvedAround = async (db: Db, { lineId, version }: Pick<Held, 'lineId' | 'version'>) =>
  (
    await sql<{ before: PlainDate | null; after: PlainDate | null }>`
      select max(f.approved_on) filter (where f.version < ${version}) as before,
             min(f.approved_on) filter (where f.version > ${version}) as after
        from framework f where f.line_id = ${lineId}`.execute(db)
  ).rows[0] ?? { before: null, after: null }

type Decided = Pick<Held, 'lineId' | 'version' | 'periodUntil' | 'workedBy'> & {
  readonly number: string
  readonly decidedOn: PlainDate
  readonly issuer: string
}
/** An approved framework; of what is none nothing. */
export const findDecided = async (db: Db, id: FrameworkId): Promise<Decided | undefined> =>
  (
    await sql<Decided>`
      select f.line_id as "lineId", f.version, f.period_until as "periodUntil", f.worked_by as "workedBy", f.approved_number as number,
             f.approved_on as "decidedOn", f.approved_issuer as issuer
        from framework f where f.id = ${id} and f.state = 'approved'`.execute(db)
  ).rows[0]

type Corrected = Pick<Decided, 'number' | 'decidedOn' | 'issuer'> & {
  readonly today: PlainDate
  readonly because: string
}
/** What it said until today stands with it. */
export const correct = async (db: Db, id: FrameworkId, of: Corrected): Promise<boolean> =>
  (
    await sql<{ done: boolean }>`
      select framework_correct(${id}, ${of.number}, ${of.decidedOn}, ${of.issuer}, ${of.today}, ${of.because}) as done`.execute(
      db,
    )
  ).rows[0]?.done ?? false

/** Approved plans that take topics of a framework, whoever sees them: the day of the first, and how many. */
export const plansOn = async (db: Db, id: FrameworkId): Promise<{ first: PlainDate | null; plans: number }> =>
  (await sql<{ first: PlainDate | null; plans: number }>`select * from framework_rests(${id})`.execute(db)).rows[0] ?? {
    first: null,
    plans: 0,
  }

type Numbered = { readonly number: string; readonly on: PlainDate; readonly self?: FrameworkId }
/** Numbers begin anew each year; `self`: whose number it may be already. */
export const isNumberTaken = async (db: Db, area: AreaId, of: Numbered): Promise<boolean> =>
  (
    await sql`
      select 1 from framework f
       where f.area_id = ${area} and lower(f.approved_number) = lower(${of.number})
         and extract(year from f.approved_on) = extract(year from ${of.on}::date) and f.id is distinct from ${of.self ?? null}::uuid
       limit 1`.execute(db)
  ).rows.length > 0

/** The draft of a framework, where there is one. */
export const draftOf = async (db: Db, line: FrameworkId): Promise<FrameworkId | undefined> =>
  (
    await db
      .selectFrom('framework')
      .select('id')
      .where('line_id', '=', line)
      .where('state', '=', 'drafted')
      .executeTakeFirst()
  )?.id

export const nextVersion = async (db: Db, line: FrameworkId): Promise<number> =>
  (
    await sql<{
      next: number
    }>`select max(f.version)::int + 1 as next from framework f where f.line_id = ${line}`.execute(db)
  ).rows[0]?.next ?? 1

export type TopicFields = Omit<Topic, 'frameworkTopicId' | 'code'>
export type NewTopic = TopicFields & { readonly id: FrameworkTopicId; readonly code: string }
type Place = { readonly frameworkId: FrameworkId; readonly areaId: AreaId }

const topicColumns = ({
  theoryHours,
  practiceHours,
  areaConditions,
  recursAfter,
  posts,
  levels,
  requires,
  ...rest
}: TopicFields) => ({
  ...rest,
  posts: [...posts],
  levels: [...levels],
  requires: [...requires],
  theory_hours: theoryHours,
  practice_hours: practiceHours,
  area_conditions: [...areaConditions],
  recurs_after: recursAfter,
})

export const insertTopic = (db: Db, { frameworkId, areaId }: Place, { id, code, ...said }: NewTopic) =>
  db
    .insertInto('framework_topic')
    .values({ id, framework_id: frameworkId, area_id: areaId, code, ...topicColumns(said) })
    .execute()

export const updateTopic = (db: Db, id: FrameworkTopicId, said: TopicFields) =>
  db.updateTable('framework_topic').set(topicColumns(said)).where('id', '=', id).execute()

export const deleteTopic = (db: Db, id: FrameworkTopicId) =>
  db.deleteFrom('framework_topic').where('id', '=', id).execute()

export const frameworkOfTopic = async (db: Db, id: FrameworkTopicId): Promise<FrameworkId | undefined> =>
  (await db.selectFrom('framework_topic').select('framework_id').where('id', '=', id).executeTakeFirst())?.framework_id

/** The provinces of these areas, by name: where a framework may begin. */
export const provincesOf = async (db: Db, areas: readonly AreaId[], today: PlainDate) =>
  areas.length === 0
    ? []
    : (
        await sql<{ areaId: AreaId; name: string }>`
          select v.area_id as "areaId", v.name from area_version v
           where v.level = ${depthOf('province')} and ${validOn('v', today)}
             and v.area_id in (select r.area_id from area_reach r where r.over_id = any (${areas}::uuid[]))
           order by ${inVietnamese(sql`v.name`)}`.execute(db)
      ).rows

/** By which statuses of which units a condition holds of a commune. */
export const statusOf = {
  dbkk_commune: { statuses: ['kv3', 'dbkk'], level: 'commune' },
  border_commune: { statuses: ['border'], level: 'commune' },
  dbkk_village_commune: { statuses: ['dbkk'], level: 'village' },
} as const

/** The communes of a province of which, or of a village of which, one of these statuses holds on the day; null where none was ever recorded. */
export async function communesThat(db: Db, condition: AreaCondition, of: { area: AreaId; day: PlainDate }) {
  const { statuses, level } = statusOf[condition]
  const bearer: RawBuilder<unknown> = sql`
    area_status s join area_version b on b.area_id = s.area_id and b.level = ${depthOf(level)}
      join area_reach under on under.area_id = s.area_id and under.over_id = ${of.area}
     where s.status = any (${statuses}::text[])`
  const { rows } = await sql<{ known: boolean; communes: number }>`
    select exists (select from ${bearer}) as known,
           (select count(distinct c.area_id)::int from area_version c join area_reach r on r.over_id = c.area_id
             where c.level = ${depthOf('commune')} and ${validOn('c', of.day)}
               and r.area_id in (select s.area_id from ${bearer} and ${validOn('s', of.day)} and ${validOn('b', of.day)})) as communes`.execute(
    db,
  )
  const [found] = rows
  return found?.known ? found.communes : null
}
