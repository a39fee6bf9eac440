/** SQL of joining two records of one person. */
import { type RawBuilder, sql } from 'kysely'
import { nameOn, overAs } from '#features/areas/queries.ts'
import { type PlainDate, showDate } from '#kernel/dates.ts'
import type { AccountId, AreaId, OfficialApartId, OfficialId } from '#kernel/ids.ts'
import { fill, type Said } from '#kernel/text.ts'
import type { Db } from '#platform/server/database/open.ts'
import { byGivenName } from '#platform/server/sql/order.ts'
import type { Against, Pair } from '#platform/server/touches.ts'
import { holdCourses } from '../roster/store/appointments.ts'
import { type Apart, type Double, type JoinFault, joinFaults } from './model.ts'

type Window = { readonly page: number; readonly size: number }

/** "Trưởng thôn, Thôn 3; Điều tra viên, Thôn 1 (đến 30/06/2025)": the latest five. */
const postsOf = (official: RawBuilder<unknown>, today: PlainDate) => sql<Said | null>`(
  select case when count(*) > 0 then jsonb_build_object(
           'vi', string_agg(h.vi || ', ' || h.unit || case when h.last < ${today}::date then ' (đến ' || to_char(h.last, 'DD/MM/YYYY') || ')' else '' end,
                            '; ' order by h.last desc nulls first, h.valid_from desc, h.id),
           'en', string_agg(h.en || ', ' || h.unit || case when h.last < ${today}::date then ' (to ' || to_char(h.last, 'DD/MM/YYYY') || ')' else '' end,
                            '; ' order by h.last desc nulls first, h.valid_from desc, h.id)) end
    from (select a.id, p.vi, p.en, ${nameOn(sql`a.area_id`, sql<PlainDate>`a.valid_from`)} as unit, a.valid_from, a.valid_until - 1 as last
            from appointment a join post p on p.id = a.post
           where a.official_id = ${official} and a.valid_from < coalesce(a.valid_until, 'infinity')
           order by a.valid_until desc nulls first, a.valid_from desc, a.id limit 5) h)`

/** The day on which a record was entered by hand, for who reads the log there. */
const enteredOn = (official: RawBuilder<unknown>) => sql<PlainDate | null>`(
  select min(l.at at time zone 'Asia/Ho_Chi_Minh')::date from audit_line l
   where l.subject_id = ${official} and l.what = 'official.entered')`

const byOf = (official: RawBuilder<unknown>) => sql`(
  select jsonb_build_object('enteredOn', ${enteredOn(official)}, 'phoneEnd', right(o.phone, 3),
                            'personalNumberEnd', right(o.personal_number, 3), 'citizenIdEnd', o.citizen_id_end)
    from official o where o.id = ${official})`

type Asked = { readonly areaId: AreaId; readonly today: PlainDate }
type Page<Row> = { readonly rows: Row[]; readonly total: number }

/** A page of what `from` answers, by given name. */
async function pairsOf<Row extends Double>(
  db: Db,
  { from, more, today }: { from: RawBuilder<unknown>; more: RawBuilder<unknown>; today: PlainDate },
  { page, size }: Window,
): Promise<Page<Row>> {
  const inOrder = sql`${byGivenName(sql`f.one_name`)}, f.one_id, f.other_id`
  const { rows } = await sql<Row & { total: number; oneId: OfficialId | null }>`
    with found as materialized (select * from ${from}),
    shown as (select * from found f order by ${inOrder} limit ${size} offset ${(page - 1) * size})
    select f.one_id as "oneId", f.other_id as "otherId", f.one_name as name, f.other_name as "otherName", f.birth_year as "birthYear",
           ${postsOf(sql`f.one_id`, today)} as "onePost", ${postsOf(sql`f.other_id`, today)} as "otherPost",
           ${byOf(sql`f.one_id`)} as "oneBy", ${byOf(sql`f.other_id`)} as "otherBy",
           ${nameOn(sql`f.one_unit`, today)} as "oneUnit", ${nameOn(sql`f.other_unit`, today)} as "otherUnit"${more}, c.total
      from (select count(*)::int as total from found) c left join shown f on true
     order by ${inOrder}`.execute(db)
  return {
    rows: rows.filter((row): row is Row & { total: number; oneId: OfficialId } => row.oneId !== null),
    total: rows[0]?.total ?? 0,
  }
}

/** The pairs that may be one person. */
export const doublesAt = (db: Db, { areaId, today }: Asked, window: Window): Promise<Page<Double>> =>
  pairsOf(db, { from: sql`officials_doubled(${areaId})`, more: sql``, today }, window)

/** The pairs that are said to be two. */
export const apartAt = (db: Db, { areaId, today }: Asked, window: Window): Promise<Page<Apart>> =>
  pairsOf(
    db,
    {
      from: sql`officials_apart(${areaId})`,
      more: sql`, f.apart_id as "apartId", f.because, f.said_on as "on",
           coalesce((select a.full_name from account a where a.id = f.said_by), '') as by`,
      today,
    },
    window,
  )

const inPair = (one: string, other: string) => sql<boolean>`one_id = least(${one}::uuid, ${other}::uuid)
  and other_id = greatest(${one}::uuid, ${other}::uuid) and ended_on is null`

/** Whether somebody has said of the two that they are two people. */
export const saidApart = async (db: Db, { kept, former }: Pair): Promise<boolean> =>
  (await db.selectFrom('official_apart').select('id').where(inPair(kept, former)).executeTakeFirst()) !== undefined

/** Alike in all that the roster knows, as in the list of those who may be one person. */
const mayBeOne = sql<boolean>`b.search = a.search and b.birth_year = a.birth_year and b.sex = a.sex
  and (a.citizen_id_index is null or b.citizen_id_index is null) and (a.personal_number is null or b.personal_number is null)
  and (a.birth_month is null or b.birth_month is null
       or (a.birth_month, coalesce(a.birth_day, b.birth_day, 0)) = (b.birth_month, coalesce(b.birth_day, a.birth_day, 0)))`

export const areAlike = async (db: Db, { kept, former }: Pair): Promise<boolean> =>
  (
    await sql`select from official a join official b on ${mayBeOne} where a.id = ${kept} and b.id = ${former}`.execute(
      db,
    )
  ).rows.length > 0

/** Who else may be this person, of those whose records the actor keeps. */
export const alikeTo = async (db: Db, official: OfficialId) =>
  (
    await sql<{ officialId: OfficialId; unitId: AreaId }>`
      select b.id as "officialId", b.unit_id as "unitId" from official a join official b on ${mayBeOne} and b.id <> a.id
       where a.id = ${official} and official_kept(b.id) order by b.id`.execute(db)
  ).rows

/** The same, with their names, and why they are two people where that was said. */
export const alikeRecords = async (db: Db, official: OfficialId, day: PlainDate) =>
  (
    await sql<{ otherId: OfficialId; name: string; unitName: string; because: string | null }>`
      with found as (
        select b.id from official a join official b on ${mayBeOne} and b.id <> a.id where a.id = ${official}
        union select x.other_id from official_apart x where x.one_id = ${official} and x.ended_on is null
        union select x.one_id from official_apart x where x.other_id = ${official} and x.ended_on is null)
      select b.id as "otherId", b.full_name as name, ${nameOn(sql`b.unit_id`, day)} as "unitName", x.because
        from found f join official b on b.id = f.id
        left join official_apart x
          on x.one_id = least(b.id, ${official}::uuid) and x.other_id = greatest(b.id, ${official}::uuid) and x.ended_on is null
       where official_kept(${official}) and official_kept(b.id) order by b.id limit 20`.execute(db)
  ).rows

type Saying = {
  readonly id: OfficialApartId
  readonly because: string
  readonly by: AccountId
  readonly on: PlainDate
}
export const insertApart = (db: Db, { kept, former }: Pair, { id, because, by, on }: Saying) =>
  sql`
    insert into official_apart (id, one_id, other_id, because, said_by, said_on)
    values (${id}, least(${kept}::uuid, ${former}::uuid), greatest(${kept}::uuid, ${former}::uuid), ${because}, ${by}, ${on})`.execute(
    db,
  )

export const findApart = (db: Db, id: OfficialApartId) =>
  db
    .selectFrom('official_apart')
    .select(['one_id as oneId', 'other_id as otherId', 'ended_on as endedOn'])
    .where('id', '=', id)
    .executeTakeFirst()

/** False where somebody has ended it meanwhile. */
export const endApart = async (db: Db, { id, because, by, on }: Saying): Promise<boolean> =>
  (
    await db
      .updateTable('official_apart')
      .set({ ended_because: because, ended_by: by, ended_on: on })
      .where('id', '=', id)
      .where('ended_on', 'is', null)
      .returning('id')
      .execute()
  ).length > 0

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

/** It is taken back in the list of such pairs. */
async function apartFault(db: Db, kept: string): Promise<Against> {
  const { rows } = await sql<{
    over: AreaId[]
  }>`select ${overAs(sql`o.unit_id`)} as over from official o where o.id = ${kept}`.execute(db)
  const name = { vi: 'Mở danh sách', en: 'Open the list' }
  return {
    code: 'apart',
    said: joinFaults.apart,
    opens: [{ name, page: '/can-bo/trung', right: 'roster.read', over: rows[0]?.over ?? [] }],
  }
}

/** What stands against it in the roster. */
export async function faultsOf(db: Db, { kept, former }: Pair, day: PlainDate): Promise<Against[]> {
  const { rows } = await sql<Fault>`
    select f.fault, f.about, ${nameOn(sql`(f.about ->> 'areaId')::uuid`, day)} as unit, p.vi, p.en
      from official_join_faults(${kept}, ${former}) f left join post p on p.id = f.about ->> 'post'`.execute(db)
  const found = rows.map((row) => ({ code: row.fault as string, said: saidOf(row) }))
  return (await saidApart(db, { kept, former })) ? [await apartFault(db, kept), ...found] : found
}

/** Nobody changes either, or makes anything hang on it, until the transaction ends. */
export async function holdBoth(db: Db, { kept, former }: Pair): Promise<void> {
  await holdCourses(db, [kept, former])
  await sql`select from official o where o.id in (${kept}, ${former}) order by o.id for update`.execute(db)
}

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
