/**
 * A page of the households of some villages on a day, in the Vietnamese order of names: given name first. Read from where each
 * village's names begin, or after a household that was shown before; only what few share is sorted whole.
 */
import { sql } from 'kysely'
import type { AreaId, HouseholdId } from '#kernel/ids.ts'
import { fold } from '#kernel/text.ts'
import type { Db } from '#platform/server/database/open.ts'
import { validOn } from '#platform/server/sql/days.ts'
import { likeText } from '#platform/server/sql/like.ts'
import { inVietnamese } from '#platform/server/sql/order.ts'
import type { HouseholdClass } from './model.ts'
import { belongs, type Kept, keptCounts, type OfDay, stands } from './onDay.ts'
import { householdProblem } from './problems.ts'

/** Where a page begins: after the last household of the one before, or, going back, before the first of the next. */
export type Beside = { readonly household: HouseholdId; readonly side: 'after' | 'before' }
export type ListFilter = OfDay & {
  /** `none`: no class is held on the day. */
  readonly class?: HouseholdClass | 'none'
  readonly q?: string
  readonly page: number
  readonly size: number
  readonly beside?: Beside
  /** Whether a stretch far on is read all the same, at the cost of what stands before it. */
  readonly far?: boolean
  /** Whether all are counted, however long that takes. */
  readonly all?: boolean
}
export type ListRow = {
  householdId: HouseholdId
  headName: string
  number: string
  address: string
  villageId: AreaId
  members: number
  class: HouseholdClass | null
}

/** As far as is counted where nobody asks for more; communes as they are have fewer households, the largest wards more. */
export const countedTo = 10_000
/** What so few share, a class or a word, is sorted whole. */
const few = 2_000
const noLimit = 2_000_000_000

type Asked = ListFilter & { readonly of: HouseholdClass | 'none' | null; readonly sought: string | null }
type Found = { readonly total: number; readonly more: boolean }
type Keys = { readonly householdId: HouseholdId; readonly headName: string; readonly villageId: AreaId }

const [given, whole] = [inVietnamese(sql`given_name(head_name)`), inVietnamese(sql`head_name`)]
const forwards = sql`${given}, ${whole}, household_id`
const backwards = sql`${given} desc, ${whole} desc, household_id desc`
const forwardsShown = sql`${inVietnamese(sql`given_name("headName")`)}, ${inVietnamese(sql`"headName"`)}, "householdId"`
const columns = sql`household_id as "householdId", head_name as "headName", village_id as "villageId"`

/** Those of whom today's register does not tell how they lived on the day, and of these who did here. */
async function apartOf(db: Db, { villages, day, today }: OfDay): Promise<HouseholdId[]> {
  if (day === today) return []
  const { rows } = await sql<{ apart: HouseholdId[] }>`
    select households_apart(${villages}::uuid[], ${day}, ${today}) as apart`.execute(db)
  return rows[0]?.apart ?? []
}
const then = ({ villages, day, today, of, sought }: Asked, households: readonly HouseholdId[]) =>
  sql`select * from households_then(${households}::uuid[], ${villages}::uuid[], ${day}, ${today}, ${of}, ${sought})`

/** Who holds the class; null where that is asked of nobody, or of too many. */
async function pickedOf(db: Db, { villages, day, of, sought }: Asked): Promise<HouseholdId[] | null> {
  if (of === null || of === 'none') return null
  const most = few + 1
  const { rows } = await sql<{ picked: HouseholdId[] }>`
    select households_picked(${villages}::uuid[], ${day}, ${of}, ${sought}, ${most}) as picked`.execute(db)
  const picked = rows[0]?.picked ?? []
  return picked.length < most ? picked : null
}

/** One of a few: all of them are sorted. */
async function fewPage(db: Db, asked: Asked, households: readonly HouseholdId[]) {
  const { page, size } = asked
  const { rows } = await sql<Keys & { total: number }>`
    with found as materialized (${then(asked, households)}),
    shown as (select * from found order by ${forwards} limit ${size} offset ${(page - 1) * size})
    select ${columns}, total from (select count(*)::int as total from found) c left join shown on true
     order by ${forwards}`.execute(db)
  return { keys: rows.filter((row) => row.householdId !== null), total: rows[0]?.total ?? 0, more: false }
}

/** The name under which the household beside the page stood on the day; undefined where it no longer belongs to the list. */
async function nameBeside(db: Db, asked: Asked, beside: Beside): Promise<string | undefined> {
  const { rows } = await sql<{ name: string }>`
    select head_name as name from (${then({ ...asked, of: null, sought: null }, [beside.household])}) t`.execute(db)
  return rows[0]?.name
}

/** Comes before every name. */
const start = { name: '', id: '00000000-0000-0000-0000-000000000000' }

type Walked = { readonly keys: Keys[]; readonly apart: number; readonly walked: number; readonly isAll: boolean }

/**
 * One of many: each village is walked from where the page begins. Tells how many were walked, whether they are all there are,
 * and how many of those apart belong to the list, who are all looked up for it.
 */
async function walkedPage(db: Db, asked: Asked, apart: readonly HouseholdId[], many: boolean): Promise<Walked> {
  const { villages, day, of, sought, page, size, beside, far } = asked
  const name = beside && (await nameBeside(db, asked, beside))
  const from = beside && name !== undefined ? { name, id: beside.household } : start
  const skip = from === start ? (page - 1) * size : 0
  if (skip > 0 && many && !far) throw householdProblem('household.page_too_far')
  const back = from !== start && beside?.side === 'before'
  const key = sql`(${inVietnamese(sql`coalesce(given_name(${from.name}), '')`)}, ${inVietnamese(sql`${from.name}::text`)}, ${from.id}::uuid)`
  const own = sql`(${given}, ${whole}, household_id)`
  const beyond = from === start ? sql`true` : back ? sql`${own} < ${key}` : sql`${own} > ${key}`
  const { rows } = await sql<Keys & Omit<Walked, 'keys'>>`
    with past as materialized (${then(asked, apart)}),
    walked as materialized (
      select * from households_walked(${villages}::uuid[], ${day}, ${apart}::uuid[], ${of}, ${sought}, ${from.name}, ${from.id},
                                      ${back}, ${skip + size})),
    told as (
      select coalesce(sum(n), 0)::int as walked, coalesce(max(n), 0) < ${skip + size} as "full"
        from (select count(*) as n from walked group by village_id) k),
    shown as (
      select ${columns} from (select * from walked union all select * from past where ${beyond}) found
       order by ${back ? backwards : forwards} limit ${size} offset ${skip})
    select s.*, c.apart, t.walked, t."full" and ${from === start}::boolean as "isAll"
      from (select count(*)::int as apart from past) c cross join told t left join shown s on true
     order by ${forwardsShown}`.execute(db)
  const { apart: past = 0, walked = 0, isAll = true } = rows[0] ?? {}
  return { keys: rows.filter((row) => row.householdId !== null), apart: past, walked, isAll }
}

/** How many more lived there on the day than today, those apart left out: who ended since, but for who is there and is apart. */
async function sinceThen(db: Db, { villages, day, today }: Asked, apart: readonly HouseholdId[]): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select (select count(*)::int from household
             where village_id = any (${villages}::uuid[]) and ended_on > ${day} and ${stands('household', day)}
               and not ${stands('household', today)} and household_id <> all (${apart}::uuid[]))
         - (select count(*)::int from household
             where household_id = any (${apart}::uuid[]) and village_id = any (${villages}::uuid[])
               and ${stands('household', today)}) as n`.execute(db)
  return rows[0]?.n ?? 0
}

type Now = Awaited<ReturnType<typeof keptCounts>>
const householdsIn = ({ rows }: Now): number => rows.reduce((sum, row) => sum + row.households, 0)

/** How many there are but those apart, today from what is kept; else counted, as far as is asked. */
async function counted(
  db: Db,
  asked: Asked,
  { apart, kept }: { apart: readonly HouseholdId[]; kept: Now },
): Promise<Found> {
  const { villages, day, today, of, sought, all } = asked
  const told = kept.silent.length === 0
  const now = householdsIn(kept)
  if (sought !== null && !all && now > countedTo) return { total: few, more: true }
  if (told && sought === null && day === today) {
    const none = (row: Kept) => row.households - row.poor - row.near_poor - row.average - row.not_poor
    const one = (row: Kept) => (of === null ? row.households : of === 'none' ? none(row) : row[of])
    return { total: kept.rows.reduce((sum, row) => sum + one(row), 0), more: false }
  }
  if (told && sought === null && of === null) {
    // Who is not apart lived there then.
    if (now - apart.length > countedTo && !all) return { total: countedTo, more: true }
    return { total: now + (await sinceThen(db, asked, apart)), more: false }
  }
  const most = all ? noLimit : countedTo + 1
  const held = sql`(${of}::text = 'none') <> (household_id in (
    select household_id from household_class where home_id = any (${villages}::uuid[])
       and (${of}::text = 'none' or class = ${of}) and ${validOn('household_class', day)}))`
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from (
      select from household where village_id = any (${villages}::uuid[]) and ${stands('household', day)}
         and household_id <> all (${apart}::uuid[]) and ${of === null ? sql`true` : held}
         and ${sought === null ? sql`true` : sql`search like ${sought}`} limit ${most}) k`.execute(db)
  const n = rows[0]?.n ?? 0
  return { total: Math.min(n, most - 1), more: n >= most }
}

async function keysOf(db: Db, asked: Asked): Promise<Found & { keys: Keys[] }> {
  const picked = await pickedOf(db, asked)
  const apart = await apartOf(db, asked)
  if (picked) return fewPage(db, asked, [...new Set([...picked, ...apart])])
  const kept = await keptCounts(db, { ...asked, day: asked.today })
  const found = asked.sought === null ? await counted(db, asked, { apart, kept }) : null
  const page = await walkedPage(db, asked, apart, found !== null && (found.more || found.total > countedTo))
  const { keys } = page
  if (!found && page.isAll) return { total: page.walked + page.apart, more: false, keys }
  const { total, more } = found ?? (await counted(db, asked, { apart, kept }))
  return { total: more ? total : total + page.apart, more, keys }
}

/**
 * One page, with how many there are: exact up to `countedTo` and everywhere today, unless words are sought that more than a
 * few hold; `more` says where counting stopped. Refuses a page far on in a long list that is not asked beside a household.
 */
export async function listPage(db: Db, filter: ListFilter): Promise<Found & { rows: ListRow[] }> {
  const { day, q } = filter
  const asked = { ...filter, of: filter.class ?? null, sought: q ? `%${likeText(fold(q))}%` : null }
  const { keys, total, more } = await keysOf(db, asked)
  const { rows } = await sql<Omit<ListRow, keyof Keys> & { householdId: HouseholdId }>`
    select h.household_id as "householdId", h.number, r.address,
           (select c.class from household_class c where c.household_id = h.household_id and ${validOn('c', day)}) as class,
           (select count(*)::int from member m where m.household_id = h.household_id and ${belongs('m', day)}) as members
      from household h join household_residence r on r.household_id = h.household_id and ${validOn('r', day)}
     where h.household_id = any (${keys.map((key) => key.householdId)}::uuid[])`.execute(db)
  const byId = new Map(rows.map((row) => [row.householdId, row]))
  return {
    rows: keys.flatMap(({ householdId, headName, villageId }) => {
      const row = byId.get(householdId)
      return row ? [{ ...row, householdId, headName, villageId }] : []
    }),
    total,
    more,
  }
}
