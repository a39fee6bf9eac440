/** How many households a list has: today from what is kept, else counted as far as somebody asks. */
import { sql } from 'kysely'
import type { HouseholdId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import { validOn } from '#platform/server/sql/days.ts'
import type { HouseholdClass } from './model.ts'
import { type Kept, keptOn, keptSteps, type OfDay, type Steps, stands } from './onDay.ts'

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
  /** How many there are, where that is known. */
  readonly total?: number
  /** What is kept of the villages, where that was read. */
  readonly steps?: Steps
  /** The only ones that are asked of: a list by the map of another day. */
  readonly among?: readonly HouseholdId[] | undefined
}
/** As far as is counted where nobody asks for more; communes as they are have fewer households, the largest wards more. */
export const countedTo = 10_000
/** What so few share, a class or a word, is sorted whole. */
export const few = 1_000
export const noLimit = 2_000_000_000

export type Asked = ListFilter & { readonly of: HouseholdClass | 'none' | null; readonly sought: string | null }
export type Found = { readonly total: number; readonly more: boolean }

/** How households lived on the day, of whom today's register does not tell it. */
export const livedThen = ({ villages, day, today, of, sought }: Asked, households: readonly HouseholdId[]) =>
  sql`select * from households_then(${households}::uuid[], ${villages}::uuid[], ${day}, ${today}, ${of}, ${sought})`

/** What is kept of the villages today. */
export type Now = { readonly kept: ReturnType<typeof keptOn>; readonly households: number }
export async function nowOf(db: Db, asked: Asked): Promise<Now> {
  const kept = keptOn(asked.steps ?? (await keptSteps(db, asked.villages)), { ...asked, day: asked.today })
  return { kept, households: kept.rows.reduce((sum, row) => sum + row.households, 0) }
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

async function countThen(db: Db, asked: Asked, apart: readonly HouseholdId[]): Promise<number> {
  if (apart.length === 0) return 0
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from (${livedThen(asked, apart)}) t`.execute(db)
  return rows[0]?.n ?? 0
}

/** Whether so many live in the villages that they need not be counted: who is not apart lived there then. */
export async function isBeyond(
  db: Db,
  { villages, day, today, of, sought, all }: Asked,
  { kept, households: now }: Now,
) {
  if (day >= today || all || sought !== null || of !== null || kept.silent.length > 0 || now <= countedTo) return false
  const { rows } = await sql<{ n: number }>`
    select cardinality(households_apart(${villages}::uuid[], ${day}, ${today})) as n`.execute(db)
  return now - (rows[0]?.n ?? now) > countedTo
}

/** `picked`: all who hold what is sought, and who did on another day or stand there no more. */
type Known = Now & { readonly picked: readonly HouseholdId[] | null; readonly apart: readonly HouseholdId[] }

/** How many there are, today from what is kept; else counted, as far as is asked. */
export async function counted(db: Db, asked: Asked, { kept, households: now, picked, apart }: Known): Promise<Found> {
  const { villages, day, today, of, sought, all } = asked
  const told = kept.silent.length === 0
  if (sought !== null && !all && now > countedTo) return { total: few, more: true }
  if (told && sought === null && day === today) {
    const none = (row: Kept) => row.households - row.poor - row.near_poor - row.average - row.not_poor
    const one = (row: Kept) => (of === null ? row.households : of === 'none' ? none(row) : row[of])
    return { total: kept.rows.reduce((sum, row) => sum + one(row), 0), more: false }
  }
  const isTold = told && sought === null && of === null
  const past = await countThen(db, asked, apart)
  if (isTold) return { total: now + (await sinceThen(db, asked, apart)) + past, more: false }
  const most = all ? noLimit : countedTo + 1
  const held = sql`(${of}::text = 'none') <> (household_id in (
    select household_id from household_class where home_id = any (${villages}::uuid[])
       and (${of}::text = 'none' or class = ${of}) and ${validOn('household_class', day)}))`
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from (
      select from household where village_id = any (${villages}::uuid[]) and ${stands('household', day)}
         and household_id <> all (${apart}::uuid[]) and ${of === null ? sql`true` : held}
         and ${picked ? sql`household_id = any (${picked}::uuid[])` : sought === null ? sql`true` : sql`search like ${sought}`}
       limit ${most}) k`.execute(db)
  const n = (rows[0]?.n ?? 0) + past
  return { total: Math.min(n, most - 1), more: n >= most }
}
