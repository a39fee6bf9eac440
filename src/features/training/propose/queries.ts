/** SQL of what a proposal is made from: needs of an area on a day, whose turn is first, places, ways, seats that are taken. */
import { sql } from 'kysely'
import { nameOn } from '#features/areas/queries.ts'
import { stoodOn } from '#features/areas/views.ts'
import { depthOf } from '#features/areas/words.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { AreaId, FrameworkTopicId, OfficialId, ProgrammeId, TrainingPlanId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import { validOn } from '#platform/server/sql/days.ts'
import { byGivenName, inVietnamese } from '#platform/server/sql/order.ts'
import { frameworkSaid, type OfFramework } from '../frameworks/rules.ts'
import type { NeedSource } from '../needs/model.ts'
import type { GoneSince } from '../plan/model.ts'
import type { ProgrammeSuggested, SeatOf, Way } from './model.ts'

type At = { readonly areaId: AreaId; readonly day: PlainDate }

export type NeedOf = {
  readonly officialId: OfficialId
  readonly person: string
  readonly unitId: AreaId
  readonly topicId: FrameworkTopicId
  readonly source: NeedSource
}
/** Needs of whom the roster knows, of a topic in force, by given name. */
export const needsOf = async (
  db: Db,
  { areaId, day }: At,
  topics: readonly FrameworkTopicId[] | null,
): Promise<NeedOf[]> =>
  (
    await sql<NeedOf>`
      select n.official_id as "officialId", n.person, n.unit_id as "unitId", n.topic_id as "topicId", n.source
        from needs_at(${areaId}, ${day}) n
       where n.official_id is not null and n.topic_id is not null and (${topics}::uuid[] is null or n.topic_id = any (${topics}::uuid[]))
       order by ${byGivenName(sql`n.person`)}, n.official_id`.execute(db)
  ).rows

export type TopicOf = {
  readonly topicId: FrameworkTopicId
  readonly frameworkId: string
  readonly code: string
  readonly title: string
  /** With its years. */
  readonly framework: string
  readonly hours: number | null
  readonly requires: readonly string[]
}
/** The topics of the newest approved version of each framework over the area on the day. */
export const topicsOver = async (db: Db, { areaId, day }: At): Promise<TopicOf[]> =>
  (
    await sql<TopicOf & OfFramework>`
      with newest as (
        select distinct on (f.line_id) f.id, f.name, f.period_from, f.period_until from framework f join area_reach r on r.over_id = f.area_id and r.area_id = ${areaId}
         where f.state = 'approved' and f.approved_on <= ${day} order by f.line_id, f.version desc)
      select t.id as "topicId", t.framework_id as "frameworkId", t.code, t.title, (t.theory_hours + t.practice_hours)::int as hours, t.requires,
             f.name as framework, jsonb_build_object('from', f.period_from, 'until', f.period_until) as period
        from framework_topic t join newest f on f.id = t.framework_id
       order by ${inVietnamese(sql`t.code`)}, ${inVietnamese(sql`t.title`)}, t.id`.execute(db)
  ).rows.map(({ period, framework, ...topic }) => ({ ...topic, framework: frameworkSaid({ framework, period }) }))

/** The commune of each of these units on the day, or the unit itself where it is none of a commune; of one that has ended what came of it. */
export async function homesOf(db: Db, units: readonly AreaId[], day: PlainDate): Promise<Map<AreaId, AreaId>> {
  const { rows } = await sql<{ unit: AreaId; home: AreaId }>`
    select u.id as unit, coalesce(c.area_id, u.id) as home from unnest(${units}::uuid[]) u (id)
      join area_version v on v.area_id = u.id and ${validOn('v', day)}
      left join area_version c on c.area_id = v.parent_id and v.level = ${depthOf('village')} and c.level = ${depthOf('commune')} and ${validOn('c', day)}`.execute(
    db,
  )
  const homes = new Map(rows.map(({ unit, home }) => [unit, home]))
  const ended = units.filter((unit) => !homes.has(unit))
  const stood = new Map<AreaId, AreaId>()
  for (const { origin, areaId } of await stoodOn(db, ended, day)) if (!stood.has(origin)) stood.set(origin, areaId)
  const after = stood.size > 0 ? await homesOf(db, [...new Set(stood.values())], day) : new Map<AreaId, AreaId>()
  for (const unit of ended) {
    const now = stood.get(unit)
    homes.set(unit, (now && after.get(now)) ?? unit)
  }
  return homes
}

export type Standing = { readonly officialId: OfficialId; readonly newly: boolean; readonly gone: boolean }
/** Who of these came into post within so many months, and who has left. */
export const standingsOf = async (
  db: Db,
  { areaId, day }: At,
  { people, months }: { readonly people: readonly OfficialId[]; readonly months: number | null },
): Promise<Standing[]> =>
  (
    await sql<Standing>`
      select s.official_id as "officialId", s.gone,
             coalesce(s.since > ${day}::date - make_interval(months => ${months}::int), false) as newly
        from roster_since(${areaId}, ${day}, ${people}::uuid[]) s`.execute(db)
  ).rows

/** Who of these has died, retired, left, or holds no post any more, and since when. */
export const goneAmong = async (
  db: Db,
  { areaId, day }: At,
  people: readonly OfficialId[],
): Promise<Map<OfficialId, GoneSince>> =>
  new Map(
    (
      await sql<GoneSince & { officialId: OfficialId }>`
        select g.official_id as "officialId", g.why, g.since from people_gone(${areaId}, ${day}, ${people}::uuid[]) g`.execute(
        db,
      )
    ).rows.map(({ officialId, why, since }) => [officialId, { why, since }]),
  )

export type Burdened = { readonly areaId: AreaId; readonly difficult: boolean; readonly border: boolean }
/** Which of these units, or of the units that they hang under, are especially difficult or lie at the border on the day. */
export const burdenedAmong = async (db: Db, units: readonly AreaId[], day: PlainDate): Promise<Burdened[]> =>
  (
    await sql<Burdened>`
      select u.id as "areaId", bool_or(s.status in ('kv3', 'dbkk')) as difficult, bool_or(s.status = 'border') as border
        from unnest(${units}::uuid[]) u (id) join area_version v on v.area_id = u.id and ${validOn('v', day)}
        join area_status s on s.area_id in (v.area_id, v.parent_id) and ${validOn('s', day)} and s.status in ('kv3', 'dbkk', 'border')
       group by u.id`.execute(db)
  ).rows

export type TakenSeat = {
  readonly officialId: OfficialId
  readonly topicId: FrameworkTopicId
  readonly weeks: readonly number[]
  readonly planYear: number
  readonly plan: SeatOf['plan']
}
/** Seats that these people have in plans of these years. */
export const takenBy = async (
  db: Db,
  { areaId, day, years }: At & { readonly years: readonly number[] },
  people: readonly OfficialId[],
): Promise<TakenSeat[]> =>
  (
    await sql<TakenSeat>`
      select s.official_id as "officialId", s.topic_id as "topicId", s.weeks,
             y.year as "planYear",
             jsonb_build_object('drafted', s.drafted, 'above', s.above,
               'read', case when p.id is not null then jsonb_build_object('trainingPlanId', p.id, 'name', p.name, 'areaName', ${nameOn(sql`p.area_id`, day)}) end) as plan
        from unnest(${years}::int[]) y (year) cross join lateral seats_of(${areaId}, y.year, ${day}, ${people}::uuid[]) s
        left join training_plan p on p.id = s.plan_id
       order by y.year`.execute(db)
  ).rows

/** The places of classes under the area on the day, by name; what stands no more holds no classes. */
export const placesUnder = async (db: Db, { areaId, day }: At) =>
  (
    await sql<{ areaId: AreaId; name: string }>`
      select c.area_id as "areaId", n.name from class_place c join area_reach r on r.area_id = c.area_id and r.over_id = ${areaId}
        cross join lateral (select ${nameOn(sql`c.area_id`, day)} as name) n
       where ${validOn('c', day)} and exists (select from area_version v where v.area_id = c.area_id and ${validOn('v', day)})
       order by ${inVietnamese(sql`n.name`)}, c.area_id`.execute(db)
  ).rows

/** The ways to these places, from either end. */
export const waysTo = async (db: Db, places: readonly AreaId[]): Promise<Way[]> =>
  (
    await sql<Way>`
      select w.from_id as "fromId", w.to_id as "toId", w.km as far from training_way w where w.to_id = any (${places}::uuid[])
      union all
      select w.to_id, w.from_id, w.km from training_way w where w.from_id = any (${places}::uuid[])`.execute(db)
  ).rows

export type Outside = { readonly topicless: number; readonly nameless: number }
/** Needs that no class can answer: of no topic, or of nobody whom the roster knows. */
export const outsideOf = async (
  db: Db,
  { areaId, day }: At,
  topics: readonly FrameworkTopicId[] | null,
): Promise<Outside> =>
  (
    await sql<Outside>`
      select count(*) filter (where n.topic_id is null)::int as topicless,
             count(*) filter (where n.topic_id is not null and n.official_id is null)::int as nameless
        from needs_at(${areaId}, ${day}) n
       where n.topic_id is null or ${topics}::uuid[] is null or n.topic_id = any (${topics}::uuid[])`.execute(db)
  ).rows[0] ?? { topicless: 0, nameless: 0 }

export type Unnamed = {
  readonly trainingPlanId: TrainingPlanId
  readonly name: string
  readonly code: string
  readonly people: number
}
/** Whom plans of the area for the year count in a topic without naming them: a proposal cannot know who they are. */
export const unnamedIn = async (
  db: Db,
  { areaId, day, year }: At & { readonly year: number },
  topics: readonly FrameworkTopicId[],
): Promise<Unnamed[]> =>
  (
    await sql<Unnamed>`
      select p.id as "trainingPlanId", p.name, t.code, sum(l.people - s.named)::int as people
        from training_plan p join plan_line l on l.plan_id = coalesce(plan_version(p.id, ${day}), p.id) join framework_topic t on t.id = l.topic_id
        cross join lateral (select count(*)::int as named from plan_seat s where s.plan_line_id = l.id) s
       where p.area_id = ${areaId} and p.year = ${year} and p.original_id is null and topic_on(l.topic_id, ${day}) = any (${topics}::uuid[])
       group by p.id, p.name, t.code having sum(l.people - s.named) > 0 order by ${inVietnamese(sql`p.name`)}, p.id, t.code`.execute(
      db,
    )
  ).rows

type Suggested = { readonly programmeId: ProgrammeId; readonly name: string; readonly by: ProgrammeSuggested }
type Planned = { readonly areaId: AreaId; readonly year: number; readonly over: readonly AreaId[] }
/**
 * What a plan of these topics is likely under: the one programme of their frameworks; else that of the latest plan of the
 * unit, else of the approved plans of the units above for the year. Null where that is none, or more than one.
 */
export async function programmeFor(
  db: Db,
  { areaId, year, over }: Planned,
  topics: readonly TopicOf[],
): Promise<Suggested | null> {
  const { rows } = await sql<Suggested & { readonly rank: number }>`
    with likely as (
      select f.programme_id as id, 'framework' as by, 0 as rank
        from framework f where f.id = any (${topics.map(({ frameworkId }) => frameworkId)}::uuid[])
      union all
      select * from (
        select p.programme_id, 'own', 1 from training_plan p
         where p.area_id = ${areaId} and p.year <= ${year} and p.original_id is null and not p.closed
         order by p.year desc fetch first 1 row with ties) own
      union all
      select p.programme_id, 'above', 2 from training_plan p
       where p.area_id = any (${over.filter((one) => one !== areaId)}::uuid[]) and p.year = ${year} and p.original_id is null
         and p.state = 'approved')
    select distinct l.rank, l.by, p.id as "programmeId", p.name from likely l join programme p on p.id = l.id
     order by l.rank, p.name`.execute(db)
  const first = rows.filter(({ rank }) => rank === rows[0]?.rank)
  const [one] = first
  return one && first.length === 1 ? { programmeId: one.programmeId, name: one.name, by: one.by } : null
}

export const draftsOf = async (db: Db, areaId: AreaId, year: number) =>
  (
    await sql<{ trainingPlanId: TrainingPlanId; name: string }>`
      select p.id as "trainingPlanId", p.name from training_plan p
       where p.area_id = ${areaId} and p.year = ${year} and p.state = 'drafted' and not p.closed order by ${inVietnamese(sql`p.name`)}, p.id`.execute(
      db,
    )
  ).rows
