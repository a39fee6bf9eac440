/** SQL of the norms of spending. What stands in them is everybody's to read. */
import { sql } from 'kysely'
import { nameOn, overOrUnder } from '#features/areas/queries.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { AccountId, AreaId, SpendingNormId } from '#kernel/ids.ts'
import type { Vnd } from '#kernel/numbers.ts'
import { fold } from '#kernel/text.ts'
import type { Db } from '#platform/server/database/open.ts'
import { validOn } from '#platform/server/sql/days.ts'
import { holding } from '#platform/server/sql/like.ts'
import { inVietnamese } from '#platform/server/sql/order.ts'
import type { CountedBy, Norm, NormState, ValueMark } from './model.ts'

export type Filter = {
  readonly today: PlainDate
  readonly q?: string | null
  readonly state?: NormState | null
  readonly countedBy?: CountedBy | null
  /** A unit that they hold for: a province, or one under it. */
  readonly area?: AreaId | null
  readonly line?: SpendingNormId
  /** Only values that hold on the day. */
  readonly day?: PlainDate | null
}
type Window = { readonly page: number; readonly size: number }

const shown = (today: PlainDate) => sql`
  s.id as "spendingNormId", s.area_id as "areaId", ${nameOn(sql`s.area_id`, today)} as "areaName", s.item, s.counted_by as "countedBy",
  s.dong, s.valid_from as "from", s.valid_until as "until", s.ended_because as "endedBecause",
  s.legal_reference as "legalReference", s.mark, ${stateOn(today)} as state`
const stateOn = (today: PlainDate) => sql`
  case when s.valid_until <= ${today} or s.valid_until = s.valid_from then 'ended' when s.valid_from > ${today} then 'coming' else 'in_force' end`
const inOrder = sql`${inVietnamese(sql`s.item`)}, s.line_id, s.valid_from desc, s.id`

export async function normsAt(
  db: Db,
  { today, q = null, state = null, countedBy = null, area = null, line, day = null }: Filter,
  { page, size }: Window,
): Promise<{ rows: Norm[]; total: number }> {
  const { rows } = await sql<Norm & { total: number; spendingNormId: SpendingNormId | null }>`
    with found as materialized (
      select s.* from spending_norm s
       where (${q}::text is null or s.search like ${q && holding(fold(q))})
         and (${countedBy}::text is null or s.counted_by = ${countedBy})
         and (${area}::uuid is null or ${overOrUnder(sql`s.area_id`, area)})
         and (${line ?? null}::uuid is null or s.line_id = ${line ?? null})
         and ${day === null ? sql`true` : validOn('s', day)}
         and (${state}::text is null or ${stateOn(today)} = ${state})),
    shown as (select * from found s order by ${inOrder} limit ${size} offset ${(page - 1) * size})
    select ${shown(today)}, c.total from (select count(*)::int as total from found) c left join shown s on true
     order by ${inOrder}`.execute(db)
  return {
    rows: rows.filter((row): row is Norm & { total: number } => row.spendingNormId !== null),
    total: rows[0]?.total ?? 0,
  }
}

/** Of a value `s`: the one of its item, `b`, whose place it took on its first day. */
const before = sql`b.line_id = s.line_id and b.valid_until = s.valid_from and b.ended_because is null and b.valid_from < b.valid_until`
export type Detail = Norm & {
  readonly note: string
  readonly lineId: SpendingNormId
  readonly last: boolean
  readonly follows: boolean
}

/** A value; `last`: none of its item that ever held begins after it; `follows`: it took the place of another. */
export const findNorm = async (db: Db, id: SpendingNormId, today: PlainDate): Promise<Detail | undefined> =>
  (
    await sql<Detail>`
      select ${shown(today)}, s.note, s.line_id as "lineId",
             not exists (select from spending_norm l where l.line_id = s.line_id and l.valid_from > s.valid_from and l.valid_until is distinct from l.valid_from) as last,
             exists (select from spending_norm b where ${before}) as follows
        from spending_norm s where s.id = ${id}`.execute(db)
  ).rows[0]

/** The provinces of which norms stand here. */
export const provincesWithNorms = async (db: Db, today: PlainDate) =>
  (
    await sql<{ areaId: AreaId; name: string }>`
      select p.area_id as "areaId", ${nameOn(sql`p.area_id`, today)} as name
        from (select distinct n.area_id from spending_norm n) p order by 2, 1`.execute(db)
  ).rows

export type Particulars = {
  readonly item: string
  readonly countedBy: CountedBy
  readonly dong: Vnd
  readonly from: PlainDate
  readonly legalReference: string
  readonly mark: ValueMark
  readonly note: string
}
export type Held = Particulars & {
  readonly areaId: AreaId
  readonly lineId: SpendingNormId
  readonly until: PlainDate | null
  readonly endedBecause: string | null
}

export const placeOfNorm = async (db: Db, id: SpendingNormId): Promise<AreaId | undefined> =>
  (await db.selectFrom('spending_norm').select('area_id').where('id', '=', id).executeTakeFirst())?.area_id

/** A value, which stands still until the change ends. */
export const holdNorm = async (db: Db, id: SpendingNormId): Promise<Held | undefined> =>
  (
    await sql<Held>`
      select s.item, s.counted_by as "countedBy", s.dong, s.valid_from as "from", s.legal_reference as "legalReference", s.mark,
             s.note, s.area_id as "areaId", s.line_id as "lineId", s.valid_until as "until", s.ended_because as "endedBecause"
        from spending_norm s where s.id = ${id} for update`.execute(db)
  ).rows[0]

/** Whether an item has several values, or money of a plan that who asks sees is by one of them. */
/** Whether an amount of a plan is written by this very value. */
export const isUsed = async (db: Db, id: SpendingNormId): Promise<boolean> =>
  (await db.selectFrom('plan_money').select('id').where('norm_id', '=', id).limit(1).executeTakeFirst()) !== undefined

/** What a value followed that never held goes on. */
export const reopenBefore = (db: Db, id: SpendingNormId) =>
  sql`update spending_norm b set valid_until = null from spending_norm s where s.id = ${id} and b.id <> s.id and ${before}`.execute(
    db,
  )

export const restsOn = async (db: Db, line: SpendingNormId): Promise<boolean> =>
  (
    await sql<{ rests: boolean }>`
      select count(*) > 1 or bool_or(exists (select from plan_money m where m.norm_id = n.id)) as rests
        from spending_norm n where n.line_id = ${line}`.execute(db)
  ).rows[0]?.rests ?? false

const columnsOf = ({ countedBy, from, legalReference, ...rest }: Particulars) => ({
  ...rest,
  counted_by: countedBy,
  valid_from: from,
  legal_reference: legalReference,
})

type NewNorm = Particulars & {
  readonly id: SpendingNormId
  readonly areaId: AreaId
  readonly lineId: SpendingNormId
  readonly until: PlainDate | null
  readonly by: AccountId
}
export const insertNorm = (db: Db, { id, areaId, lineId, until, by, ...said }: NewNorm) =>
  db
    .insertInto('spending_norm')
    .values({ id, area_id: areaId, line_id: lineId, valid_until: until, made_by: by, ...columnsOf(said) })
    .execute()

export const updateNorm = (db: Db, id: SpendingNormId, said: Particulars) =>
  db.updateTable('spending_norm').set(columnsOf(said)).where('id', '=', id).execute()

/** It no longer holds on the day. */
export const closeNorm = (db: Db, id: SpendingNormId, until: PlainDate, because: string | null) =>
  db.updateTable('spending_norm').set({ valid_until: until, ended_because: because }).where('id', '=', id).execute()
