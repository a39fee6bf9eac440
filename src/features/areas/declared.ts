/** SQL of what areas declared of themselves: totals of a day, each with its source, corrected by a later version. */
import { sql } from 'kysely'
import type { PlainDate } from '#kernel/dates.ts'
import type { AreaId, Id } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import type { Mark } from './words.ts'

export type DeclaredTotal = {
  id: Id<'declared_total'>
  day: PlainDate
  households: number
  persons: number | null
  kinhHouseholds: number | null
  dttsHouseholds: number | null
  source: string
  mark: Mark
  because: string | null
  version: number
  /** What it replaces, and when that was entered (an instant). */
  was: { households: number; at: string; by: string | null } | null
}

/** The total that holds of each day: the last correction of it. */
const declared = (db: Db, areas: readonly AreaId[]) =>
  db
    .selectFrom('declared_total as t')
    .leftJoin('declared_total as w', (join) =>
      join
        .onRef('w.area_id', '=', 't.area_id')
        .onRef('w.day', '=', 't.day')
        .on(sql<boolean>`w.version = t.version - 1`),
    )
    .where(sql<boolean>`t.area_id = any (${areas}::uuid[])`)
    .where(
      sql<boolean>`not exists (select from declared_total n
        where n.area_id = t.area_id and n.day = t.day and n.version > t.version)`,
    )
    .select([
      't.area_id',
      't.id',
      't.day',
      't.households',
      't.persons',
      't.kinh_households as kinhHouseholds',
      't.dtts_households as dttsHouseholds',
      't.source',
      't.mark',
      't.because',
      't.version',
      sql<DeclaredTotal['was']>`case when w.id is not null
        then json_build_object('households', w.households, 'at', w.created_at, 'by', w.by_name) end`.as('was'),
    ])
    .orderBy('t.area_id')
    .orderBy('t.day', 'desc')

/** The newest total that each of these areas declared on or before a day, to divide by; whoever uses it names its source and day. */
export async function latestDeclaredTotals(db: Db, areas: readonly AreaId[], day: PlainDate) {
  const rows = await declared(db, areas).where('t.day', '<=', day).distinctOn('t.area_id').execute()
  return new Map<AreaId, DeclaredTotal>(rows.map(({ area_id, ...total }) => [area_id, total]))
}

export const latestDeclaredTotal = async (db: Db, areaId: AreaId, day: PlainDate): Promise<DeclaredTotal | null> =>
  (await latestDeclaredTotals(db, [areaId], day)).get(areaId) ?? null

export const listDeclaredTotals = async (db: Db, areaId: AreaId): Promise<DeclaredTotal[]> =>
  (await declared(db, [areaId]).limit(100).execute()).map(({ area_id: _area, ...total }) => total)
