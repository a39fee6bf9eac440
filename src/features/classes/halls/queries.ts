/** SQL of halls and rooms. They are everybody's to read. */
import { type RawBuilder, sql } from 'kysely'
import { nameOn } from '#features/areas/queries.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { AccountId, AreaId, ClassHallId } from '#kernel/ids.ts'
import { fold } from '#kernel/text.ts'
import type { Db } from '#platform/server/database/open.ts'
import { holding } from '#platform/server/sql/like.ts'
import { inVietnamese } from '#platform/server/sql/order.ts'
import type { Hall, HallState } from './model.ts'

export type Sought = {
  readonly area: AreaId
  readonly today: PlainDate
  readonly state: HallState | null
  readonly seats: number | null
  readonly q: string | null
}
type Window = { readonly page: number; readonly size: number }
type Found = Omit<Hall, 'can'>

const stateOn = (today: PlainDate): RawBuilder<HallState> => sql`
  case when h.valid_until <= ${today} or h.valid_until = h.valid_from then 'ended' when h.valid_from > ${today} then 'coming' else 'in_use' end`

/** Those of a unit and of all below it, by unit and name. */
export async function hallsAt(db: Db, { area, today, state, seats, q }: Sought, { page, size }: Window) {
  const inOrder = sql`${inVietnamese(sql`s.area_name`)}, s.area_id, ${inVietnamese(sql`s.name`)}, s.valid_from desc, s.id`
  const { rows } = await sql<Found & { total: number; classHallId: ClassHallId | null }>`
    with found as materialized (
      select h.*, ${nameOn(sql`h.area_id`, today)} as area_name, ${stateOn(today)} as state from class_hall h
       where h.area_id in (select r.area_id from area_reach r where r.over_id = ${area})
         and (${state}::text is null or ${stateOn(today)} = ${state}) and (${seats}::int is null or h.seats >= ${seats})
         and (${q}::text is null or h.search like ${q && holding(fold(q))})),
    shown as (select * from found s order by ${inOrder} limit ${size} offset ${(page - 1) * size})
    select s.id as "classHallId", s.area_id as "areaId", s.area_name as "areaName", s.name, s.address, s.seats, s.equipment,
           s.valid_from as "from", s.valid_until as "until", s.ended_because as "endedBecause", s.state, c.total,
           (select case when bool_and(v.valid_until <= ${today}) then max(v.valid_until) end
              from area_version v where v.area_id = s.area_id) as "unitEnded"
      from (select count(*)::int as total from found) c left join shown s on true order by ${inOrder}`.execute(db)
  return {
    rows: rows.filter((row): row is Found & { total: number; classHallId: ClassHallId } => row.classHallId !== null),
    total: rows[0]?.total ?? 0,
  }
}

export type Particulars = Pick<Hall, 'name' | 'address' | 'seats' | 'equipment'>
type NewHall = Particulars & { id: ClassHallId; area_id: AreaId; valid_from: PlainDate; made_by: AccountId }
export const insertHall = (db: Db, row: NewHall) => db.insertInto('class_hall').values(row).execute()

export const placeOfHall = async (db: Db, id: ClassHallId): Promise<AreaId | undefined> =>
  (await db.selectFrom('class_hall').select('area_id').where('id', '=', id).executeTakeFirst())?.area_id

/** A hall, which stands still until the change ends. */
export const holdHall = (db: Db, id: ClassHallId) =>
  db
    .selectFrom('class_hall')
    .select(['area_id as areaId', 'name', 'address', 'seats', 'equipment'])
    .select(['valid_from as from', 'valid_until as until', 'ended_because as endedBecause'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

export const updateHall = (db: Db, id: ClassHallId, said: Particulars) =>
  db.updateTable('class_hall').set(said).where('id', '=', id).execute()
export const closeHall = (db: Db, id: ClassHallId, until: PlainDate, because: string) =>
  db.updateTable('class_hall').set({ valid_until: until, ended_because: because }).where('id', '=', id).execute()
