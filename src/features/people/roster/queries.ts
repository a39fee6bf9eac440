/** SQL of officials, their appointments and the norm. Row security shows those of the actor's units. */
import { sql } from 'kysely'
import { nameOn, placeOn } from '#features/areas/queries.ts'
import { depthOf, type Level } from '#features/areas/words.ts'
import type { PlainDate } from '#kernel/dates.ts'
import { neitherMinority } from '#kernel/ethnicity.ts'
import type { AreaId, OfficialId } from '#kernel/ids.ts'
import type { Birth, Sex } from '#kernel/persons.ts'
import { fold, type Said } from '#kernel/text.ts'
import type { Db } from '#platform/server/database/open.ts'
import { validOn } from '#platform/server/sql/days.ts'
import { holding } from '#platform/server/sql/like.ts'
import { byGivenName, inVietnamese } from '#platform/server/sql/order.ts'
import type { Sealed } from './identity.ts'
import type { Appointment } from './model.ts'
import type { Who } from './rules.ts'

type Post = { post: string; said: Said; levels: Level[]; salaried: boolean; sole: boolean }
export const said = (post: string) =>
  sql<Said>`jsonb_build_object('vi', ${sql.ref(`${post}.vi`)}, 'en', ${sql.ref(`${post}.en`)})`

/** Whether the unit of an appointment `a` stands on a day: who is appointed to one that has ended fills no place. */
export const stands = (day: PlainDate) =>
  sql<boolean>`exists (select from area_version u where u.area_id = a.area_id and ${validOn('u', day)})`

/** The first day without the unit of an appointment `a` that goes on, where it has ended by then. */
export const unplacedFrom = (day: PlainDate) => sql<PlainDate | null>`
  (select max(u.valid_until) from area_version u
    where u.area_id = a.area_id and a.valid_until is distinct from a.valid_from and coalesce(a.valid_until, 'infinity') > ${day}
   having max(coalesce(u.valid_until, 'infinity')) <= ${day})`

export const posts = async (db: Db): Promise<Post[]> =>
  (
    await sql<Post>`select p.id as post, ${said('p')} as said, p.levels, p.salaried, p.sole from post p order by p.place`.execute(
      db,
    )
  ).rows

/** The level of a post's unit must be one of these. */
export const findPost = (db: Db, post: string) =>
  db.selectFrom('post').select(['id', 'vi', 'en', 'levels']).where('id', '=', post).executeTakeFirst()

/** What a post is called. */
export const postSaid = async (db: Db, post: string): Promise<Said | null> => {
  const found = await findPost(db, post)
  return found ? { vi: found.vi, en: found.en } : null
}

export type RosterFilter = {
  readonly areaId: AreaId
  readonly day: PlainDate
  readonly post: string | null
  /** Of units of this level; `here`: of the area itself. */
  readonly level: Level | null
  readonly here: boolean
  readonly sex: Sex | null
  readonly minority: boolean | null
  readonly account: boolean | null
  readonly q: string | null
  readonly page: number
  readonly size: number
}
type Found = { officialId: OfficialId; name: string; birthYear: number; unitName: string; hasAccount: boolean }

/** Whose posts and whose records a page is of: the living, or those who have died while a post of theirs goes on here. */
const sourcesOf = ({ areaId, day, post, q }: Pick<RosterFilter, 'areaId' | 'day' | 'post' | 'q'>) => {
  const words = q && holding(fold(q))
  if (post !== 'died')
    return { held: sql`roster_held(${areaId}, ${day})`, people: sql`roster_people(${areaId}, ${day}, ${words})` }
  const held = sql`roster_of_the_dead(${areaId}, ${day})`
  const people = sql`(select p.*, false as idle from official p
                       where p.id in (select d.official_id from ${held} d) and (${words}::text is null or p.search like ${words}))`
  return { held, people }
}

/**
 * A page of who holds a post at the area or below on the day, and of those whose record is kept there and who hold none,
 * by given name; with how many there are.
 */
export async function officialsAt(db: Db, filter: RosterFilter) {
  const { areaId, day, post, level, here, sex, minority, account, page, size } = filter
  const depth = level && depthOf(level)
  const from = sourcesOf(filter)
  const { rows } = await sql<Found & { total: number; officialId: OfficialId | null }>`
    with held as materialized (
      select distinct a.official_id from ${from.held} a
       where (${post}::text is null or ${post} in ('any', 'died') or case when ${stands(day)} then a.post = ${post} else ${post} = 'unplaced' end)
         and (not ${here}::boolean or a.area_id = ${areaId})
         and (${depth}::int is null or exists (
               select from area_version u where u.area_id = a.area_id and u.level = ${depth}::int and ${validOn('u', day)}))),
    found as materialized (
      select o.* from ${from.people} o
       where case when ${post} = 'none' then o.idle
                  when ${post}::text is null and ${depth}::int is null and not ${here}::boolean then true
                  else o.id in (select h.official_id from held h) end
         and (${sex}::text is null or o.sex = ${sex})
         and (${minority}::boolean is null or (o.ethnicity <> all (${neitherMinority}::text[])) = ${minority}::boolean)
         and (${account}::boolean is null or (o.account_id is not null) = ${account}::boolean)),
    shown as (
      select * from found f order by ${byGivenName(sql`f.full_name`)}, f.id limit ${size} offset ${(page - 1) * size})
    select s.id as "officialId", s.full_name as name, s.birth_year as "birthYear", ${nameOn(sql`s.unit_id`, day)} as "unitName",
           s.account_id is not null as "hasAccount", c.total
      from (select count(*)::int as total from found) c left join shown s on true
     order by ${byGivenName(sql`s.full_name`)}, s.id`.execute(db)
  return {
    rows: rows.filter((row): row is Found & { total: number } => row.officialId !== null),
    total: rows[0]?.total ?? 0,
  }
}

type Named = Pick<Found, 'officialId' | 'name' | 'birthYear' | 'unitName'> & {
  /** "Trưởng thôn, Thôn 3": what is held on the day. */
  readonly posts: Said | null
  /** The last figures of the phone, of who holds no post. */
  readonly phoneEnd: string | null
  /** When somebody entered the record by hand, of who holds no post. */
  readonly enteredOn: PlainDate | null
}

/** The first whose name holds the words, by given name, with what tells namesakes apart. */
type Naming = { readonly q: string; readonly day: PlainDate; readonly most: number; readonly present: boolean }
/** `present`: not who has died, or whose last post ended as they retired or left. */
export const officialsNamed = async (db: Db, { q, day, most, present }: Naming) =>
  (
    await sql<Named>`
      select o.id as "officialId", o.full_name as name, o.birth_year as "birthYear", ${nameOn(sql`o.unit_id`, day)} as "unitName",
             h.posts, case when h.posts is null then (select right(x.phone, 3) from official x where x.id = o.id) end as "phoneEnd",
             case when h.posts is null then (
               select min(l.at at time zone 'Asia/Ho_Chi_Minh')::date from audit_line l
                where l.subject_id = o.id and l.what = 'official.entered') end as "enteredOn"
        from roster_named(${holding(fold(q))}, ${most}) o
       cross join lateral (
         select case when count(*) > 0 then jsonb_build_object(
                  'vi', string_agg(p.vi || ', ' || u.name, '; ' order by p.place, a.valid_from, a.id),
                  'en', string_agg(p.en || ', ' || u.name, '; ' order by p.place, a.valid_from, a.id)) end as posts
           from appointment a join post p on p.id = a.post
          cross join lateral (select ${nameOn(sql`a.area_id`, day)} as name) u
          where a.official_id = o.id and ${validOn('a', day)}) h
       where not ${present} or not exists (
         select from appointment e where e.official_id = o.id and e.valid_until <= ${day}
            and (e.ended_because = 'died' or h.posts is null and e.ended_because in ('retired', 'left') and not exists (
                   select from appointment l where l.official_id = o.id and l.valid_from >= e.valid_until
                      and l.ended_because is distinct from 'entered_by_mistake')))`.execute(db)
  ).rows

/** The last day of an appointment `a`, or today where it goes on or has not ended yet. */
const latestOf = (today: PlainDate) =>
  sql<PlainDate>`greatest(a.valid_from, least(coalesce(a.valid_until - 1, ${today}), ${today}))`

type HeldBy = Appointment & { readonly officialId: OfficialId }

/** The appointments of some officials, the latest first; on a day: those in force then. */
export const appointmentsOf = async (
  db: Db,
  officials: readonly OfficialId[],
  { day, today }: { readonly day: PlainDate | null; readonly today: PlainDate },
): Promise<HeldBy[]> =>
  (
    await sql<HeldBy>`
      select a.official_id as "officialId", a.id as "appointmentId", a.post, ${said('p')} as said, a.standing,
             a.area_id as "areaId", ${nameOn(sql`a.area_id`, day ?? latestOf(today))} as "areaName",
             ${placeOn(sql`a.area_id`, day ?? latestOf(today))} as place,
             ${day === null ? sql`nullif(${placeOn(sql`a.area_id`, sql<PlainDate>`a.valid_from`)}, ${placeOn(sql`a.area_id`, latestOf(today))})` : sql`null`} as began,
             a.valid_from as "from",
             a.valid_until as until, a.decision_number as "decisionNumber", a.decided_on as "decidedOn",
             a.ended_because as because, ${unplacedFrom(day ?? today)} as "unplacedFrom",
             case when a.ended_because is distinct from 'entered_by_mistake' then (
               select ${nameOn(sql`b.area_id`, sql<PlainDate>`b.valid_from`)} from appointment b
                where b.id = a.renews_id and b.ended_because = 'unit_ended') end as "placedFrom"
        from appointment a join post p on p.id = a.post
       where a.official_id = any (${officials}::uuid[]) and ${day === null ? sql`true` : validOn('a', day)}
       order by ${day === null ? sql`a.valid_from desc, p.place` : sql`p.place, a.valid_from`},
             ${inVietnamese(sql`${nameOn(sql`a.area_id`, day ?? today)}`)}, a.id`.execute(db)
  ).rows

export type Official = {
  officialId: OfficialId
  unitId: AreaId
  name: string
  sex: Sex
  birth: Birth
  ethnicity: string
  languages: string[]
  phone: string
  personalNumber: string
  takenOver: string[]
  accountName: string | null
  /** Of the sealed citizen id; null where none is held. */
  citizenIdMark: string | null
  /** All but its last three figures hidden. */
  citizenIdShown: string | null
}

export const findOfficials = async (db: Db, officials: readonly OfficialId[]): Promise<Official[]> =>
  (
    await sql<Official>`
      select o.id as "officialId", o.unit_id as "unitId", o.full_name as name, o.sex, o.ethnicity, o.languages,
             jsonb_strip_nulls(jsonb_build_object('year', o.birth_year, 'month', o.birth_month, 'day', o.birth_day)) as birth,
             coalesce(o.phone, '') as phone, coalesce(o.personal_number, '') as "personalNumber", o.taken_over as "takenOver",
             left(encode(sha256(convert_to(o.citizen_id_sealed, 'UTF8')), 'hex'), 16) as "citizenIdMark",
             '*********' || o.citizen_id_end as "citizenIdShown",
             a.full_name as "accountName"
        from official o left join account a on a.id = o.account_id
       where o.id = any (${officials}::uuid[])`.execute(db)
  ).rows

export const findOfficial = async (db: Db, official: OfficialId): Promise<Official | undefined> =>
  (await findOfficials(db, [official]))[0]

/** The record that another went into, where the actor sees it. */
export const wentInto = async (db: Db, former: OfficialId) =>
  (
    await sql<{ intoId: OfficialId; name: string; on: PlainDate }>`
      select w.into_id as "intoId", w.full_name as name, w.joined_on as on from official_went(${former}) w`.execute(db)
  ).rows[0]

/** The names of those of some ids that are officials. */
export const officialsOf = async (db: Db, ids: readonly string[]): Promise<{ id: OfficialId; name: string }[]> =>
  (
    await sql<{ id: OfficialId; name: string }>`
      select o.id, o.full_name as name from official o where o.id = any (${ids}::uuid[])`.execute(db)
  ).rows

/** The same of records that went into others. */
export const formerOfficialsOf = async (db: Db, ids: readonly string[]) =>
  (
    await sql<{ id: OfficialId; name: string; intoId: OfficialId }>`
      select j.id, j.full_name as name, j.into_id as "intoId" from official_joined j where j.id = any (${ids}::uuid[])`.execute(
      db,
    )
  ).rows

/** The same, and nobody else changes it until the transaction ends. */
export async function holdOfficial(db: Db, official: OfficialId): Promise<Official | undefined> {
  await db.selectFrom('official').select('id').where('id', '=', official).forUpdate().executeTakeFirst()
  return findOfficial(db, official)
}

/** Nobody joins the record into another until the transaction ends, where the actor keeps it. */
export const keepOfficial = (db: Db, official: OfficialId) =>
  db.selectFrom('official').select('id').where('id', '=', official).forKeyShare().execute()

/** Two who enter one person at once, by hand or by a list, would both find them new. */
export const holdNewcomers = (db: Db) =>
  sql`select pg_advisory_xact_lock(hashtextextended('import/officials', 0))`.execute(db)

type Died = { readonly officialId: OfficialId; readonly name: string; readonly since: PlainDate }
type Alike = { readonly name: string; readonly unitName: string; readonly birthYear: number }
/** Who of the same name and year of birth stands in the roster where the actor sees it. */
export const officialsAlike = async (
  db: Db,
  { name, year, day }: { name: string; year: number; day: PlainDate },
): Promise<Alike[]> =>
  (
    await sql<Alike>`
      select o.full_name as name, o.birth_year as "birthYear", ${nameOn(sql`o.unit_id`, day)} as "unitName" from official o
       where o.search = ${fold(name)} and o.birth_year = ${year} order by o.id limit 3`.execute(db)
  ).rows

const columnsOf = ({ name, sex, birth, ethnicity, languages, phone, personalNumber }: Who) => ({
  ...{ full_name: name, sex, ethnicity, languages, phone: phone || null, personal_number: personalNumber || null },
  birth_year: birth.year,
  birth_month: birth.month ?? null,
  birth_day: birth.day ?? null,
})

export type NewOfficial = Pick<Official, 'officialId' | 'unitId'> & {
  readonly who: Who
  readonly sealed: Sealed | null
  readonly takenOver: readonly string[]
}
const unsealed = { citizen_id_sealed: null, citizen_id_end: null, citizen_id_index: null }
export const insertOfficials = (db: Db, officials: readonly NewOfficial[]) =>
  db
    .insertInto('official')
    .values(
      officials.map(({ officialId, unitId, who, sealed, takenOver }) => ({
        ...{ id: officialId, unit_id: unitId, taken_over: [...takenOver] },
        ...columnsOf(who),
        ...(sealed ?? unsealed),
      })),
    )
    .execute()

/** `sealed`: of a citizen id that changes; null where it is dropped. */
export const updateOfficial = (
  db: Db,
  official: OfficialId,
  { who, sealed, takenOver }: { who: Who; sealed?: Sealed | null; takenOver: readonly string[] },
) =>
  db
    .updateTable('official')
    .set({ ...columnsOf(who), ...(sealed === null ? unsealed : sealed), taken_over: [...takenOver] })
    .where('id', '=', official)
    .execute()

/** Those of some who are recorded as having died, with the first day after: wherever the post was that ended so. */
export const diedOf = async (db: Db, officials: readonly OfficialId[]): Promise<Died[]> =>
  (
    await sql<Died>`
      select d.official_id as "officialId", d.full_name as name, d.died_by as since from officials_died(${officials}::uuid[]) d`.execute(
      db,
    )
  ).rows

/** From when and until when a unit stands, and its level. */
export const standingOfUnit = async (db: Db, area: AreaId) =>
  (
    await sql<{ from: PlainDate; known: boolean; until: PlainDate | null; level: number }>`
      select min(valid_from) as from, (array_agg(from_known order by valid_from))[1] as known, min(level) as level,
             case when bool_or(valid_until is null) then null else max(valid_until) end as until
        from area_version where area_id = ${area}`.execute(db)
  ).rows[0]

/** Whether one of these is the record of who acts. */
export const isSelf = async (db: Db, officials: readonly OfficialId[]): Promise<boolean> =>
  (await sql<{ own: boolean }>`select coalesce(roster_self() = any (${officials}::uuid[]), false) as own`.execute(db))
    .rows[0]?.own ?? false
