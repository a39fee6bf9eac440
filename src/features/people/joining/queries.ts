/** SQL of joining two records of one person. */
import { type RawBuilder, sql } from 'kysely'
import { nameOn } from '#features/areas/queries.ts'
import { type PlainDate, showDate } from '#kernel/dates.ts'
import type { AccountId, AreaId, OfficialId } from '#kernel/ids.ts'
import { fill, type Said } from '#kernel/text.ts'
import type { Db } from '#platform/server/database/open.ts'
import { byGivenName } from '#platform/server/sql/order.ts'
import type { Against, Pair } from '#platform/server/touches.ts'
import { type Double, type JoinFault, joinFaults } from './model.ts'

type Window = { readonly page: number; readonly size: number }

/** "Trưởng thôn, Thôn 3". */
const postOf = (appointment: RawBuilder<unknown>) => sql<Said | null>`(
  select jsonb_build_object('vi', p.vi || ', ' || u.name, 'en', p.en || ', ' || u.name)
    from appointment a join post p on p.id = a.post
   cross join lateral (select ${nameOn(sql`a.area_id`, sql<PlainDate>`a.valid_from`)} as name) u
   where a.id = ${appointment})`

/** A page of the pairs that may be one person, by given name. */
export async function doublesAt(
  db: Db,
  { areaId, today }: { areaId: AreaId; today: PlainDate },
  { page, size }: Window,
): Promise<{ rows: Double[]; total: number }> {
  const inOrder = sql`${byGivenName(sql`f.one_name`)}, f.one_id, f.other_id`
  const { rows } = await sql<Double & { total: number; oneId: OfficialId | null }>`
    with found as materialized (select * from officials_doubled(${areaId})),
    shown as (select * from found f order by ${inOrder} limit ${size} offset ${(page - 1) * size})
    select f.one_id as "oneId", f.other_id as "otherId", f.one_name as name, f.other_name as "otherName", f.birth_year as "birthYear",
           ${postOf(sql`f.one_post`)} as "onePost", ${postOf(sql`f.other_post`)} as "otherPost",
           ${nameOn(sql`f.one_unit`, today)} as "oneUnit", ${nameOn(sql`f.other_unit`, today)} as "otherUnit", c.total
      from (select count(*)::int as total from found) c left join shown f on true
     order by ${inOrder}`.execute(db)
  return {
    rows: rows.filter((row): row is Double & { total: number } => row.oneId !== null),
    total: rows[0]?.total ?? 0,
  }
}

type About = { kept?: string; former?: string; day?: PlainDate }
type Fault = { fault: JoinFault; about: About | null; unit: string; vi: string | null; en: string | null }

function saidOf({ fault, about, unit, vi, en }: Fault): Said {
  const { day, ...names } = about ?? {}
  const facts = { ...names, unit, day: day ? showDate(day) : '' }
  return {
    vi: fill(joinFaults[fault].vi, { ...facts, post: vi ?? '' }),
    en: fill(joinFaults[fault].en, { ...facts, post: en ?? '' }),
  }
}

/** What stands against it in the roster. */
export async function faultsOf(db: Db, { kept, former }: Pair, day: PlainDate): Promise<Against[]> {
  const { rows } = await sql<Fault>`
    select f.fault, f.about, ${nameOn(sql`(f.about ->> 'areaId')::uuid`, day)} as unit, p.vi, p.en
      from official_join_faults(${kept}, ${former}) f left join post p on p.id = f.about ->> 'post'`.execute(db)
  return rows.map((row) => ({ code: row.fault, said: saidOf(row) }))
}

/** Nobody changes either, or makes anything hang on it, until the transaction ends. */
export const holdBoth = (db: Db, { kept, former }: Pair) =>
  sql`select from official o where o.id in (${kept}, ${former}) order by o.id for update`.execute(db)

type By = { readonly why: string; readonly by: AccountId; readonly on: PlainDate }

/** Posts, qualifications and moves go over, and both rows stand still; false where one of them is not there any more. */
export const beginJoin = async (db: Db, { kept, former }: Pair, { why, by, on }: By): Promise<boolean> =>
  (
    await sql<{ begun: boolean }>`
      select official_join_begin(${kept}, ${former}, ${why}, ${by}, ${on}) as begun`.execute(db)
  ).rows[0]?.begun ?? false

/** The former record is gone, and what the other left empty is filled. `sealed`: its citizen id, for its new row. */
export const endJoin = (db: Db, { kept, former }: Pair, sealed: string | null) =>
  sql`select official_join_end(${kept}, ${former}, ${sealed})`.execute(db)

type Former = {
  readonly formerId: OfficialId
  readonly name: string
  readonly unitName: string
  readonly because: string
  readonly by: string
  readonly on: PlainDate
}
/** The records that went into one, the latest first. */
export const formerOf = async (db: Db, official: OfficialId): Promise<Former[]> =>
  (
    await sql<Former>`
      select j.id as "formerId", j.full_name as name, ${nameOn(sql`j.unit_id`, sql<PlainDate>`j.joined_on`)} as "unitName", j.because,
             coalesce(a.full_name, '') as by, j.joined_on as on
        from official_joined j left join account a on a.id = j.joined_by
       where j.into_id = ${official} order by j.joined_on desc, j.id`.execute(db)
  ).rows
