/** What stands already of what is about to be recorded. Asked under `holdTree`: nobody adds it meanwhile. */
import { sql } from 'kysely'
import type { PlainDate } from '#kernel/dates.ts'
import type { InputOf } from '#kernel/endpoint.ts'
import type { AreaId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import { validOn } from '#platform/server/sql/days.ts'
import type * as contract from './contract.ts'

/** The same status in a time that meets the given one: it stands when this begins, or begins within it. */
export const findStatusHeld = (
  db: Db,
  { areaId, status, from, until }: InputOf<typeof contract.giveStatus>,
): Promise<{ decision: string | null } | undefined> =>
  db
    .selectFrom('area_status as s')
    .select('s.decision')
    .where('s.area_id', '=', areaId)
    .where('s.status', '=', status)
    .where(sql<boolean>`(${validOn('s', from)}
      or s.valid_from >= ${from} and s.valid_from < coalesce(${until}::date, 'infinity'))`)
    .limit(1)
    .executeTakeFirst()

/** Whether the same numbers of the same day and source are there. */
export async function isDeclared(db: Db, input: InputOf<typeof contract.declareTotal>): Promise<boolean> {
  const { areaId, day, households, persons, kinhHouseholds, dttsHouseholds, source } = input
  const row = await db
    .selectFrom('declared_total')
    .select('id')
    .where('area_id', '=', areaId)
    .where('day', '=', day)
    .where('households', 'is not distinct from', households)
    .where('persons', 'is not distinct from', persons)
    .where('kinh_households', 'is not distinct from', kinhHouseholds)
    .where('dtts_households', 'is not distinct from', dttsHouseholds)
    .where('source', '=', source)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

type Named = { readonly areaId: AreaId; readonly parentId: AreaId | null; readonly name: string }

/** Another unit of one of these names under the same parent on the day. */
export async function findNamesake(db: Db, units: readonly Named[], day: PlainDate): Promise<Named | null> {
  for (const unit of units) {
    const other = await db
      .selectFrom('area_version as v')
      .select(['v.area_id as areaId', 'v.parent_id as parentId', 'v.name'])
      .where('v.parent_id', 'is not distinct from', unit.parentId)
      .where('v.area_id', '<>', unit.areaId)
      .where(sql<string>`lower(v.name)`, '=', unit.name.toLowerCase())
      .where(validOn('v', day))
      .limit(1)
      .executeTakeFirst()
    if (other) return other
  }
  return null
}
