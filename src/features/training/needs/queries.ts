/** SQL of needs. Lists ask `needs_at`, which looks at the area once. */
import { sql } from 'kysely'
import { nameOn } from '#features/areas/queries.ts'
import { said } from '#features/people/roster/queries.ts'
import { type PlainDate, yearOf } from '#kernel/dates.ts'
import type { AccountId, AreaId, ErrorTopicId, FrameworkTopicId, OfficialId, TrainingWishId } from '#kernel/ids.ts'
import { fold } from '#kernel/text.ts'
import type { Db } from '#platform/server/database/open.ts'
import { holding } from '#platform/server/sql/like.ts'
import { byGivenName, inVietnamese } from '#platform/server/sql/order.ts'
import { frameworkSaid, type OfFramework } from '../frameworks/rules.ts'
import type { Counting, ErrorKind, Need, NeedCount, NeedSource, OpenTopic, TrainingRequest } from './model.ts'

type At = { readonly areaId: AreaId; readonly day: PlainDate }
export type NeedFilter = At & {
  readonly source: NeedSource | null
  readonly topic: FrameworkTopicId | 'none' | null
  readonly post: string | null
  readonly here: boolean
  readonly error: string | null
  readonly q: string | null
}
type Window = { readonly page: number; readonly size: number }

/** Who a need is of: a person by the record, by the name, or nobody known. */
const whose = sql`coalesce(n.official_id::text, n.person)`

const narrowed = ({ areaId, day, source, topic, post, here, error, q }: NeedFilter) => sql`
  select n.* from needs_at(${areaId}, ${day}) n
   where (${source}::text is null or n.source = ${source})
     and (${topic}::text is null or coalesce(n.topic_id::text, 'none') = ${topic})
     and (${post}::text is null
          or case when ${post} = 'none' then not exists (select from roster_held(${areaId}, ${day}) h where h.official_id = n.official_id)
                  else n.official_id in (select h.official_id from roster_held(${areaId}, ${day}) h where h.post = ${post}) end)
     and (${!here} or n.unit_id = ${areaId})
     and (${error}::text is null or n.error_code = ${error})
     and (${q}::text is null or fold(n.person) like ${q && holding(fold(q))})`

/** By given name; of whom nobody knows, last. */
const inOrder = sql`s.person is null, ${byGivenName(sql`s.person`)}, s.unit_id, s.source, s.topic_id, s.error_code`

/** A page of them by given name, with how many needs and people there are. */
export async function needsAt(db: Db, filter: NeedFilter, { page, size }: Window) {
  const { rows } = await sql<Need & { total: number; people: number; source: NeedSource | null }>`
    with found as materialized (${narrowed(filter)}),
    shown as (select * from found s order by ${inOrder} limit ${size} offset ${(page - 1) * size}),
    named as materialized (select array_agg(distinct s.official_id) as people from shown s where s.official_id is not null),
    gone as materialized (
      select g.* from named n cross join lateral people_gone(${filter.areaId}, ${filter.day}, n.people) g),
    seat as materialized (
      select distinct on (x.official_id, x.topic_id) x.official_id, x.topic_id,
             jsonb_build_object('year', y.year, 'drafted', x.drafted,
               'plan', case when p.id is not null then jsonb_build_object('trainingPlanId', p.id, 'name', p.name) end) as said
        from named n cross join unnest(array[${yearOf(filter.day)}::int, ${yearOf(filter.day) + 1}::int]) y (year)
        cross join lateral seats_of(${filter.areaId}, y.year, ${filter.day}, n.people) x
        left join training_plan v on v.id = x.plan_id left join training_plan p on p.id = coalesce(v.original_id, v.id)
       order by x.official_id, x.topic_id, x.drafted, y.year)
    select s.source, s.wish_id as "trainingWishId", s.error_code as error, s.official_id as "officialId", s.person,
           s.unit_id as "unitId", ${nameOn(sql`s.unit_id`, filter.day)} as "unitName", s.reason, s.times, s.found_on as day,
           case when t.id is not null then jsonb_build_object('topicId', t.id, 'code', t.code, 'title', t.title) end as topic,
           case when g.official_id is not null then jsonb_build_object('why', g.why, 'since', g.since) end as gone, e.said as seat,
           c.total, c.people
      from (select count(*)::int as total, count(distinct ${whose})::int as people from found n) c
      left join shown s on true left join framework_topic t on t.id = s.topic_id
      left join gone g on g.official_id = s.official_id left join seat e on e.official_id = s.official_id and e.topic_id = s.topic_id
     order by ${inOrder}`.execute(db)
  return {
    rows: rows.flatMap(({ total: _total, people: _people, source, ...row }) => (source ? [{ ...row, source }] : [])),
    total: rows[0]?.total ?? 0,
    people: rows[0]?.people ?? 0,
  }
}

/** How many needs and people by topic, unit or post; who holds two posts counts in both. */
export async function needsBy(db: Db, { areaId, day }: At, by: Counting): Promise<NeedCount[]> {
  const counted = {
    source: { key: sql`n.source`, label: sql`null::jsonb` },
    topic: {
      key: sql`n.topic_id::text`,
      label: sql`(select jsonb_build_object('vi', t.code || '. ' || t.title, 'en', t.code || '. ' || t.title) from framework_topic t where t.id::text = g.key)`,
    },
    unit: {
      key: sql`n.unit_id::text`,
      label: sql`(select jsonb_build_object('vi', u.name, 'en', u.name) from (select ${nameOn(sql`g.key::uuid`, day)} as name) u)`,
    },
    post: { key: sql`h.post`, label: sql`(select ${said('p')} from post p where p.id = g.key)` },
  }[by]
  const held =
    by === 'post'
      ? sql`left join (select distinct r.official_id, r.post from roster_held(${areaId}, ${day}) r) h on h.official_id = n.official_id`
      : sql``
  return (
    await sql<NeedCount>`
      with g as materialized (
        select ${counted.key} as key, count(*)::int as needs, count(distinct ${whose})::int as people
          from needs_at(${areaId}, ${day}) n ${held} group by 1)
      select g.key, case when g.key is not null then ${counted.label} end as label, g.needs, g.people from g
       order by g.people desc, g.needs desc, g.key`.execute(db)
  ).rows
}

/** What went wrong in the year of the day and what posts require and people lack, most often first, with the topic that the province keeps against it. */
export const errorsAt = async (db: Db, { areaId, day }: At): Promise<ErrorKind[]> =>
  (
    await sql<ErrorKind>`
      select n.error_code as code, (sum(n.times) filter (where n.source = 'error'))::int as times, count(distinct ${whose})::int as people, (
             select jsonb_build_object('errorTopicId', e.id, 'code', t.code, 'title', t.title) from error_topic e
               join area_reach r on r.over_id = e.area_id and r.area_id = ${areaId}
               join framework_topic t on t.id = e.topic_id where e.code = n.error_code limit 1) as link
        from needs_at(${areaId}, ${day}) n where n.source in ('error', 'requirement', 'asked') and n.error_code is not null group by n.error_code
       order by 2 desc nulls last, 3 desc, 1`.execute(db)
  ).rows

/** The topics of the newest approved version of each framework over the area on the day. */
export const openTopics = async (db: Db, { areaId, day }: At): Promise<OpenTopic[]> =>
  (
    await sql<OpenTopic & OfFramework>`
      with newest as (
        select distinct on (f.line_id) f.id, f.name, f.period_from, f.period_until from framework f join area_reach r on r.over_id = f.area_id and r.area_id = ${areaId}
         where f.state = 'approved' and f.approved_on <= ${day} order by f.line_id, f.version desc)
      select t.id as "topicId", t.code, t.title, f.name as framework, jsonb_build_object('from', f.period_from, 'until', f.period_until) as period
        from framework_topic t join newest f on f.id = t.framework_id
       order by ${inVietnamese(sql`t.code`)}, ${inVietnamese(sql`t.title`)}, t.id`.execute(db)
  ).rows.map(({ period, framework, ...topic }) => ({ ...topic, framework: frameworkSaid({ framework, period }) }))

type NewWish = {
  id: TrainingWishId
  source: 'nominated' | 'requested'
  official_id: OfficialId
  area_id: AreaId
  topic_id: FrameworkTopicId
  reason: string
  made_by: AccountId
  made_on: PlainDate
}
/** The record of who is signed in. */
export const ownRecord = async (db: Db): Promise<{ officialId: OfficialId; unitId: AreaId } | undefined> =>
  (
    await sql<{ officialId: OfficialId; unitId: AreaId }>`
      select o.id as "officialId", o.unit_id as "unitId" from roster_own() o`.execute(db)
  ).rows[0]

/** What this person asked for, the latest first. */
export const requestsOf = async (db: Db, official: OfficialId, day: PlainDate): Promise<TrainingRequest[]> =>
  (
    await sql<TrainingRequest>`
      select w.id as "trainingWishId", t.code as "topicCode", t.title as "topicTitle", w.reason, w.made_on as day,
             w.withdrawn_on as "withdrawnOn", w.withdrawn_because as because,
             exists (select from training_wish n where n.official_id = w.official_id and n.source = 'nominated' and n.withdrawn_on is null
                      and topic_on(n.topic_id, ${day}) = topic_on(w.topic_id, ${day})) as nominated,
             (select jsonb_build_object('year', s.year, 'plan', s.plan_name, 'trainingPlanId', s.plan_id)
                from my_seats(${day}) s where topic_on(s.topic_id, ${day}) = topic_on(w.topic_id, ${day}) limit 1) as seat
        from training_wish w join framework_topic t on t.id = coalesce(topic_on(w.topic_id, ${day}), w.topic_id)
       where w.official_id = ${official} and w.source = 'requested'
       order by w.withdrawn_on nulls first, w.made_on desc, w.id desc`.execute(db)
  ).rows

/** Whether an error of this code was met under the area. */
export const isErrorMet = async (db: Db, area: AreaId, code: string): Promise<boolean> =>
  (
    await sql`
      select from training_need n join area_reach r on r.area_id = n.area_id and r.over_id = ${area} where n.topic = ${code} limit 1`.execute(
      db,
    )
  ).rows.length > 0

export const insertWishes = (db: Db, rows: readonly NewWish[]) => db.insertInto('training_wish').values(rows).execute()

export const holdWish = (db: Db, id: TrainingWishId, source: NewWish['source']) =>
  db
    .selectFrom('training_wish')
    .select(['area_id', 'official_id', 'withdrawn_on'])
    .where('id', '=', id)
    .where('source', '=', source)
    .forUpdate()
    .executeTakeFirst()

export const withdrawWish = (db: Db, id: TrainingWishId, of: { on: PlainDate; by: AccountId; because: string }) =>
  db
    .updateTable('training_wish')
    .set({ withdrawn_on: of.on, withdrawn_by: of.by, withdrawn_because: of.because })
    .where('id', '=', id)
    .execute()

type NewLink = { id: ErrorTopicId; area_id: AreaId; code: string; topic_id: FrameworkTopicId }
export const insertLink = (db: Db, row: NewLink) => db.insertInto('error_topic').values(row).execute()

export const findLink = (db: Db, id: ErrorTopicId) =>
  db.selectFrom('error_topic').select(['area_id', 'code']).where('id', '=', id).executeTakeFirst()

export const deleteLink = (db: Db, id: ErrorTopicId) => db.deleteFrom('error_topic').where('id', '=', id).execute()
