/** What other rooms ask about areas. Every reading takes the day it speaks of. */
import { type RawBuilder, sql } from 'kysely'
import { addDays, type PlainDate } from '#kernel/dates.ts'
import type { AreaId } from '#kernel/ids.ts'
import { compareNames } from '#kernel/order.ts'
import { locks } from '#platform/server/database/locks.ts'
import type { Db } from '#platform/server/database/open.ts'
import { type Day, validOn } from '#platform/server/sql/days.ts'
import { areaProblem } from './problems.ts'
import { depthOf, type Kind, type Level, levelAt, type Mark, type Settlement } from './words.ts'

/** A unit as it stands on one day. */
export type Area = {
  areaId: AreaId
  level: Level
  kind: Kind
  code: string | null
  name: string
  parentId: AreaId | null
  settlement: Settlement | null
  from: PlainDate
  until: PlainDate | null
  fromKnown: boolean
  /** False: the state ended by an event whose day the sources do not say. */
  untilKnown: boolean
  mark: Mark
}

export const columns = [
  'v.area_id',
  'v.level',
  'v.kind',
  'v.code',
  'v.name',
  'v.parent_id',
  'v.settlement',
  'v.valid_from',
  'v.valid_until',
  'v.from_known',
  'v.mark',
  sql<boolean>`not exists (select from area_event e where e.id = v.until_event_id and e.happened_on is null)`.as(
    'until_known',
  ),
] as const

type Row = {
  area_id: AreaId
  level: number
  kind: string
  code: string | null
  name: string
  parent_id: AreaId | null
  settlement: Settlement | null
  valid_from: PlainDate
  valid_until: PlainDate | null
  from_known: boolean
  until_known: boolean
  mark: Mark
}

export const areaOf = (row: Row): Area => ({
  areaId: row.area_id,
  level: levelAt(row.level),
  kind: row.kind as Kind,
  code: row.code,
  name: row.name,
  parentId: row.parent_id,
  settlement: row.settlement,
  from: row.valid_from,
  until: row.valid_until,
  fromKnown: row.from_known,
  untilKnown: row.until_known,
  mark: row.mark,
})

/** The states that hold on a day. */
export const statesOn = (db: Db, day: PlainDate) => db.selectFrom('area_version as v').where(validOn('v', day))

export async function findArea(db: Db, areaId: AreaId, day: PlainDate): Promise<Area | null> {
  const row = await statesOn(db, day).where('v.area_id', '=', areaId).select(columns).executeTakeFirst()
  return row ? areaOf(row) : null
}

/** The level of a unit, the latest it had; none for an id that is no unit. */
export async function levelOf(db: Db, areaId: AreaId): Promise<Level | null> {
  const row = await db
    .selectFrom('area_version')
    .select('level')
    .where('area_id', '=', areaId)
    .orderBy('valid_from', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? levelAt(row.level) : null
}

/** Throws `area.not_found` where the unit does not stand on that day. */
export async function getArea(db: Db, areaId: AreaId, day: PlainDate): Promise<Area> {
  const area = await findArea(db, areaId, day)
  if (!area) throw areaProblem('area.not_found', { areaId, day })
  return area
}

/** The state on a day; of a unit that does not stand then the last before, else its first. Throws `area.not_found`. */
export async function stateNear(db: Db, areaId: AreaId, day: PlainDate): Promise<Area> {
  const before = sql<boolean>`(v.valid_from <= ${day})`
  const row = await db
    .selectFrom('area_version as v')
    .where('v.area_id', '=', areaId)
    .select(columns)
    .orderBy(before, 'desc')
    .orderBy(sql`case when ${before} then ${day}::date - v.valid_from else v.valid_from - ${day}::date end`)
    .limit(1)
    .executeTakeFirst()
  if (!row) throw areaProblem('area.not_found', { areaId, day })
  return areaOf(row)
}

/** The day itself where it lies in the state, else the nearest on which that holds. */
export function dayWithin({ from, until }: Pick<Area, 'from' | 'until'>, day: PlainDate): PlainDate {
  if (until !== null && day >= until) return addDays(until, -1)
  return day < from ? from : day
}

/** The unit at a level that carries the code on a day; a reused code names different units on different days. */
export async function findByCode(
  db: Db,
  code: string,
  { level, day }: { level: Level; day: PlainDate },
): Promise<Area | null> {
  const row = await statesOn(db, day)
    .where('v.code', '=', code)
    .where('v.level', '=', depthOf(level))
    .select(columns)
    .executeTakeFirst()
  return row ? areaOf(row) : null
}

/**
 * In SQL: the name an area has on a day; of one that has ended its last, of one yet to come its latest, '' of none. What stands
 * outside is never called `its_name`.
 */
export const nameOn = (area: RawBuilder<unknown>, day: Day): RawBuilder<string> => sql<string>`coalesce((
  select its_name.name from area_version its_name where its_name.area_id = ${area}
   order by (its_name.valid_from <= ${day}) desc, its_name.valid_from desc limit 1), '')`

/** "Thôn 13, Xã Tam Hồng": a village with its commune, since many are called alike. */
export const placeOn = (area: RawBuilder<unknown>, day: Day) => sql<string>`coalesce((
  select w.name || case when w.level = ${depthOf('village')} then ', ' || ${nameOn(sql`w.parent_id`, day)} else '' end
    from area_version w where w.area_id = ${area} order by (w.valid_from <= ${day}) desc, w.valid_from desc limit 1), '')`

/** Names of areas by the same rule. */
export async function namesOn(db: Db, areas: readonly AreaId[], day: PlainDate): Promise<Map<AreaId, string>> {
  if (areas.length === 0) return new Map()
  const { rows } = await sql<{ id: AreaId; name: string }>`
    select a.id, ${nameOn(sql`a.id`, day)} as name
      from unnest(${[...new Set(areas)]}::uuid[]) as a (id)`.execute(db)
  return new Map(rows.map((row) => [row.id, row.name]))
}

/** In SQL: the names above an area on a day, nearest first, without the nation: "Huyện Yên Lạc, Tỉnh Vĩnh Phúc". */
export const withinOn = (area: RawBuilder<unknown>, day: Day): RawBuilder<string> => sql<string>`coalesce((
  select string_agg(a.name, ', ' order by a.level desc)
    from area_path p
    join area_version a on a.area_id = any (string_to_array(p.path, '/')::uuid[]) and a.area_id <> p.area_id and a.level > 0
     and ${validOn('a', day)}
   where p.area_id = ${area} and ${validOn('p', day)}), '')`

/** Under which units some units hung before, the latest first, by the names that these had then; of those that moved alone. */
export async function formerlyOf(db: Db, areas: readonly AreaId[], day: PlainDate): Promise<Map<AreaId, string[]>> {
  if (areas.length === 0) return new Map()
  const { rows } = await sql<{ id: AreaId; names: string[] }>`
    select v.area_id as id, array_agg(${nameOn(sql`w.parent_id`, sql`(w.valid_until - 1)`)} order by w.valid_from desc) as names
      from area_version v join area_version w on w.area_id = v.area_id and w.valid_from < v.valid_from and w.parent_id <> v.parent_id
     where v.area_id = any (${[...new Set(areas)]}::uuid[]) and ${validOn('v', day)} group by v.area_id`.execute(db)
  return new Map(rows.map((row) => [row.id, [...new Set(row.names)]]))
}

/** In SQL, of a state `v`: under which unit it hung before, where another of the same name hangs beside it on the day. */
export const formerlyOn = (day: Day): RawBuilder<string | null> => sql<string | null>`case when exists (
    select from area_version s where s.parent_id = v.parent_id and s.area_id <> v.area_id
       and lower(s.name) = lower(v.name) and ${validOn('s', day)})
  then (select ${nameOn(sql`w.parent_id`, sql`(w.valid_until - 1)`)} from area_version w
         where w.area_id = v.area_id and w.valid_from < v.valid_from and w.parent_id <> v.parent_id
         order by w.valid_from desc limit 1) end`

/** Where those of some units hung before beside which another of the same name hangs on the day; of the others nothing. */
export async function twinsOn(db: Db, areas: readonly AreaId[], day: PlainDate): Promise<ReadonlyMap<AreaId, string>> {
  if (areas.length === 0) return new Map()
  const { rows } = await sql<{ id: AreaId; formerly: string | null }>`
    select v.area_id as id, ${formerlyOn(day)} as formerly from area_version v
     where v.area_id = any (${[...new Set(areas)]}::uuid[]) and ${validOn('v', day)}`.execute(db)
  return new Map(rows.flatMap(({ id, formerly }) => (formerly ? [[id, formerly] as const] : [])))
}

/** From the nation down to the unit itself, as they hang and are called on that day; empty where it does not stand. */
export async function crumbs(db: Db, areaId: AreaId, day: PlainDate): Promise<Area[]> {
  const rows = await statesOn(db, day)
    .where(
      sql<boolean>`v.area_id in (select above::uuid from area_path p, unnest(string_to_array(p.path, '/')) above
        where p.area_id = ${areaId} and ${validOn('p', day)})`,
    )
    .select(columns)
    .orderBy('v.level')
    .execute()
  return rows.map(areaOf)
}

/** The days within which a unit, or one over it, came to be called or to hang otherwise; the latest first. */
export const daysOfPlace = async (
  db: Db,
  areaId: AreaId,
  { after, until }: { readonly after: PlainDate; readonly until: PlainDate },
): Promise<PlainDate[]> =>
  (
    await sql<{ day: PlainDate }>`
      select v.valid_from as day from area_version v
       where v.area_id in (select above::uuid from area_path p, unnest(string_to_array(p.path, '/')) above where p.area_id = ${areaId})
         and v.valid_from > ${after} and v.valid_from <= ${until}
      union
      select p.valid_from from area_path p
       where p.area_id = ${areaId} and p.valid_from > ${after} and p.valid_from <= ${until}
       order by 1 desc`.execute(db)
  ).rows.map(({ day }) => day)

/** Whether it, or one over it, came to be called or to hang otherwise on a day by what has a later id than this one. */
export const placeChangedSince = async (
  db: Db,
  areaId: AreaId,
  { on, fixed }: { readonly on: PlainDate; readonly fixed: string },
): Promise<boolean> =>
  (
    await sql<{ changed: boolean }>`
      select exists (
        select from area_event e join area_version v on e.id in (v.event_id, v.until_event_id)
         where e.happened_on = ${on} and e.id > ${fixed}
           and v.area_id in (select above::uuid from area_path p, unnest(string_to_array(p.path, '/')) above where p.area_id = ${areaId})
      ) as changed`.execute(db)
  ).rows[0]?.changed ?? false

export const byName = (a: Area, b: Area): number => compareNames(a.name, b.name)

/** Every unit of a level under an area on a day, by name; the area itself where it is of that level. */
export async function areasUnder(db: Db, areaId: AreaId, day: PlainDate, level: Level): Promise<Area[]> {
  const paths = db.selectFrom('area_path as p').where(validOn('p', day))
  const above = await paths.where('p.area_id', '=', areaId).select('p.path').executeTakeFirst()
  if (!above) return []
  const rows = await statesOn(db, day)
    .innerJoin('area_path as p', 'p.area_id', 'v.area_id')
    .where(validOn('p', day))
    // Said by itself, so that it is known how few hang there.
    .where(
      sql<boolean>`(p.path = ${above.path} or (p.path ~>=~ ${`${above.path}/`} and p.path ~<~ ${`${above.path}0`}))`,
    )
    .where('v.level', '=', depthOf(level))
    .select(columns)
    .execute()
  return rows.map(areaOf).sort(byName)
}

/** Units that hang directly under an area on a day, by name. */
export async function childrenOf(db: Db, areaId: AreaId, day: PlainDate): Promise<Area[]> {
  const rows = await statesOn(db, day).where('v.parent_id', '=', areaId).select(columns).execute()
  return rows.map(areaOf).sort(byName)
}

async function aboveAt(db: Db, areaId: AreaId, { day, level }: { day: PlainDate; level: Level }): Promise<Area> {
  const found = (await crumbs(db, areaId, day)).find((area) => area.level === level)
  if (!found) throw areaProblem('area.not_found', { areaId, day })
  return found
}

/** The commune of a village (or of the commune itself) on a day; throws `area.not_found`. */
export const communeOf = (db: Db, villageId: AreaId, day: PlainDate): Promise<Area> =>
  aboveAt(db, villageId, { day, level: 'commune' })

/** The province over any unit below the nation on a day; throws `area.not_found`. */
export const provinceOf = (db: Db, areaId: AreaId, day: PlainDate): Promise<Area> =>
  aboveAt(db, areaId, { day, level: 'province' })

/** Rural or urban: a village inherits it from its commune. Null where no source says (a special zone). */
export const settlementOn = async (db: Db, villageId: AreaId, day: PlainDate): Promise<Settlement | null> =>
  (await communeOf(db, villageId, day)).settlement

/** One event, or one working out of who stands over what, at a time. */
export const holdTree = (db: Db) => sql`select pg_advisory_xact_lock(${locks.tree})`.execute(db)

/** The tree as it stands, until the transaction ends: for who hangs something on a unit. Beside others, not beside an event. */
export const holdTreeStill = (db: Db) => sql`select pg_advisory_xact_lock_shared(${locks.tree})`.execute(db)

/** Whether a unit of the query is this one, stands over it or lies under it. */
export const overOrUnder = (unit: RawBuilder<unknown>, area: AreaId | RawBuilder<unknown> | null) => sql<boolean>`
  exists (select from area_reach r
           where (r.area_id = ${area} and r.over_id = ${unit}) or (r.area_id = ${unit} and r.over_id = ${area}))`

/** What stands over a unit of the query today, itself among it, as a column. */
export const overAs = (area: RawBuilder<unknown>) =>
  sql<AreaId[]>`array(select above.over_id from area_reach above where above.area_id = ${area})`

/** Where every area hangs, and who stands over it for rights as of `today`; never beside an event being recorded. */
export async function refreshTree(db: Db, today: PlainDate): Promise<void> {
  await holdTree(db)
  await sql`select area_refresh_paths()`.execute(db)
  await sql`select area_refresh_reach(${today})`.execute(db)
}
