/** SQL of who may be nominated for a topic: whether they are of the unit, were named already, have a seat, have left, are whom it is for. */
import { sql } from 'kysely'
import { depthOf } from '#features/areas/words.ts'
import { type PlainDate, yearOf } from '#kernel/dates.ts'
import type { AreaId, FrameworkTopicId, OfficialId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import { validOn } from '#platform/server/sql/days.ts'
import type { AudiencePost } from '../../frameworks/model.ts'
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

export type Audience = { readonly posts: readonly AudiencePost[]; readonly levels: readonly LevelName[] }
/** Whom a topic is for, by posts and the levels of their units; nothing of either: it is for everybody. */
export const audienceOf = async (db: Db, topicId: FrameworkTopicId): Promise<Audience | undefined> =>
  (await sql<Audience>`select t.posts, t.levels from framework_topic t where t.id = ${topicId}`.execute(db)).rows[0]

type For = At & Audience
/** Who of some holds no post of these, at a unit of these levels, on the day. */
export const notMeant = async (db: Db, officials: readonly OfficialId[], { areaId, day, posts, levels }: For) =>
  (
    await sql<{ id: OfficialId }>`
      select p.id from unnest(${officials}::uuid[]) p (id)
       where not exists (
         select from roster_held(${areaId}, ${day}) h join area_version u on u.area_id = h.area_id and ${validOn('u', day)}
          where h.official_id = p.id and (${posts.length} = 0 or h.post = any (${posts}::text[]))
            and (${levels.length} = 0 or u.level = any (${levels.map(depthOf)}::int[])))`.execute(db)
  ).rows.map(({ id }) => id)
