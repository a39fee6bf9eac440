/** SQL of the gate to the survey: what a province laid down, and who holds what the gate asks for. */
import { type RawBuilder, sql } from 'kysely'
import { nameOn, overOrUnder } from '#features/areas/queries.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { AccountId, AreaId, CredentialRuleId, GateSettingId } from '#kernel/ids.ts'
import type { ValueMark } from '#kernel/marks.ts'
import type { Db } from '#platform/server/database/open.ts'
import { validOn } from '#platform/server/sql/days.ts'
import { inVietnamese } from '#platform/server/sql/order.ts'
import { type GateMode, gateUnset, type Holds, type Setting, type SettingState } from './model.ts'

type Window = { readonly page: number; readonly size: number }
type Sought = { readonly area: AreaId | null; readonly today: PlainDate }

const stateOn = (today: PlainDate): RawBuilder<SettingState> => sql`
  case when s.withdrawn_because is not null then 'withdrawn' when s.valid_from > ${today} then 'coming'
       when exists (select from gate_setting l where l.area_id = s.area_id and l.withdrawn_because is null
                       and l.valid_from > s.valid_from and l.valid_from <= ${today}) then 'followed' else 'in_force' end`
const inOrder = (today: PlainDate) =>
  sql`${inVietnamese(nameOn(sql`s.area_id`, today))}, s.area_id, s.valid_from desc, s.id`

/** By province, the latest first. */
export async function settingsAt(db: Db, { area, today }: Sought, { page, size }: Window) {
  type Row = Omit<Setting, 'can'>
  const { rows } = await sql<Row & { total: number; gateSettingId: GateSettingId | null }>`
    with found as materialized (
      select s.* from gate_setting s where (${area}::uuid is null or ${overOrUnder(sql`s.area_id`, area)})),
    shown as (select * from found s order by ${inOrder(today)} limit ${size} offset ${(page - 1) * size})
    select s.id as "gateSettingId", s.area_id as "areaId", ${nameOn(sql`s.area_id`, today)} as "areaName", s.mode, s.valid_from as "from",
           s.legal_reference as "legalReference", s.mark, s.withdrawn_because as because, ${stateOn(today)} as state, c.total
      from (select count(*)::int as total from found) c left join shown s on true order by ${inOrder(today)}`.execute(
    db,
  )
  return {
    rows: rows.filter((row): row is Row & { total: number } => row.gateSettingId !== null),
    total: rows[0]?.total ?? 0,
  }
}

/** What the provinces over a unit lay down for what is opened there on the day. */
export const gateOn = async (db: Db, over: readonly AreaId[], day: PlainDate): Promise<GateMode> =>
  (
    await sql<{ mode: GateMode }>`
      select s.mode from gate_setting s
       where s.area_id = any (${over}::uuid[]) and s.withdrawn_because is null and s.valid_from <= ${day}
       order by s.valid_from desc limit 1`.execute(db)
  ).rows[0]?.mode ?? gateUnset

type NewSetting = {
  readonly id: GateSettingId
  readonly area_id: AreaId
  readonly mode: GateMode
  readonly valid_from: PlainDate
  readonly legal_reference: string
  readonly mark: ValueMark
  readonly made_by: AccountId
}
export const insertSetting = (db: Db, row: NewSetting) => db.insertInto('gate_setting').values(row).execute()

export const settingOf = (db: Db, id: GateSettingId) =>
  db
    .selectFrom('gate_setting')
    .where('id', '=', id)
    .select(['area_id as areaId', 'mode', 'valid_from as from', 'withdrawn_because as because'])
    .executeTakeFirst()

/** False where somebody was first. */
export const withdrawSetting = async (db: Db, id: GateSettingId, because: string): Promise<boolean> =>
  (
    await sql<{ id: string }>`
      update gate_setting s set withdrawn_because = ${because} where s.id = ${id} and s.withdrawn_because is null returning s.id`.execute(
      db,
    )
  ).rows.length > 0

/** What is asked of whom: the standard that a round opens, on a day, at the units over its commune. */
export type Asked = { readonly over: readonly AreaId[]; readonly standard: string; readonly day: PlainDate }

/** The rules in force by which somebody may survey by the standard. */
export const rulesFor = async (db: Db, { over, standard, day }: Asked) =>
  (
    await sql<{ ruleId: CredentialRuleId; name: string }>`
      select s.id as "ruleId", s.name from credential_rule s
       where s.area_id = any (${over}::uuid[]) and s.standard_id = ${standard} and s.withdrawn_because is null and ${validOn('s', day)}
       order by ${inVietnamese(sql`s.name`)}, s.id`.execute(db)
  ).rows

/** How each of some accounts stands before the standard on the day, wherever it was trained. */
export async function holds(db: Db, accounts: readonly AccountId[], asked: Asked): Promise<Map<AccountId, Holds>> {
  const { rows } = await sql<{ accountId: AccountId } & Holds>`
    select s.account_id as "accountId", s.state, s.last_day as "lastDay"
      from credential_standing(${accounts}::uuid[], ${asked.standard}, ${asked.day}) s`.execute(db)
  const isAsked = (await rulesFor(db, asked)).length > 0
  const unasked = (one: Holds): Holds => (isAsked || one.state === 'valid' ? one : { state: 'no_rule', lastDay: null })
  return new Map(rows.map(({ accountId, ...one }) => [accountId, unasked(one)] as const))
}
