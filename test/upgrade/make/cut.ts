/**
 * Makes the demo small by plain SQL before anybody works in it. Every review stays whole, with every household it ever
 * listed; households that no review spoke of go, but for a few; so do units that nothing of this stands on.
 */
import type pg from 'pg'
import { tablesInOrder } from '../dump.ts'

const unspokenKept = 12

const keptHouseholds = `
  create temp table kept_household as
    select household_id from review_case
    union
    (select household_id from household h
      where not exists (select from review_case c where c.household_id = h.household_id)
      order by household_id limit ${unspokenKept})`

/** Every column that names a unit, but for the tables that tell where units hang; of the counts, which go with their units. */
const unitColumns = `
  select c.conrelid::regclass::text as "table", a.attname as "column", c.conrelid::regclass::text like 'register%' as counts
    from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
   where c.contype = 'f' and c.confrelid = 'area'::regclass and cardinality(c.conkey) = 1
     and c.conrelid::regclass::text not in
         ('area_version', 'area_path', 'area_reach', 'area_within', 'area_succession', 'area_event')`

/** Where anything stands, all that ever stood over those, and what came before and after. */
const keptAreas = (named: string) => `
  create temp table kept_area as
    with recursive named as (
      select village_id as area_id from household_residence r join kept_household using (household_id)
      union ${named}),
    needed as (
      select area_id from named where area_id is not null
      union
      select beside.area_id
        from needed n
        cross join lateral (
          select parent_id as area_id from area_version v where v.area_id = n.area_id and parent_id is not null
          union select to_id from area_succession s where s.from_id = n.area_id
          union select from_id from area_succession s where s.to_id = n.area_id) beside)
    select area_id from needed`

type UnitColumn = { readonly table: string; readonly column: string; readonly counts: boolean }

async function cutUnits(db: pg.Client): Promise<void> {
  const { rows } = await db.query<UnitColumn>(unitColumns)
  const named = rows.filter((one) => !one.counts).map(({ table, column }) => `select ${column} from ${table}`)
  await db.query(keptAreas(named.join(' union ')))
  // Written anew at the next start.
  await db.query('delete from area_within')
  for (const { table, column } of rows.filter((one) => one.counts))
    await db.query(`delete from ${table} where ${column} not in (table kept_area)`)
  await db.query(unneededAreas)
}

const unneededAreas = `
  delete from area_reach where area_id not in (table kept_area) or over_id not in (table kept_area);
  delete from area_path where area_id not in (table kept_area);
  delete from area_succession where from_id not in (table kept_area) or to_id not in (table kept_area);
  delete from area_version where area_id not in (table kept_area);
  delete from area_event e where not exists (select from area_version v where e.id in (v.event_id, v.until_event_id))
    and not exists (select from area_succession s where s.event_id = e.id);
  delete from area where id not in (table kept_area)`

async function tablesOfHouseholds(db: pg.Client): Promise<string[]> {
  const { rows } = await db.query<{ name: string }>(
    `select table_name as name from information_schema.columns
      where table_schema = 'public' and column_name = 'household_id'`,
  )
  const own = new Set(rows.map((r) => r.name))
  return (await tablesInOrder(db)).reverse().filter((table) => own.has(table))
}

export type Cut = Readonly<Record<'households' | 'units', { readonly before: number; readonly after: number }>>

async function countNow(db: pg.Client): Promise<{ households: number; units: number }> {
  const { rows } = await db.query(
    'select (select count(*)::int from household) as households, (select count(*)::int from area) as units',
  )
  return rows[0]
}

/** Cuts; answers how many there were and are. */
export async function cut(db: pg.Client): Promise<Cut> {
  const before = await countNow(db)
  await db.query('begin')
  await db.query(keptHouseholds)
  for (const table of await tablesOfHouseholds(db))
    await db.query(`delete from ${table} where household_id not in (table kept_household)`)
  // What each village and commune keeps of its households is counted anew: they were taken away behind its back.
  await db.query(
    `select register_recount_homes('{}', array(select village_id from household union
         select k.area_id from register_count k join area_within w on w.over_id = k.area_id where w.standing is null),
       (now() at time zone 'Asia/Ho_Chi_Minh')::date)`,
  )
  await cutUnits(db)
  await db.query('commit')
  const after = await countNow(db)
  return {
    households: { before: before.households, after: after.households },
    units: { before: before.units, after: after.units },
  }
}
