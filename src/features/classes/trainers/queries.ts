/** SQL of trainers. */
import { type RawBuilder, sql } from 'kysely'
import { nameOn } from '#features/areas/queries.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { AccountId, AreaId, FrameworkTopicId, OfficialId, TrainerId } from '#kernel/ids.ts'
import { fold } from '#kernel/text.ts'
import type { Db } from '#platform/server/database/open.ts'
import { holding } from '#platform/server/sql/like.ts'
import { byGivenName, inVietnamese } from '#platform/server/sql/order.ts'
import type { Trainer, TrainerState } from './model.ts'

export type Sought = {
  readonly area: AreaId
  /** Those of the units above too. */
  readonly above: boolean
  readonly today: PlainDate
  readonly state: TrainerState | null
  readonly topic: FrameworkTopicId | null
  readonly q: string | null
}
type Window = { readonly page: number; readonly size: number }
type Found = Omit<Trainer, 'can'>

const stateOn = (today: PlainDate): RawBuilder<TrainerState> => sql`
  case when t.valid_until <= ${today} or t.valid_until = t.valid_from then 'ended' when t.valid_from > ${today} then 'coming' else 'teaching' end`

/** The topics of a trainer by their codes, each in the version that is in force. */
const topicsOn = (today: PlainDate) => sql`coalesce((
  select jsonb_agg(jsonb_build_object('topicId', k.id, 'code', n.code, 'title', n.title) order by ${inVietnamese(sql`n.code`)}, n.id)
    from unnest(s.topics) as k (id) join framework_topic n on n.id = coalesce(topic_on(k.id, ${today}), k.id)), '[]')`

/** Those whom a unit and all below it keep, and where asked the units above it, by given name. */
export async function trainersAt(db: Db, sought: Sought, { page, size }: Window) {
  const { area, above, today, state, topic, q } = sought
  const inOrder = sql`${byGivenName(sql`s.name`)}, s.id`
  const kept = sql`select r.area_id from area_reach r where r.over_id = ${area}
    union select r.over_id from area_reach r where ${above} and r.area_id = ${area}`
  const { rows } = await sql<Found & { total: number; trainerId: TrainerId | null }>`
    with found as materialized (
      select t.*, coalesce(o.full_name, t.full_name) as name, ${stateOn(today)} as state
        from trainer t left join official o on o.id = t.official_id
       where t.area_id in (${kept}) and (${state}::text is null or ${stateOn(today)} = ${state})
         and (${topic}::uuid is null or topic_first(${topic}) = any (t.topics))
         and (${q}::text is null or t.search || ' ' || coalesce(o.search, '') like ${q && holding(fold(q))})),
    shown as (select * from found s order by ${inOrder} limit ${size} offset ${(page - 1) * size}),
    gone as (
      select g.* from (select array_agg(s.official_id) filter (where s.official_id is not null) as people from shown s) p
       cross join lateral people_gone(${area}, ${today}, p.people) g)
    select s.id as "trainerId", s.area_id as "areaId", ${nameOn(sql`s.area_id`, today)} as "areaName", s.official_id as "officialId",
           s.name, (select jsonb_build_object('why', g.why, 'since', g.since) from gone g where g.official_id = s.official_id) as gone, s.organisation, s.phone, s.email, ${topicsOn(today)} as topics, s.note,
           s.valid_from as "from", s.valid_until as "until", s.ended_because as "endedBecause", s.state, c.total
      from (select count(*)::int as total from found) c left join shown s on true order by ${inOrder}`.execute(db)
  return {
    rows: rows.filter((row): row is Found & { total: number; trainerId: TrainerId } => row.trainerId !== null),
    total: rows[0]?.total ?? 0,
  }
}

/** Of these topics those that are of a framework in force over the unit, each as its first version has it. */
export const firstOfTopics = async (
  db: Db,
  {
    area,
    topics,
    today,
  }: { readonly area: AreaId; readonly topics: readonly FrameworkTopicId[]; readonly today: PlainDate },
): Promise<FrameworkTopicId[]> =>
  (
    await sql<{ first: FrameworkTopicId }>`
      select distinct topic_first(t.id) as first from framework_topic t join framework f on f.id = t.framework_id
        join area_reach r on r.over_id = f.area_id and r.area_id = ${area}
       where t.id = any (${topics}::uuid[]) and f.state = 'approved' and f.approved_on <= ${today} order by 1`.execute(
      db,
    )
  ).rows.map(({ first }) => first)

/** Somebody of the roster whom the actor sees, and from when they are dead. */
export const officialNamed = async (
  db: Db,
  { id, area, day }: { readonly id: OfficialId; readonly area: AreaId; readonly day: PlainDate },
) =>
  (
    await sql<{ name: string; died: PlainDate | null }>`
      select o.full_name as name,
             (select g.since from people_gone(${area}, ${day}, array[o.id]) g where g.why = 'died') as died
        from official o where o.id = ${id}`.execute(db)
  ).rows[0]

export type Particulars = {
  readonly organisation: string
  readonly phone: string | null
  readonly email: string | null
  readonly topicIds: readonly FrameworkTopicId[]
  readonly note: string
}
type NewTrainer = Particulars & {
  readonly id: TrainerId
  readonly area_id: AreaId
  readonly official_id: OfficialId | null
  readonly full_name: string
  readonly valid_from: PlainDate
  readonly made_by: AccountId
}
const arrayed = <T extends Particulars>({ topicIds, ...row }: T) => ({ ...row, topics: [...topicIds] })
export const insertTrainer = (db: Db, row: NewTrainer) => db.insertInto('trainer').values(arrayed(row)).execute()

export const placeOfTrainer = async (db: Db, id: TrainerId): Promise<AreaId | undefined> =>
  (await db.selectFrom('trainer').select('area_id').where('id', '=', id).executeTakeFirst())?.area_id

type Held = Particulars & Pick<Trainer, 'areaId' | 'from' | 'until' | 'endedBecause'>
/** A trainer, who stands still until the change ends. */
export const holdTrainer = async (db: Db, id: TrainerId): Promise<Held | undefined> =>
  (
    await sql<Held>`
      select t.area_id as "areaId", t.organisation, t.phone, t.email, t.topics as "topicIds", t.note,
             t.valid_from as "from", t.valid_until as "until", t.ended_because as "endedBecause"
        from trainer t where t.id = ${id} for update`.execute(db)
  ).rows[0]

export const updateTrainer = (db: Db, id: TrainerId, said: Particulars) =>
  db.updateTable('trainer').set(arrayed(said)).where('id', '=', id).execute()
export const endTrainer = (db: Db, id: TrainerId, until: PlainDate, because: string) =>
  db.updateTable('trainer').set({ valid_until: until, ended_because: because }).where('id', '=', id).execute()
