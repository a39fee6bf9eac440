/** SQL of turns: counted by what is asked, and by name. */
import { type RawBuilder, sql } from 'kysely'
import { nameOn, placeOn } from '#features/areas/queries.ts'
import { depthOf } from '#features/areas/words.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { AreaId, FrameworkTopicId, OfficialId, TrainingClassId } from '#kernel/ids.ts'
import type { Sex } from '#kernel/persons.ts'
import type { Said } from '#kernel/text.ts'
import { fold } from '#kernel/text.ts'
import type { Db } from '#platform/server/database/open.ts'
import { holding } from '#platform/server/sql/like.ts'
import { byGivenName, inVietnamese } from '#platform/server/sql/order.ts'
import type { Organiser, OwnTurn, TurnRow, TurnsBy } from './model.ts'

export type Filters = {
  readonly areaId: AreaId
  readonly level?: Organiser
  readonly post?: string
  readonly topicId?: FrameworkTopicId
  readonly year?: number
  readonly sex?: Sex
  readonly ethnicity?: string
  /** Who held the class. */
  readonly organiserId?: AreaId
}
type By = { readonly by: TurnsBy | 'all'; readonly units: readonly AreaId[] }

type Counted = {
  readonly key: string | null
  readonly level: number | null
  readonly turns: number
  readonly persons: number
}
/** By what is asked and by the level of who held the class; of all levels at once where that is null. */
export const figuresOf = async (db: Db, { areaId, ...of }: Filters, { by, units }: By): Promise<Counted[]> =>
  (
    await sql<Counted>`
      select f.* from turn_figures(${areaId}, ${by}, ${units}::uuid[], ${of.level ? depthOf(of.level) : null}, ${of.post ?? null},
        topic_first(${of.topicId ?? null}), ${of.year ?? null}, ${of.sex ?? null}, ${of.ethnicity ?? null},
        ${of.organiserId ?? null}) f`.execute(db)
  ).rows

type Keyed = { readonly key: string; readonly said: Said }
const twice = (name: RawBuilder<unknown>) => sql`jsonb_build_object('vi', ${name}, 'en', ${name})`
/** What topics or units are called, in the order of their names. */
export const topicsNamed = async (db: Db, keys: readonly string[], today: PlainDate): Promise<Keyed[]> =>
  (
    await sql<Keyed>`
      select k.id::text as key, ${twice(sql`n.code || '. ' || n.title`)} as said
        from unnest(${keys}::uuid[]) k (id) join framework_topic n on n.id = coalesce(topic_on(k.id, ${today}), k.id)
       order by ${inVietnamese(sql`n.code`)}, k.id`.execute(db)
  ).rows
export const unitsNamed = async (db: Db, keys: readonly string[], today: PlainDate): Promise<Keyed[]> =>
  (
    await sql<Keyed>`
      select u.key, ${twice(sql`u.name`)} as said
        from (select k.id::text as key, ${nameOn(sql`k.id`, today)} as name from unnest(${keys}::uuid[]) k (id)) u
       order by ${inVietnamese(sql`u.name`)}, u.key`.execute(db)
  ).rows

const topicsOf = (id: RawBuilder<unknown>, today: PlainDate) => sql`array(
  select n.code || '. ' || n.title from class_topic k join framework_topic n on n.id = coalesce(topic_on(k.topic_id, ${today}), k.topic_id)
   where k.class_id = ${id} order by ${inVietnamese(sql`n.code`)}, n.id)`
const postOf = sql`coalesce((select jsonb_build_object('vi', p.vi, 'en', p.en) from post p where p.id = f.post),
  '{"vi": "không giữ chức danh", "en": "in no post"}')`

type Named = Filters & { readonly trainingClassId?: TrainingClassId; readonly q?: string }
type At = { readonly today: PlainDate; readonly page: number; readonly size: number }
/** The latest first. */
export async function turnsAt(db: Db, { areaId, ...of }: Named, { today, page, size }: At) {
  const { rows } = await sql<TurnRow & { total: number; trainingTurnId: TurnRow['trainingTurnId'] | null }>`
    with found as materialized (
      select f.* from turns_found(${areaId}, ${of.level ? depthOf(of.level) : null}, ${of.post ?? null}, topic_first(${of.topicId ?? null}),
        ${of.year ?? null}, ${of.sex ?? null}, ${of.ethnicity ?? null}, ${of.organiserId ?? null}, ${of.trainingClassId ?? null}, ${of.q?.trim() ? holding(fold(of.q.trim())) : null}) f),
    shown as (select * from found f order by f.completed_on desc, f.class_id, ${byGivenName(sql`f.full_name`)}, f.id
               limit ${size} offset ${(page - 1) * size})
    select f.id as "trainingTurnId", f.official_id as "officialId", f.full_name as name, f.sex, f.ethnicity, ${postOf} as post,
           ${placeOn(sql`f.from_id`, today)} as "fromName", f.class_id as "trainingClassId", f.title, ${nameOn(sql`f.area_id`, today)} as "organiserName",
           ${topicsOf(sql`f.class_id`, today)} as topics, f.completed_on as "completedOn", c.total
      from (select count(*)::int as total from found) c left join shown f on true
     order by f.completed_on desc, f.class_id, ${byGivenName(sql`f.full_name`)}, f.id`.execute(db)
  return {
    rows: rows.filter(({ trainingTurnId }) => trainingTurnId !== null) as (TurnRow & { total: number })[],
    total: rows[0]?.total ?? 0,
  }
}

export const turnsOf = async (db: Db, id: OfficialId, today: PlainDate): Promise<OwnTurn[]> =>
  (
    await sql<OwnTurn>`
      select f.class_id as "trainingClassId", f.title, ${nameOn(sql`f.area_id`, today)} as "organiserName", ${postOf} as post,
             ${placeOn(sql`f.from_id`, today)} as "fromName", f.completed_on as "completedOn", ${topicsOf(sql`f.class_id`, today)} as topics
        from turns_of(${id}) f order by f.completed_on desc, f.class_id`.execute(db)
  ).rows
