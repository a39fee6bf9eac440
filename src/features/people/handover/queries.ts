/** SQL of handing records over. */
import { sql } from 'kysely'
import { nameOn } from '#features/areas/queries.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { AccountId, AreaId, OfficialHandoverId, OfficialId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import { byGivenName } from '#platform/server/sql/order.ts'
import type { Handover, HandoverState, Left } from './model.ts'

type Window = { readonly page: number; readonly size: number }
type Found = Omit<Handover, 'can'> & { readonly fromId: AreaId; readonly toId: AreaId }

/** A page of what was handed over from an area or to it: what waits first, the latest first. */
export async function handoversAt(
  db: Db,
  { areaId, state, today }: { areaId: AreaId; state: HandoverState | null; today: PlainDate },
  { page, size }: Window,
): Promise<{ rows: Found[]; total: number }> {
  const inOrder = sql`h.state <> 'asked', coalesce(h.settled_on, h.asked_on) desc, h.id`
  const { rows } = await sql<Found & { total: number; handoverId: OfficialHandoverId | null }>`
    with found as materialized (
      select h.* from handovers_at(${areaId}) h where ${state}::text is null or h.state = ${state}),
    shown as (select * from found h order by ${inOrder} limit ${size} offset ${(page - 1) * size})
    select h.id as "handoverId", h.official_id as "officialId", h.full_name as name, h.birth_year as "birthYear",
           h.from_id as "fromId", h.to_id as "toId", ${nameOn(sql`h.from_id`, today)} as "fromName",
           ${nameOn(sql`h.to_id`, today)} as "toName", h.because, h.asked_name as "askedBy", h.asked_on as "askedOn",
           h.state, h.settled_name as "settledBy", h.settled_on as "settledOn", h.settled_because as "settledBecause", c.total
      from (select count(*)::int as total from found) c
      left join shown h on true
     order by ${inOrder}`.execute(db)
  return {
    rows: rows.filter((row): row is Found & { total: number } => row.handoverId !== null),
    total: rows[0]?.total ?? 0,
  }
}

/** A page of the records whose keeper has ended, by given name. */
export async function leftAt(
  db: Db,
  { areaId, today }: { areaId: AreaId; today: PlainDate },
  { page, size }: Window,
): Promise<{ rows: Left[]; total: number }> {
  const { rows } = await sql<Left & { total: number; officialId: OfficialId | null }>`
    with found as materialized (select * from records_left(${areaId}, ${today})),
    shown as (select * from found f order by ${byGivenName(sql`f.full_name`)}, f.official_id limit ${size} offset ${(page - 1) * size})
    select f.official_id as "officialId", f.full_name as name, f.birth_year as "birthYear", ${nameOn(sql`f.unit_id`, today)} as "unitName",
           f.ended_on as "endedOn", c.total
      from (select count(*)::int as total from found) c left join shown f on true
     order by ${byGivenName(sql`f.full_name`)}, f.official_id`.execute(db)
  return {
    rows: rows.filter((row): row is Left & { total: number } => row.officialId !== null),
    total: rows[0]?.total ?? 0,
  }
}

type Kept = { readonly officialId: OfficialId; readonly unitId: AreaId }

/** Officials and who keeps their records; nobody changes them until the transaction ends. */
export const holdKept = async (db: Db, officials: readonly OfficialId[]): Promise<Kept[]> =>
  (
    await sql<Kept>`
      select o.id as "officialId", o.unit_id as "unitId" from official o
       where o.id = any (${officials}::uuid[]) order by o.id for update`.execute(db)
  ).rows

type New = {
  readonly id: OfficialHandoverId
  readonly officialId: OfficialId
  readonly fromId: AreaId
  readonly toId: AreaId
  readonly because: string
  readonly by: AccountId
  readonly on: PlainDate
  /** By who may at both units it is done at once. */
  readonly taken: boolean
}
export const insertHandovers = (db: Db, rows: readonly New[]) =>
  db
    .insertInto('official_handover')
    .values(
      rows.map(({ id, officialId, fromId, toId, because, by, on, taken }) => ({
        ...{ id, official_id: officialId, from_id: fromId, to_id: toId, because, asked_by: by, asked_on: on },
        ...(taken && { state: 'taken' as const, settled_by: by, settled_on: on }),
      })),
    )
    .execute()

export const keepAt = (db: Db, officials: readonly OfficialId[], unit: AreaId) =>
  db.updateTable('official').set({ unit_id: unit }).where('id', 'in', officials).execute()

export const holdHandover = (db: Db, id: OfficialHandoverId) =>
  db
    .selectFrom('official_handover')
    .select(['official_id as officialId', 'from_id as fromId', 'to_id as toId', 'state'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

/** The record is kept where it was to be taken; false where it is no longer where it was asked from. */
export const takeOfficial = async (
  db: Db,
  id: OfficialHandoverId,
  { by, on }: { readonly by: AccountId; readonly on: PlainDate },
): Promise<boolean> =>
  (await sql<{ taken: boolean }>`select official_taken(${id}, ${by}, ${on}) as taken`.execute(db)).rows[0]?.taken ??
  false

type Settled = {
  readonly state: HandoverState
  readonly by: AccountId
  readonly on: PlainDate
  readonly because: string | null
}
export const settle = (db: Db, id: OfficialHandoverId, { state, by, on, because }: Settled) =>
  db
    .updateTable('official_handover')
    .set({ state, settled_by: by, settled_on: on, settled_because: because })
    .where('id', '=', id)
    .execute()
