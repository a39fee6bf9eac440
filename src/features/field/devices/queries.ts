/** SQL of phones on which work lies. */
import { sql } from 'kysely'
import { nameOn } from '#features/areas/queries.ts'
import type { HeldGrant } from '#kernel/access.ts'
import type { Instant, PlainDate } from '#kernel/dates.ts'
import type { DeviceKind } from '#kernel/device.ts'
import type { AccountId, AreaId, FieldDeviceId } from '#kernel/ids.ts'
import { fold, tidy } from '#kernel/text.ts'
import type { Db } from '#platform/server/database/open.ts'
import { holding } from '#platform/server/sql/like.ts'
import { byGivenName } from '#platform/server/sql/order.ts'
import type { Device, DeviceState } from './model.ts'

/** The cell in which the key of a phone stands sealed. */
export const keyPlace = (row: string) => ({ table: 'field_device', column: 'data_key', row }) as const

export type NewDevice = {
  readonly id: FieldDeviceId
  readonly account_id: AccountId
  readonly area_id: AreaId
  readonly data_key: string
  readonly kind: DeviceKind | null
  readonly kept_on: PlainDate
  readonly seen_at: Instant
}
/** False where a phone of this id is known already. */
export const insertDevice = async (db: Db, row: NewDevice): Promise<boolean> =>
  ((
    await db
      .insertInto('field_device')
      .values(row)
      .onConflict((c) => c.doNothing())
      .executeTakeFirst()
  ).numInsertedOrUpdatedRows ?? 0n) > 0n

/** My phone, as long as the office said nothing of it. */
export const ownKey = async (db: Db, device: FieldDeviceId, account: AccountId): Promise<string | null> =>
  (
    await db
      .selectFrom('field_device')
      .select('data_key')
      .where('id', '=', device)
      .where('account_id', '=', account)
      .where('state', '=', 'in_use')
      .executeTakeFirst()
  )?.data_key ?? null

export const saidOf = async (db: Db, device: FieldDeviceId): Promise<DeviceState | null> =>
  (await sql<{ state: DeviceState | null }>`select field_device_said(${device}) as state`.execute(db)).rows[0]?.state ??
  null

export type Waits = { readonly waiting: number; readonly begun: number; readonly oldestAt: Instant | null }
type Seen = Waits & { readonly area: AreaId | null; readonly at: Instant }

/** What a phone of mine told when it was seen; `area`: where I work now, null where nowhere any more. */
export const noteWaits = (db: Db, [device, account]: readonly [FieldDeviceId, AccountId], seen: Seen) =>
  db
    .updateTable('field_device')
    .set({
      waiting: seen.waiting,
      begun: seen.begun,
      oldest_at: seen.oldestAt,
      seen_at: seen.at,
      ...(seen.area && { area_id: seen.area }),
    })
    .where('id', '=', device)
    .where('account_id', '=', account)
    .execute()

type Window = { readonly page: number; readonly size: number }
export type Found = Omit<Device, 'can'> & { readonly areaId: AreaId }

/** A page of the phones of who works at an area or below it: what waits longest first. */
export async function devicesAt(
  db: Db,
  { areaId, state, q, today }: { areaId: AreaId; state: DeviceState | null; q: string | null; today: PlainDate },
  { page, size }: Window,
): Promise<{ rows: Found[]; total: number; waits: number }> {
  const words = q && holding(fold(q))
  // Of four letters and figures that tell a phone apart, and no fewer: those stand in many.
  const mark = q && /^[0-9a-f]{4}$/i.test(tidy(q)) ? `%${tidy(q).toLowerCase()}` : ''
  const inOrder = sql`f.waiting = 0, f.oldest_at nulls last, f.state <> 'in_use', ${byGivenName(sql`f.name`)}, f.id`
  const { rows } = await sql<Found & { total: number; waits: number; deviceId: FieldDeviceId | null }>`
    with found as materialized (
      select d.*, a.full_name as name from field_device d join account a on a.id = d.account_id
       where d.area_id in (select r.area_id from area_reach r where r.over_id = ${areaId})
         and (${state}::text is null or d.state = ${state})
         and (${words}::text is null or fold(a.full_name) like ${words} or a.login like ${words} or d.id::text like ${mark}
              or fold(${nameOn(sql`d.area_id`, today)}) like ${words})),
    shown as (select * from found f order by ${inOrder} limit ${size} offset ${(page - 1) * size})
    select f.id as "deviceId", f.name, f.area_id as "areaId", ${nameOn(sql`f.area_id`, today)} as "areaName", f.kind, f.state,
           f.because, f.seen_at as "seenAt", f.waiting, f.begun, f.oldest_at as "oldestAt", f.left_drafts as left, c.total, c.waits
      from (select count(*)::int as total, (count(*) filter (where f.waiting > 0))::int as waits from found f) c left join shown f on true
     order by ${inOrder}`.execute(db)
  return {
    rows: rows.flatMap(({ total: _total, waits: _waits, ...row }) => (row.deviceId === null ? [] : [row as Found])),
    total: rows[0]?.total ?? 0,
    waits: rows[0]?.waits ?? 0,
  }
}

/** A phone that the actor sees, held until the change ends. */
export const holdDevice = (db: Db, device: FieldDeviceId) =>
  db
    .selectFrom('field_device')
    .select(['area_id', 'account_id', 'state'])
    .where('id', '=', device)
    .forUpdate()
    .executeTakeFirst()

export type Saying = {
  readonly state: DeviceState
  readonly because: string
  readonly by: AccountId
  readonly at: Instant
}
export const sayState = (db: Db, device: FieldDeviceId, { state, because, by, at }: Saying) =>
  db
    .updateTable('field_device')
    .set({ state, because, stated_by: by, stated_at: at })
    .where('id', '=', device)
    .execute()

/** Ends every session of who had a phone that is lost. */
export const signOutLost = (db: Db, device: FieldDeviceId) => sql`select field_device_signed_out(${device})`.execute(db)

/** Who sealed something on a phone, with the grants held on the day it was made. */
export type Author = {
  readonly account_id: AccountId
  readonly full_name: string
  readonly login: string
  readonly data_key: string
  readonly state: DeviceState
  readonly stated_at: Instant | null
  readonly kept_on: PlainDate
  readonly grants: HeldGrant[]
}
export const authorOf = async (db: Db, device: FieldDeviceId, made: PlainDate): Promise<Author | null> =>
  (await sql<Author>`select * from field_author(${device}, ${made})`.execute(db)).rows[0] ?? null
