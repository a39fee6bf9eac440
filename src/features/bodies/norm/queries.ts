/** SQL of the norms of bodies, as they were entered. */
import { sql } from 'kysely'
import { nameOn } from '#features/areas/queries.ts'
import type { RuleMark, RuleState } from '#features/people/norms/model.ts'
import { follows, type Kept, reopen, stateOn } from '#features/people/norms/queries.ts'
import { fromAbove } from '#features/people/norms/store/wanted.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { AccountId, AreaId, BodyNormId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import { inVietnamese } from '#platform/server/sql/order.ts'
import type { BodyKind } from '../model.ts'
import type { BodyLevel, BodyNormRule } from './model.ts'

type Window = { readonly page: number; readonly size: number }
export type NormFilter = {
  readonly today: PlainDate
  readonly kind: BodyKind | null
  readonly level: BodyLevel | null
  readonly state: RuleState | null
}
type Found = Omit<BodyNormRule, 'can'> & { readonly areaId: AreaId | null }

const inOrder = sql`r.kind, ${fromAbove(sql`r.level`)}, r.area_id is not null, ${inVietnamese(sql`r.area_name`)}, r.valid_from desc, r.id`

/** A page of the norms, by kind and level, the nation's first, the latest first. */
export async function normsAt(
  db: Db,
  { today, kind, level, state }: NormFilter,
  { page, size }: Window,
): Promise<{ rows: Found[]; total: number }> {
  const { rows } = await sql<Found & { total: number; bodyNormId: BodyNormId | null }>`
    with found as materialized (
      select r.*, case when r.area_id is not null then ${nameOn(sql`r.area_id`, today)} end as area_name from body_norm r
       where (${kind}::text is null or r.kind = ${kind}) and (${level}::text is null or r.level = ${level})
         and (${state}::text is null or ${stateOn(today)} = ${state})),
    shown as (select * from found r order by ${inOrder} limit ${size} offset ${(page - 1) * size})
    select r.id as "bodyNormId", r.area_id as "areaId", r.area_name as "areaName", r.kind, r.level, r.required, r.valid_from as "from",
           r.valid_until as until, r.ended_because as "endedBecause", r.legal_basis as "legalBasis", r.mark,
           ${stateOn(today)} as state, ${follows(norms)} as follows, c.total
      from (select count(*)::int as total from found) c left join shown r on true order by ${inOrder}`.execute(db)
  return {
    rows: rows.filter((row): row is Found & { total: number } => row.bodyNormId !== null),
    total: rows[0]?.total ?? 0,
  }
}

type Held = {
  readonly areaId: AreaId | null
  readonly kind: BodyKind
  readonly level: BodyLevel
  readonly from: PlainDate
  readonly until: PlainDate | null
  readonly endedBecause: string | null
}

export const findNorm = async (db: Db, id: BodyNormId) =>
  db.selectFrom('body_norm').select('area_id').where('id', '=', id).executeTakeFirst()

/** A norm, which stands still until the change ends. */
export const holdNorm = async (db: Db, id: BodyNormId): Promise<Held | undefined> =>
  (
    await sql<Held>`
      select r.area_id as "areaId", r.kind, r.level, r.valid_from as "from", r.valid_until as until, r.ended_because as "endedBecause"
        from body_norm r where r.id = ${id} for update`.execute(db)
  ).rows[0]

type NewNorm = {
  readonly id: BodyNormId
  readonly areaId: AreaId | null
  readonly kind: BodyKind
  readonly level: BodyLevel
  readonly required: number
  readonly from: PlainDate
  readonly legalBasis: string
  readonly mark: RuleMark
  readonly by: AccountId
}
export const insertNorm = (db: Db, { areaId, from, legalBasis, by, ...said }: NewNorm) =>
  db
    .insertInto('body_norm')
    .values({ ...said, area_id: areaId, valid_from: from, legal_basis: legalBasis, made_by: by })
    .execute()

/** It no longer holds on the day. */
const norms: Kept = { table: sql`body_norm`, same: sql<boolean>`b.kind = r.kind and b.level = r.level` }
export const reopenNorm = (db: Db, id: BodyNormId) => reopen(db, norms, id)

export const closeNorm = (db: Db, id: BodyNormId, until: PlainDate, because: string | null) =>
  db.updateTable('body_norm').set({ valid_until: until, ended_because: because }).where('id', '=', id).execute()

/** Those of some ids that are norms of bodies. */
export const normsOf = async (db: Db, ids: readonly string[]) =>
  (
    await sql<{ id: BodyNormId; kind: BodyKind; level: BodyLevel; required: number }>`
      select r.id, r.kind, r.level, r.required from body_norm r where r.id = any (${ids}::uuid[])`.execute(db)
  ).rows
