/**
 * A page of the households of some villages on a day, in the one order of lists: village, given name of the head, number.
 * Read from where the first village's names begin, or after a household that was shown before, village by village until the
 * page is full; only what few share is sorted whole.
 */
import { type RawBuilder, sql } from 'kysely'
import { namesOn, twinsOn } from '#features/areas/queries.ts'
import type { AreaId, HouseholdId } from '#kernel/ids.ts'
import { compareUnits } from '#kernel/order.ts'
import { soughtPhone } from '#kernel/phones.ts'
import { fold } from '#kernel/text.ts'
import type { Db } from '#platform/server/database/open.ts'
import { holding } from '#platform/server/sql/like.ts'
import { byHead, inVietnamese } from '#platform/server/sql/order.ts'
import {
  type Asked,
  type Beside,
  counted,
  countedTo,
  type Found,
  few,
  isBeyond,
  type ListFilter,
  livedThen,
  type Now,
  noLimit,
  nowOf,
} from './counted.ts'
import type { HouseholdClass } from './model.ts'
import type { OfDay } from './onDay.ts'
import { householdProblem } from './problems.ts'
import { bareNumber } from './rules/number.ts'

export type ListRow = {
  householdId: HouseholdId
  headName: string
  number: string
  address: string
  phone: string | null
  villageId: AreaId
  villageName: string
  /** Of a village beside which another of the same name stands: where it was before. */
  formerly: string | null
  members: number
  class: HouseholdClass | null
}

type Keys = { readonly householdId: HouseholdId; readonly headName: string; readonly villageId: AreaId }

const key = byHead({ head: sql`head_name`, number: sql`number`, id: sql`household_id` })
const [given, whole, number] = [sql`coalesce(given_name(head_name), '')`, sql`head_name`, sql`number`].map(inVietnamese)
const backwards = sql`${given} desc, ${whole} desc, ${number} desc, household_id desc`
const columns = sql`household_id as "householdId", head_name as "headName", village_id as "villageId"`

/** A reading of households with the place of each one's village among these; without those of other villages. */
const placed = (villages: readonly AreaId[], households: RawBuilder<unknown>) =>
  sql`(select f.*, v.place from (${households}) f join unnest(${villages}::uuid[]) with ordinality as v (id, place) on v.id = f.village_id)`

/** The villages in the order of their names. */
function inOrder(villages: readonly AreaId[], names: ReadonlyMap<AreaId, string>): AreaId[] {
  const units = villages.map((areaId) => ({ areaId, name: names.get(areaId) ?? '' }))
  return units.sort(compareUnits).map(({ areaId }) => areaId)
}

/** Those of whom today's register does not tell how they lived on the day, and of these who did here. */
async function apartOf(db: Db, { villages, day, today }: OfDay): Promise<HouseholdId[]> {
  if (day === today) return []
  const { rows } = await sql<{ apart: HouseholdId[] }>`
    select households_apart(${villages}::uuid[], ${day}, ${today}) as apart`.execute(db)
  return rows[0]?.apart ?? []
}
/** Who holds the words or the class; null where that is asked of nobody, or of too many. */
async function pickedOf(db: Db, asked: Asked, { households }: Now): Promise<HouseholdId[] | null> {
  const { villages, day, of, sought, all } = asked
  if (sought === null && (of === null || of === 'none')) return null
  const wanted = all ? noLimit : households > countedTo ? few + 1 : countedTo + 1
  const most = sought === null ? few + 1 : wanted
  const { rows } = await sql<{ picked: HouseholdId[] }>`
    select households_picked(${villages}::uuid[], ${day}, ${of}, ${sought}, ${most}) as picked`.execute(db)
  const picked = rows[0]?.picked ?? []
  return picked.length < most ? picked : null
}

/** Who has the number that is sought, where that is one: of those picked, and who lives there by now. */
async function numberedAs(
  db: Db,
  { villages, q, among }: Asked,
  picked: readonly HouseholdId[],
): Promise<HouseholdId[]> {
  const bare = bareNumber(q ?? '')
  if (!/\d/.test(bare)) return []
  const { rows } = await sql<{ id: HouseholdId }>`
    select household_id as id from household
     where household_id = any (${picked}::uuid[]) and bare_number(number) = ${bare}
    union
    (select household_id from household
      where bare_number(number) = ${bare} and number <> '' and village_id = any (${villages}::uuid[])
        and ${among === undefined} limit ${few})`.execute(db)
  return rows.map(({ id }) => id)
}

/** Whose telephone number is what is sought, or ends with it; where only some are asked of, of these. */
async function phonedAs(db: Db, { villages, q, among }: Asked): Promise<HouseholdId[]> {
  const end = soughtPhone(q ?? '')
  if (end === null) return []
  const { rows } = await sql<{ phoned: HouseholdId[] }>`
    select households_phoned(${villages}::uuid[], ${end}, ${few}) as phoned`.execute(db)
  const phoned = rows[0]?.phoned ?? []
  return among ? phoned.filter((id) => among.includes(id)) : phoned
}

/** One of a few: all of them are sorted. */
async function fewPage(db: Db, asked: Asked, households: readonly HouseholdId[]) {
  const { villages, page, size, q } = asked
  // Whoever has the very number that is sought stands first, however it is written; the words need not be in the rest.
  const first = sql`coalesce(bare_number(number) = ${bareNumber(q ?? '') || null}, false) desc`
  const numbered = [...new Set([...(await numberedAs(db, asked, households)), ...(await phonedAs(db, asked))])]
  const others = households.filter((id) => !numbered.includes(id))
  const worded = livedThen(asked, others)
  const all = numbered.length > 0 ? sql`${worded} union all ${livedThen({ ...asked, sought: null }, numbered)}` : worded
  const { rows } = await sql<Keys & { total: number }>`
    with found as materialized ${placed(villages, all)},
    shown as (select * from found order by ${first}, place, ${key} limit ${size} offset ${(page - 1) * size})
    select ${columns}, total from (select count(*)::int as total from found) c left join shown on true
     order by ${first}, place, ${key}`.execute(db)
  return { keys: rows.filter((row) => row.householdId !== null), total: rows[0]?.total ?? 0, more: false }
}

type Standing = { readonly villageId: AreaId; readonly name: string; readonly number: string }

/** Where and under which name the household beside the page stood on the day; undefined where it is not of the list. */
async function standingBeside(db: Db, asked: Asked, beside: Beside): Promise<Standing | undefined> {
  const { rows } = await sql<Standing>`
    select village_id as "villageId", head_name as name, number
      from (${livedThen({ ...asked, of: null, sought: null }, [beside.household])}) t`.execute(db)
  return rows[0]
}

/** Where a page begins: the villages from there on, in the direction of reading, and after whom in the first of them. */
function roadOf({ villages, beside }: Asked, standing: Standing | undefined) {
  const at = standing ? villages.indexOf(standing.villageId) : -1
  if (!beside || !standing || at < 0) return { road: villages, back: false, from: null }
  const back = beside.side === 'before'
  const road = back ? villages.slice(0, at + 1).reverse() : villages.slice(at)
  return { road, back, from: { ...standing, id: beside.household } }
}

/** Whether a household stands before this one in its village, or after it. */
function beyondOf({ name, number: its, id }: Standing & { id: HouseholdId }, back: boolean): RawBuilder<unknown> {
  const beside = byHead({ head: sql`${name}::text`, number: sql`${its}::text`, id: sql`${id}::uuid` })
  return back ? sql`(${key}) < (${beside})` : sql`(${key}) > (${beside})`
}

type Road = ReturnType<typeof roadOf> & { readonly skip: number }

/** A stretch of a page on these villages alone. */
async function walkedOn(db: Db, asked: Asked, { road, back, from, skip }: Road): Promise<Keys[]> {
  const { day, of, sought, size } = asked
  const apart = await apartOf(db, { ...asked, villages: road })
  const beyond = from ? sql`(place > 1 or ${beyondOf(from, back)})` : sql`true`
  const found = sql`
      select * from households_walked(${road}::uuid[], ${day}, ${apart}::uuid[], ${of}, ${sought}, ${from?.name ?? null},
        ${from?.number ?? null}, ${from?.id ?? null}, ${back}, ${skip + size})
      union all ${livedThen({ ...asked, villages: road }, apart)}`
  const { rows } = await sql<Keys>`
    select ${columns} from ${placed(road, found)} found where ${beyond}
     order by place, ${back ? backwards : key} limit ${size} offset ${skip}`.execute(db)
  return rows
}

/** So many villages are looked at for a page of an earlier day; where they do not fill it, four times as many. */
const near = 4

/** One of many: village by village from where the page begins. */
async function walkedPage(db: Db, asked: Asked, many: boolean): Promise<Keys[]> {
  const { day, today, page, size, beside, far } = asked
  const { road, back, from } = roadOf(asked, beside && (await standingBeside(db, asked, beside)))
  const skip = from ? 0 : (page - 1) * size
  if (skip > 0 && many && !far) throw householdProblem('household.page_too_far')
  for (let reach = day === today ? road.length : near; ; reach *= 4) {
    const rows = await walkedOn(db, asked, { road: road.slice(0, reach), back, from, skip })
    if (rows.length === size || reach >= road.length) return back ? rows.reverse() : rows
  }
}

async function keysOf(db: Db, asked: Asked): Promise<Found & { keys: Keys[] }> {
  const { total, among } = asked
  if (among) return fewPage(db, asked, among)
  if (total !== undefined) return { total, more: false, keys: await walkedPage(db, asked, total > countedTo) }
  const now = await nowOf(db, asked)
  if (await isBeyond(db, asked, now)) return { total: countedTo, more: true, keys: await walkedPage(db, asked, true) }
  const picked = await pickedOf(db, asked, now)
  const apart = await apartOf(db, asked)
  if (picked && (asked.all || picked.length <= few)) return fewPage(db, asked, [...new Set([...picked, ...apart])])
  const found = await counted(db, asked, { ...now, picked, apart })
  return { ...found, keys: await walkedPage(db, asked, found.more || found.total > countedTo) }
}

/**
 * One page, with how many there are: exact up to `countedTo` and everywhere today, unless words are sought that more than a
 * few hold; `more` says where counting stopped. Refuses a page far on in a long list that is not asked beside a household.
 */
export async function listPage(db: Db, filter: ListFilter): Promise<Found & { rows: ListRow[] }> {
  const { day, q } = filter
  const names = await namesOn(db, filter.villages, day)
  const villages = inOrder(filter.villages, names)
  const asked = { ...filter, villages, of: filter.class ?? null, sought: q ? holding(fold(q)) : null }
  const { keys, total, more } = await keysOf(db, asked)
  const { rows } = await sql<Omit<ListRow, keyof Keys | 'villageName' | 'formerly'> & { householdId: HouseholdId }>`
    select household_id as "householdId", number, address, phone, class, members
      from households_shown(${keys.map((key) => key.householdId)}::uuid[], ${day})`.execute(db)
  const byId = new Map(rows.map((row) => [row.householdId, row]))
  const twins = await twinsOn(
    db,
    keys.map(({ villageId }) => villageId),
    day,
  )
  return {
    rows: keys.flatMap(({ householdId, headName, villageId }) => {
      const row = byId.get(householdId)
      const village = { villageName: names.get(villageId) ?? '', formerly: twins.get(villageId) ?? null }
      return row ? [{ ...row, householdId, headName, villageId, ...village }] : []
    }),
    total,
    more,
  }
}
