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

type Named = { readonly areaId: AreaId; readonly parentId: AreaId | null; readonly name: string }

/** Another unit of one of these names under the same parent, on the day or later: what begins does not end by itself. */
export async function findNamesake(db: Db, units: readonly Named[], day: PlainDate): Promise<Named | null> {
  for (const unit of units) {
    const other = await db
      .selectFrom('area_version as v')
      .select(['v.area_id as areaId', 'v.parent_id as parentId', 'v.name'])
      .where('v.parent_id', 'is not distinct from', unit.parentId)
      .where('v.area_id', '<>', unit.areaId)
      .where(sql<string>`lower(v.name)`, '=', unit.name.toLowerCase())
      .where(sql<boolean>`coalesce(v.valid_until, 'infinity') > ${day} and v.valid_until is distinct from v.valid_from`)
      .limit(1)
      .executeTakeFirst()
    if (other) return other
  }
  return null
}
