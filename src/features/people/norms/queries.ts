/** SQL of the norms, and of where rules of the roster hold: everywhere, or in a province. */
import { type RawBuilder, sql } from 'kysely'
import { nameOn } from '#features/areas/queries.ts'
import { depthOf } from '#features/areas/words.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { AccountId, AreaId, NormId } from '#kernel/ids.ts'
import type { Said } from '#kernel/text.ts'
import type { Db } from '#platform/server/database/open.ts'
import { validOn } from '#platform/server/sql/days.ts'
import { inVietnamese } from '#platform/server/sql/order.ts'
import { said } from '../roster/queries.ts'
import type { NormLevel, NormRule, RuleMark, RuleState } from './model.ts'

/** Of the whole nation a rule says no unit; whoever works for all of it enters it. */
export const nationOf = async (db: Db): Promise<AreaId | undefined> =>
  (await db.selectFrom('area_version').select('area_id').where('level', '=', depthOf('nation')).executeTakeFirst())
    ?.area_id

/** The nation and the provinces among some units and below them, by name. */
export const placesOfRules = async (db: Db, areas: readonly AreaId[], today: PlainDate) =>
  areas.length === 0
    ? []
    : (
        await sql<{ areaId: AreaId; name: string }>`
          select v.area_id as "areaId", v.name from area_version v
           where v.level in (${depthOf('nation')}, ${depthOf('province')}) and ${validOn('v', today)}
             and v.area_id in (select r.area_id from area_reach r where r.over_id = any (${areas}::uuid[]))
           order by v.level, ${inVietnamese(sql`v.name`)}`.execute(db)
      ).rows

/** The state of a rule `r` on a day. */
export const stateOn = (today: PlainDate) => sql`
  case when r.valid_until <= ${today} or r.valid_until = r.valid_from then 'ended' when r.valid_from > ${today} then 'coming' else 'in_force' end`

/** Where rules are kept, and when two of them, `b` and `r`, are of the same thing. */
export type Kept = { readonly table: RawBuilder<unknown>; readonly same: RawBuilder<boolean> }
const takenBy = ({ same }: Kept) => sql<boolean>`
  b.id <> r.id and b.area_id is not distinct from r.area_id and ${same} and b.valid_until = r.valid_from
    and b.ended_because is null and b.valid_from < b.valid_until`
/** That the rule `r` took the place of another on its first day. */
export const follows = (kept: Kept) => sql<boolean>`exists (select from ${kept.table} b where ${takenBy(kept)})`
/** What a rule followed that never held goes on. */
export const reopen = (db: Db, kept: Kept, id: string) =>
  sql`update ${kept.table} b set valid_until = null from ${kept.table} r where r.id = ${id} and ${takenBy(kept)}`.execute(
    db,
  )
const norms: Kept = { table: sql`norm`, same: sql<boolean>`b.post = r.post and b.level = r.level` }
export const reopenNorm = (db: Db, id: NormId) => reopen(db, norms, id)

type Window = { readonly page: number; readonly size: number }
export type NormFilter = {
  readonly today: PlainDate
  readonly post: string | null
  readonly level: NormLevel | null
  readonly state: RuleState | null
}
type Found = Omit<NormRule, 'can'> & { readonly areaId: AreaId | null }

const inOrder = sql`array_position(array['province', 'district', 'commune', 'village'], r.level), r.place, r.area_id is not null,
  ${inVietnamese(sql`r.area_name`)}, r.valid_from desc, r.id`

/** A page of the norms, by level and post, the nation's first, the latest first. */
export async function normsAt(
  db: Db,
  { today, post, level, state }: NormFilter,
  { page, size }: Window,
): Promise<{ rows: Found[]; total: number }> {
  const { rows } = await sql<Found & { total: number; postNormId: NormId | null }>`
    with found as materialized (
      select r.*, p.place, ${said('p')} as said, case when r.area_id is not null then ${nameOn(sql`r.area_id`, today)} end as area_name
        from norm r join post p on p.id = r.post
       where (${post}::text is null or r.post = ${post}) and (${level}::text is null or r.level = ${level})
         and (${state}::text is null or ${stateOn(today)} = ${state})),
    shown as (select * from found r order by ${inOrder} limit ${size} offset ${(page - 1) * size})
    select r.id as "postNormId", r.area_id as "areaId", r.area_name as "areaName", r.post, r.said, r.level, r.required,
           r.valid_from as "from", r.valid_until as until, r.ended_because as "endedBecause", r.legal_basis as "legalBasis", r.mark,
           ${stateOn(today)} as state, ${follows(norms)} as follows, c.total
      from (select count(*)::int as total from found) c left join shown r on true order by ${inOrder}`.execute(db)
  return {
    rows: rows.filter((row): row is Found & { total: number } => row.postNormId !== null),
    total: rows[0]?.total ?? 0,
  }
}

type Held = {
  readonly areaId: AreaId | null
  readonly post: string
  readonly level: NormLevel
  readonly from: PlainDate
  readonly until: PlainDate | null
  readonly endedBecause: string | null
}

export const findNorm = async (db: Db, id: NormId) =>
  db.selectFrom('norm').select('area_id').where('id', '=', id).executeTakeFirst()

/** A norm, which stands still until the change ends. */
export const holdNorm = async (db: Db, id: NormId): Promise<Held | undefined> =>
  (
    await sql<Held>`
      select r.area_id as "areaId", r.post, r.level, r.valid_from as "from", r.valid_until as until, r.ended_because as "endedBecause"
        from norm r where r.id = ${id} for update`.execute(db)
  ).rows[0]

type NewNorm = {
  readonly id: NormId
  readonly areaId: AreaId | null
  readonly post: string
  readonly level: NormLevel
  readonly required: number
  readonly from: PlainDate
  readonly legalBasis: string
  readonly mark: RuleMark
  readonly by: AccountId
}
export const insertNorm = (db: Db, { areaId, from, legalBasis, by, ...said }: NewNorm) =>
  db
    .insertInto('norm')
    .values({ ...said, area_id: areaId, valid_from: from, legal_basis: legalBasis, made_by: by })
    .execute()

/** It no longer holds on the day. */
export const closeNorm = (db: Db, id: NormId, until: PlainDate, because: string | null) =>
  db.updateTable('norm').set({ valid_until: until, ended_because: because }).where('id', '=', id).execute()

/** Of some ids that are norms, what they say: "Trưởng thôn, 1 người". */
export const normsNamed = async (db: Db, ids: readonly string[]) =>
  (
    await sql<{ id: NormId; post: string; name: Said }>`
      select r.id, r.post, jsonb_build_object('vi', p.vi || ': ' || r.required, 'en', p.en || ': ' || r.required) as name
        from norm r join post p on p.id = r.post where r.id = any (${ids}::uuid[])`.execute(db)
  ).rows
