/** SQL of slips, and of those who may be given one: accounts that are enumerators and nothing else. */
import { type RawBuilder, sql } from 'kysely'
import { nameOn } from '#features/areas/queries.ts'
import { type Instant, type PlainDate, plainDate } from '#kernel/dates.ts'
import type { DeviceKind } from '#kernel/device.ts'
import type { AccountId, AreaId, SignInSlipId } from '#kernel/ids.ts'
import { fold } from '#kernel/text.ts'
import type { Db } from '#platform/server/database/open.ts'
import { heldWithin } from '#platform/server/sql/days.ts'
import { holding } from '#platform/server/sql/like.ts'
import { byGivenName, inVietnamese } from '#platform/server/sql/order.ts'
import type { Slip, SlipState } from './model.ts'

/** The cell in which the code of a slip stands sealed. */
export const codePlace = (row: string) => ({ table: 'sign_in_slip', column: 'code', row }) as const

type At = { readonly areaId: AreaId; readonly today: PlainDate }
type Filter = At & { readonly state: SlipState | null; readonly q: string | null }
type Window = { readonly page: number; readonly size: number }

/** It holds on the day, or comes. */
const goesOn = (today: PlainDate) => heldWithin('g', today, plainDate('9999-12-31'))

/** The names of where somebody works, in the order of counting. */
const placesOf = (account: RawBuilder<unknown>, today: PlainDate) => sql`
  array(select p.name from (
    select ${nameOn(sql`g.area_id`, today)} as name from access_grant g where g.account_id = ${account} and ${goesOn(today)}) p
   order by ${inVietnamese(sql`p.name`)})`

/** Accounts with a grant at an area or below it, all of whose grants are of enumerators within reach; `home`: where of them. */
const fieldStaff = ({ areaId, today }: At) => sql`
  select a.id, a.full_name, a.login,
         (select g.area_id from access_grant g where g.account_id = a.id and ${goesOn(today)}
             and g.area_id in (select r.area_id from area_reach r where r.over_id = ${areaId}) order by g.valid_from, g.id limit 1) as home
    from account a
   where a.disabled_at is null
     and a.id in (select g.account_id from access_grant g
                   where g.role = 'enumerator' and ${goesOn(today)}
                     and g.area_id in (select r.area_id from area_reach r where r.over_id = ${areaId}))
     and not exists (select from access_grant g where g.account_id = a.id and g.role <> 'enumerator' and ${goesOn(today)})
     and account_within(a.id)`

const stateOn = (today: PlainDate): RawBuilder<SlipState> => sql`
  case when s.id is null then 'none' when s.used_at is not null then 'used' when s.withdrawn_at is not null then 'withdrawn'
       when s.last_day < ${today} then 'over' else 'open' end`

export type Listed = Omit<Slip, 'can'> & { readonly home: AreaId }

/** By given name, with the last slip of each. */
export async function slipsAt(
  db: Db,
  { areaId, today, state, q }: Filter,
  { page, size }: Window,
): Promise<{ rows: Listed[]; total: number; open: number }> {
  const inOrder = sql`${byGivenName(sql`f.full_name`)}, f.id`
  const { rows } = await sql<Listed & { total: number; open: number; accountId: AccountId | null }>`
    with staff as materialized (${fieldStaff({ areaId, today })}),
    all_of as materialized (
      select f.*, s.id as slip_id, s.made_at, s.made_by, s.last_day, s.printed_at, s.used_at, ${stateOn(today)} as state
        from staff f left join lateral (
          select l.* from sign_in_slip l where l.account_id = f.id order by l.made_at desc, l.id desc limit 1) s on true),
    found as (
      select f.* from all_of f
       where (${state}::text is null or f.state = ${state})
         and (${q}::text is null or fold(f.full_name || ' ' || f.login) like ${q && holding(fold(q))})),
    shown as (select * from found f order by ${inOrder} limit ${size} offset ${(page - 1) * size})
    select f.id as "accountId", f.full_name as name, f.login, f.home, f.state, f.slip_id as "slipId", f.made_at as "madeAt",
           m.full_name as "madeBy", f.last_day as "lastDay", f.printed_at as "printedAt", f.used_at as "usedAt",
           ${placesOf(sql`f.id`, today)} as places, c.total, o.open
      from (select count(*)::int as total from found) c
      cross join (select count(*)::int as open from all_of f where f.state = 'open') o
      left join shown f on true left join account m on m.id = f.made_by order by ${inOrder}`.execute(db)
  return {
    rows: rows.flatMap(({ total: _total, open: _open, ...row }) => (row.accountId === null ? [] : [row as Listed])),
    total: rows[0]?.total ?? 0,
    open: rows[0]?.open ?? 0,
  }
}

/** Which of these may be given a slip at the area, and where they work. */
export async function staffAmong(db: Db, at: At, accounts: readonly AccountId[]): Promise<Map<AccountId, AreaId>> {
  const { rows } = await sql<{ id: AccountId; home: AreaId }>`
    select f.id, f.home from (${fieldStaff(at)}) f where f.id = any (${accounts}::uuid[])`.execute(db)
  return new Map(rows.map(({ id, home }) => [id, home]))
}

/** The last slip of each, whatever became of it; held where it lets in, so that of two who give at once the second waits. */
export async function lastOf(db: Db, accounts: readonly AccountId[]): Promise<Map<AccountId, SignInSlipId>> {
  await sql`select from sign_in_slip s where s.account_id = any (${accounts}::uuid[])
             and s.used_at is null and s.withdrawn_at is null order by s.id for update`.execute(db)
  const { rows } = await sql<{ accountId: AccountId; id: SignInSlipId }>`
    select distinct on (s.account_id) s.account_id as "accountId", s.id from sign_in_slip s
     where s.account_id = any (${accounts}::uuid[]) order by s.account_id, s.made_at desc, s.id desc`.execute(db)
  return new Map(rows.map(({ accountId, id }) => [accountId, id]))
}

/** Of these slips none lets in any more. One that another gave meanwhile is not touched: the new one meets it and is refused. */
export const withdrawOpen = (
  db: Db,
  ids: readonly SignInSlipId[],
  { by, at }: { readonly by: AccountId; readonly at: Instant },
) =>
  sql`
    update sign_in_slip set withdrawn_at = ${at}, withdrawn_by = ${by}
     where id = any (${ids}::uuid[]) and used_at is null and withdrawn_at is null`.execute(db)

export type NewSlip = {
  readonly id: SignInSlipId
  readonly account_id: AccountId
  readonly area_id: AreaId
  readonly code: string
  readonly code_hash: Buffer
  readonly last_day: PlainDate
  readonly made_by: AccountId
  readonly made_at: Instant
}
export const insertSlips = (db: Db, rows: readonly NewSlip[]) =>
  db
    .insertInto('sign_in_slip')
    .values([...rows])
    .execute()

export type Printed = {
  readonly id: SignInSlipId
  readonly name: string
  readonly login: string
  readonly places: string[]
  readonly code: string
  readonly lastDay: PlainDate
}
/** What lets in at an area or below it, by place and given name; or one of them. */
export const openSlips = async (db: Db, { areaId, today }: At, only: SignInSlipId | null): Promise<Printed[]> =>
  (
    await sql<Printed>`
      select s.* from (
        select s.id, a.full_name as name, a.login, s.code, s.last_day as "lastDay", ${placesOf(sql`a.id`, today)} as places
          from sign_in_slip s join account a on a.id = s.account_id
         where s.area_id in (select r.area_id from area_reach r where r.over_id = ${areaId})
           and (${only}::uuid is null or s.id = ${only}) and s.used_at is null and s.withdrawn_at is null and s.last_day >= ${today}) s
       order by ${inVietnamese(sql`s.places[1]`)}, ${byGivenName(sql`s.name`)}, s.id`.execute(db)
  ).rows

export const notePrinted = (db: Db, ids: readonly SignInSlipId[], at: Instant) =>
  db.updateTable('sign_in_slip').set({ printed_at: at }).where('id', 'in', ids).execute()

export type Held = {
  readonly account_id: AccountId
  readonly area_id: AreaId
  readonly last_day: PlainDate
  readonly used_at: Instant | null
  readonly withdrawn_at: Instant | null
}
/** A slip that the actor manages, held until the change ends. */
export const holdSlip = (db: Db, id: SignInSlipId): Promise<Held | undefined> =>
  db
    .selectFrom('sign_in_slip')
    .select(['account_id', 'area_id', 'last_day', 'used_at', 'withdrawn_at'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

export type ForSignIn = {
  readonly slip_id: SignInSlipId
  readonly account_id: AccountId
  readonly must_change_password: boolean
  readonly last_day: PlainDate
  readonly used_at: Instant | null
  readonly withdrawn: boolean
  readonly field_only: boolean
}
export const slipForSignIn = async (db: Db, hash: Buffer, today: PlainDate): Promise<ForSignIn | null> =>
  (await sql<ForSignIn>`select * from slip_for_sign_in(${hash}, ${today})`.execute(db)).rows[0] ?? null

/** Uses it up, in the name of its account. False where another phone was first. */
export const useSlip = async (
  db: Db,
  id: SignInSlipId,
  { at, device }: { readonly at: Instant; readonly device: DeviceKind | null },
): Promise<boolean> =>
  ((
    await db
      .updateTable('sign_in_slip')
      .set({ used_at: at, used_device: device })
      .where('id', '=', id)
      .where('used_at', 'is', null)
      .where('withdrawn_at', 'is', null)
      .executeTakeFirst()
  ).numUpdatedRows ?? 0n) > 0n
