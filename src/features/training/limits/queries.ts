/** SQL of what provinces lay down for classes. It is everybody's to read. */
import { type RawBuilder, sql } from 'kysely'
import { nameOn, overOrUnder } from '#features/areas/queries.ts'
import { addDays, type PlainDate, plainDate } from '#kernel/dates.ts'
import type { AccountId, AreaId, TrainingLimitId } from '#kernel/ids.ts'
import { fold } from '#kernel/text.ts'
import type { Db } from '#platform/server/database/open.ts'
import { heldWithin, validOn } from '#platform/server/sql/days.ts'
import { holding } from '#platform/server/sql/like.ts'
import type { ValueMark } from '../money/model.ts'
import { type Limit, type LimitKind, type LimitSays, type LimitState, limitKindNames } from './model.ts'

export type Filter = {
  readonly today: PlainDate
  readonly q: string | null
  readonly kind: LimitKind | null
  readonly state: LimitState | null
  readonly area: AreaId | null
}
type Window = { readonly page: number; readonly size: number }
export type Listed = Omit<Limit, 'can'> & { readonly open: boolean; readonly followed: boolean }

const stateOn = (today: PlainDate): RawBuilder<LimitState> => sql`
  case when s.withdrawn_because is not null then 'withdrawn' when s.valid_until <= ${today} then 'ended'
       when s.valid_from > ${today} then 'coming' else 'in_force' end`
const says = sql`s.value, s.first_day as "firstDay", s.last_day as "lastDay", s.what, s.turns`
const inOrder = sql`array_position(${[...limitKindNames]}::text[], s.kind), s.area_id, s.line_id, s.valid_from desc, s.id`

/** By kind, the latest value of each first; `open`: it goes on; `followed`: a later value of it stands. */
export async function limitsAt(
  db: Db,
  { today, q, kind, state, area }: Filter,
  { page, size }: Window,
): Promise<{ rows: Listed[]; total: number }> {
  const { rows } = await sql<Listed & { total: number; trainingLimitId: TrainingLimitId | null }>`
    with found as materialized (
      select s.* from training_limit s
       where (${q}::text is null or s.search like ${q && holding(fold(q))})
         and (${kind}::text is null or s.kind = ${kind})
         and (${area}::uuid is null or ${overOrUnder(sql`s.area_id`, area)})
         and (${state}::text is null or ${stateOn(today)} = ${state})),
    shown as (select * from found s order by ${inOrder} limit ${size} offset ${(page - 1) * size})
    select s.id as "trainingLimitId", s.area_id as "areaId", ${nameOn(sql`s.area_id`, today)} as "areaName", s.kind, ${says},
           s.valid_from as "from", s.valid_until as "until", coalesce(s.withdrawn_because, s.ended_because) as because,
           s.legal_reference as "legalReference", s.mark, ${stateOn(today)} as state, s.valid_until is null as open,
           exists (select from training_limit l where l.line_id = s.line_id and l.valid_from > s.valid_from and l.withdrawn_because is null) as followed, c.total
      from (select count(*)::int as total from found) c left join shown s on true order by ${inOrder}`.execute(db)
  return {
    rows: rows.filter((row) => row.trainingLimitId !== null),
    total: rows[0]?.total ?? 0,
  }
}

/** The provinces that lay something down. */
export const provincesWithLimits = async (db: Db, today: PlainDate) =>
  (
    await sql<{ areaId: AreaId; name: string }>`
      select p.area_id as "areaId", ${nameOn(sql`p.area_id`, today)} as name
        from (select distinct l.area_id from training_limit l) p order by 2, 1`.execute(db)
  ).rows

export type Value = LimitSays & {
  readonly from: PlainDate
  readonly legalReference: string
  readonly mark: ValueMark
}
export type Held = {
  readonly areaId: AreaId
  readonly lineId: TrainingLimitId
  readonly kind: LimitKind
  readonly from: PlainDate
  readonly until: PlainDate | null
  readonly endedBecause: string | null
  readonly withdrawn: boolean
}

export const placeOfLimit = async (db: Db, id: TrainingLimitId): Promise<AreaId | undefined> =>
  (await db.selectFrom('training_limit').select('area_id').where('id', '=', id).executeTakeFirst())?.area_id

/** A limit with all values of its line, which stand still until the change ends. */
export async function holdLimit(db: Db, id: TrainingLimitId): Promise<Held | undefined> {
  const { rows } = await sql<Held & { id: TrainingLimitId }>`
    select s.id, s.area_id as "areaId", s.line_id as "lineId", s.kind, s.valid_from as "from", s.valid_until as "until",
           s.ended_because as "endedBecause", s.withdrawn_because is not null as withdrawn
      from training_limit s where s.line_id = (select l.line_id from training_limit l where l.id = ${id})
     order by s.id for update`.execute(db)
  return rows.find((row) => row.id === id)
}

type NewLimit = Value & {
  readonly id: TrainingLimitId
  readonly areaId: AreaId
  readonly lineId: TrainingLimitId
  readonly kind: LimitKind
  readonly by: AccountId
}
export const insertLimit = (db: Db, { id, areaId, lineId, kind, by, ...said }: NewLimit) =>
  db
    .insertInto('training_limit')
    .values({
      ...{ id, area_id: areaId, line_id: lineId, kind, made_by: by, value: said.value, what: said.what },
      ...{ first_day: said.firstDay, last_day: said.lastDay, turns: said.turns && [...said.turns] },
      ...{ valid_from: said.from, legal_reference: said.legalReference, mark: said.mark },
    })
    .execute()

/** It no longer holds on the day. */
export const closeLimit = (db: Db, id: TrainingLimitId, until: PlainDate, because: string | null) =>
  db.updateTable('training_limit').set({ valid_until: until, ended_because: because }).where('id', '=', id).execute()

/** It counts no more, and what it followed goes on as long as it would have. False where a later value follows. */
export async function withdrawLimit(db: Db, id: TrainingLimitId, because: string): Promise<boolean> {
  const { rows } = await sql<{ id: TrainingLimitId }>`
    update training_limit s set withdrawn_because = ${because}
     where s.id = ${id} and not exists (
       select from training_limit l where l.line_id = s.line_id and l.valid_from > s.valid_from and l.withdrawn_because is null)
    returning s.id`.execute(db)
  if (rows.length === 0) return false
  await sql`
    update training_limit b set valid_until = s.valid_until, ended_because = s.ended_because from training_limit s
     where s.id = ${id} and b.line_id = s.line_id and b.withdrawn_because is null and b.ended_because is null
       and b.valid_until = s.valid_from`.execute(db)
  return true
}

export type InForce = LimitSays & {
  readonly kind: LimitKind
  readonly from: PlainDate
  readonly until: PlainDate | null
  readonly legalReference: string
  readonly mark: ValueMark
}

/** What the provinces of these units lay down: the values of the day, and all closed days of the year. */
export const limitsOn = async (
  db: Db,
  over: readonly AreaId[],
  { day, year }: { readonly day: PlainDate; readonly year: number },
): Promise<InForce[]> =>
  (
    await sql<InForce>`
      select s.kind, ${says}, s.valid_from as "from", s.valid_until as "until", s.legal_reference as "legalReference", s.mark
        from training_limit s
       where s.area_id = any (${over}::uuid[]) and s.withdrawn_because is null
         and case when s.kind = 'closed'
                  then ${heldWithin('s', addDays(plainDate(`${year}-01-01`), -7), plainDate(`${year + 1}-01-08`))}
                  else ${validOn('s', day)} end
       order by ${inOrder}`.execute(db)
  ).rows
