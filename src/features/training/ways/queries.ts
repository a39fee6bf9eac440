/** SQL of places of classes and of ways. They are everybody's to read. */
import { type RawBuilder, sql } from 'kysely'
import { nameOn, withinOn } from '#features/areas/queries.ts'
import { depthOf } from '#features/areas/words.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { AccountId, AreaId, ClassPlaceId, TrainingWayId } from '#kernel/ids.ts'
import { fold } from '#kernel/text.ts'
import { locks } from '#platform/server/database/locks.ts'
import type { Db } from '#platform/server/database/open.ts'
import { validOn } from '#platform/server/sql/days.ts'
import { holding } from '#platform/server/sql/like.ts'
import { inVietnamese } from '#platform/server/sql/order.ts'
import type { NormState } from '../money/model.ts'
import type { Place, Way } from './model.ts'

type Window = { readonly page: number; readonly size: number }
const under = (area: AreaId) => sql`select r.area_id from area_reach r where r.over_id = ${area}`
const placeState = (today: PlainDate): RawBuilder<NormState> => sql`
  case when c.valid_until <= ${today} or c.valid_until = c.valid_from then 'ended' when c.valid_from > ${today} then 'coming' else 'in_force' end`

export const placesAt = async (
  db: Db,
  { area, today, state }: { readonly area: AreaId; readonly today: PlainDate; readonly state: NormState | null },
): Promise<Omit<Place, 'can'>[]> =>
  (
    await sql<Omit<Place, 'can'>>`
      select c.id as "classPlaceId", c.area_id as "areaId", n.name as "areaName", ${withinOn(sql`c.area_id`, today)} as within,
             c.hall, c.valid_from as "from", c.valid_until as "until", c.ended_because as "endedBecause", ${placeState(today)} as state,
             ${endedOn(sql`c.area_id`, today)} as "unitEnded"
        from class_place c cross join lateral (select ${nameOn(sql`c.area_id`, today)} as name) n
       where c.area_id in (${under(area)}) and (${state}::text is null or ${placeState(today)} = ${state})
       order by ${inVietnamese(sql`n.name`)}, c.area_id, c.valid_from desc`.execute(db)
  ).rows

type NewPlace = { id: ClassPlaceId; area_id: AreaId; hall: string; valid_from: PlainDate; made_by: AccountId }
export const insertPlace = (db: Db, row: NewPlace) => db.insertInto('class_place').values(row).execute()

export const holdPlace = (db: Db, id: ClassPlaceId) =>
  db
    .selectFrom('class_place')
    .select(['valid_from as from', 'valid_until as until', 'ended_because as endedBecause'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
export const placeOf = async (db: Db, id: ClassPlaceId): Promise<AreaId | undefined> =>
  (await db.selectFrom('class_place').select('area_id').where('id', '=', id).executeTakeFirst())?.area_id

export const closePlace = (db: Db, id: ClassPlaceId, until: PlainDate, because: string) =>
  db.updateTable('class_place').set({ valid_until: until, ended_because: because }).where('id', '=', id).execute()

/** The day from which a unit stands no more; null where it stands. */
const endedOn = (area: RawBuilder<unknown>, today: PlainDate) => sql<PlainDate | null>`(
  select case when bool_and(v.valid_until <= ${today}) then max(v.valid_until) end from area_version v where v.area_id = ${area})`

type Sought = {
  readonly area: AreaId
  readonly today: PlainDate
  readonly place: AreaId | null
  readonly q: string | null
}
export async function waysAt(db: Db, { area, today, place, q }: Sought, { page, size }: Window) {
  const inOrder = sql`${inVietnamese(sql`s.to_name`)}, s.to_id, ${inVietnamese(sql`s.from_name`)}, s.from_id`
  const { rows } = await sql<Omit<Way, 'can'> & { total: number; areaId: AreaId; trainingWayId: TrainingWayId | null }>`
    with found as materialized (
      select w.*, ${nameOn(sql`w.from_id`, today)} as from_name, ${nameOn(sql`w.to_id`, today)} as to_name from training_way w
       where (w.from_id in (${under(area)}) or w.to_id in (${under(area)}))
         and (${place}::uuid is null or ${place} in (w.from_id, w.to_id))),
    sought as materialized (
      select f.* from found f where ${q}::text is null or fold(f.from_name || ' ' || f.to_name) like ${q && holding(fold(q))}),
    shown as (select * from sought s order by ${inOrder} limit ${size} offset ${(page - 1) * size})
    select s.id as "trainingWayId", s.area_id as "areaId", s.from_id as "fromId", s.from_name as "fromName", s.to_id as "toId",
           s.to_name as "toName", ${endedOn(sql`s.from_id`, today)} as "fromEnded", ${endedOn(sql`s.to_id`, today)} as "toEnded", s.km, c.total
      from (select count(*)::int as total from sought) c left join shown s on true order by ${inOrder}`.execute(db)
  return { rows: rows.filter((row) => row.trainingWayId !== null), total: rows[0]?.total ?? 0 }
}

/** Communes under an area from which no way to a place of the day is known, and which are none themselves, by name. */
export const communesWithoutWay = async (db: Db, area: AreaId, day: PlainDate): Promise<string[]> =>
  (
    await sql<{ name: string }>`
      with place as materialized (
        select c.area_id from class_place c
         where ${validOn('c', day)} and exists (select from area_version v where v.area_id = c.area_id and ${validOn('v', day)}))
      select v.name from area_version v
       where v.level = ${depthOf('commune')} and ${validOn('v', day)} and v.area_id in (${under(area)})
         and v.area_id not in (select area_id from place)
         and not exists (select from training_way w where w.from_id = v.area_id and w.to_id in (select area_id from place))
         and not exists (select from training_way w where w.to_id = v.area_id and w.from_id in (select area_id from place))
       order by ${inVietnamese(sql`v.name`)}, v.area_id`.execute(db)
  ).rows.map(({ name }) => name)

/** The provinces over these units that stand, one for each unit that is a province, a district or a commune of the day. */
export const provincesOver = async (db: Db, units: readonly AreaId[], day: PlainDate) =>
  (
    await sql<{ unit: AreaId; province: AreaId }>`
      select v.area_id as unit, p.area_id as province from area_version v
        join area_path h on h.area_id = v.area_id and ${validOn('h', day)}
        join area_version p on p.area_id = any (string_to_array(h.path, '/')::uuid[]) and p.level = ${depthOf('province')} and ${validOn('p', day)}
       where v.area_id = any (${units}::uuid[]) and ${validOn('v', day)} and v.level between ${depthOf('province')} and ${depthOf('commune')}`.execute(
      db,
    )
  ).rows

type NewWay = { id: TrainingWayId; area_id: AreaId; from_id: AreaId; to_id: AreaId; km: number; made_by: AccountId }
export const insertWay = (db: Db, row: NewWay) => db.insertInto('training_way').values(row).execute()

export const wayOf = async (db: Db, id: TrainingWayId): Promise<AreaId | undefined> =>
  (await db.selectFrom('training_way').select('area_id').where('id', '=', id).executeTakeFirst())?.area_id

export const holdWay = (db: Db, id: TrainingWayId) =>
  db
    .selectFrom('training_way')
    .select(['area_id as areaId', 'from_id as fromId', 'to_id as toId', 'km'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

/** All ways between units of a province. */
export const knownIn = (db: Db, province: AreaId) =>
  db
    .selectFrom('training_way')
    .select(['id as trainingWayId', 'from_id as fromId', 'to_id as toId', 'km'])
    .where('area_id', '=', province)
    .orderBy('id')
    .execute()

/** Units at an end of a way of a province that stand no more. */
export const endedEnds = async (db: Db, province: AreaId, today: PlainDate) =>
  (
    await sql<{ areaId: AreaId; name: string }>`
      select e.id as "areaId", ${nameOn(sql`e.id`, today)} as name
        from (select w.from_id as id from training_way w where w.area_id = ${province}
              union select w.to_id from training_way w where w.area_id = ${province}) e
       where ${endedOn(sql`e.id`, today)} is not null order by e.id`.execute(db)
  ).rows

/** The ways of a province stand still, and none is entered, until the change ends. */
export async function holdWays(db: Db, province: AreaId): Promise<void> {
  await sql`select pg_advisory_xact_lock(${locks.ways}, hashtext(${province}))`.execute(db)
  await db.selectFrom('training_way').select('id').where('area_id', '=', province).orderBy('id').forUpdate().execute()
}

export const updateWay = (db: Db, id: TrainingWayId, km: number) =>
  db.updateTable('training_way').set({ km }).where('id', '=', id).execute()
export const deleteWay = (db: Db, id: TrainingWayId) => db.deleteFrom('training_way').where('id', '=', id).execute()
