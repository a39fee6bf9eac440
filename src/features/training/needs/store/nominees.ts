/** SQL of who may be nominated for a topic: whether they are of the unit, were named already, have a seat, have left, are whom it is for. */
import { sql } from 'kysely'
import { depthOf } from '#features/areas/words.ts'
import { type PlainDate, yearOf } from '#kernel/dates.ts'
import type { AreaId, FrameworkTopicId, OfficialId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import { validOn } from '#platform/server/sql/days.ts'
import type { AreaCondition, AudiencePost } from '../../frameworks/model.ts'
import { statusOf } from '../../frameworks/queries.ts'
import type { LevelName } from '../../programmes/model.ts'

type At = { readonly areaId: AreaId; readonly day: PlainDate }

/** Those of some who hold a post or have their record here on the day. */
export const ofArea = async (db: Db, officials: readonly OfficialId[], { areaId, day }: At): Promise<OfficialId[]> =>
  (
    await sql<{ id: OfficialId }>`
      select distinct p.id from roster_people(${areaId}, ${day}, null) p where p.id = any (${officials}::uuid[])`.execute(
      db,
    )
  ).rows.map(({ id }) => id)

type Wished = {
  readonly source: 'nominated' | 'requested'
  readonly topicId: FrameworkTopicId
  readonly day: PlainDate
}
/** Those of some whom a unit nominates for this topic, or who ask for it, in whatever version of its framework. */
export const wishedBy = async (
  db: Db,
  officials: readonly OfficialId[],
  { source, topicId, day }: Wished,
): Promise<OfficialId[]> =>
  (
    await sql<{ id: OfficialId }>`
      select distinct w.official_id as id from training_wish w
       where w.official_id = any (${officials}::uuid[]) and w.source = ${source} and w.withdrawn_on is null
         and topic_on(w.topic_id, ${day}) = ${topicId}`.execute(db)
  ).rows.map(({ id }) => id)

type Meant = At & { readonly topicId: FrameworkTopicId }
/** Who of some has a seat for this topic in an approved plan of this year or the next, and who has retired or left. */
export async function seatedOrGone(db: Db, officials: readonly OfficialId[], { areaId, topicId, day }: Meant) {
  const { rows } = await sql<{ id: OfficialId; seated: boolean; gone: boolean }>`
    with seat as materialized (
      select s.official_id from unnest(array[${yearOf(day)}::int, ${yearOf(day) + 1}::int]) y (year)
        cross join lateral seats_of(${areaId}, y.year, ${day}, ${officials}::uuid[]) s
       where s.topic_id = ${topicId} and not s.drafted)
    select r.official_id as id, r.gone, exists (select from seat s where s.official_id = r.official_id) as seated
      from roster_since(${areaId}, ${day}, ${officials}::uuid[]) r`.execute(db)
  const those = (is: 'seated' | 'gone') => rows.filter((row) => row[is]).map(({ id }) => id)
  return { seated: those('seated'), gone: those('gone') }
}

export type Audience = {
  readonly posts: readonly AudiencePost[]
  readonly levels: readonly LevelName[]
  readonly conditions: readonly AreaCondition[]
}
/** Whom a topic is for, by posts, the levels of their units and what stands of their communes; nothing of these: everybody. */
export const audienceOf = async (db: Db, topicId: FrameworkTopicId): Promise<Audience | undefined> =>
  (
    await sql<Audience>`
      select t.posts, t.levels, t.area_conditions as conditions from framework_topic t where t.id = ${topicId}`.execute(
      db,
    )
  ).rows[0]

/** That the commune of the unit `u` is one of those meant on the day. Of units above communes nothing is said. */
function isMeant(conditions: readonly AreaCondition[], day: PlainDate) {
  if (conditions.length === 0) return sql`true`
  const holds = conditions.map((condition) => {
    const { statuses, level } = statusOf[condition]
    return sql`exists (
      select from area_reach own join area_version c on c.area_id = own.over_id and c.level = ${depthOf('commune')} and ${validOn('c', day)}
        join area_reach below on below.over_id = c.area_id
        join area_version b on b.area_id = below.area_id and b.level = ${depthOf(level)} and ${validOn('b', day)}
        join area_status s on s.area_id = b.area_id and s.status = any (${[...statuses]}::text[]) and ${validOn('s', day)}
       where own.area_id = u.area_id)`
  })
  return sql`(u.level < ${depthOf('commune')} or ${sql.join(holds, sql` or `)})`
}

/** Whether such a status was ever recorded in the province: where none was, nobody knows which communes are meant. */
export const knowsAny = async (db: Db, conditions: readonly AreaCondition[], areaId: AreaId): Promise<boolean> =>
  (
    await sql`
      select from area_reach p join area_version v on v.area_id = p.over_id and v.level = ${depthOf('province')}
        join area_reach r on r.over_id = p.over_id join area_status s on s.area_id = r.area_id
       where p.area_id = ${areaId} and s.status = any (${conditions.flatMap((one) => [...statusOf[one].statuses])}::text[])
       limit 1`.execute(db)
  ).rows.length > 0

type For = At & Audience
/** Who of some holds no post of these, at a unit of these levels in a commune of these, on the day. */
export const notMeant = async (
  db: Db,
  officials: readonly OfficialId[],
  { areaId, day, posts, levels, conditions }: For,
) =>
  (
    await sql<{ id: OfficialId }>`
      select p.id from unnest(${officials}::uuid[]) p (id)
       where not exists (
         select from roster_held(${areaId}, ${day}) h join area_version u on u.area_id = h.area_id and ${validOn('u', day)}
          where h.official_id = p.id and (${posts.length} = 0 or h.post = any (${posts}::text[]))
            and (${levels.length} = 0 or u.level = any (${levels.map(depthOf)}::int[])) and ${isMeant(conditions, day)})`.execute(
      db,
    )
  ).rows.map(({ id }) => id)
