/** Refuses unless the actor holds the right over this area, as it hangs today. */
import { type Actor, can, type GrantedRight } from '#kernel/access.ts'
import type { AreaId } from '#kernel/ids.ts'
import { problem } from '#kernel/problem.ts'
import type { Db } from '#platform/server/database/open.ts'

/** The area and all above it today; empty for an id that is no area. */
export const overOf = async (db: Db, area: AreaId): Promise<AreaId[]> =>
  (await db.selectFrom('area_reach').select('over_id').where('area_id', '=', area).execute()).map((r) => r.over_id)

/** Of several areas what stands over each, itself too. */
export async function oversOf(db: Db, areas: readonly AreaId[]): Promise<ReadonlyMap<AreaId, AreaId[]>> {
  if (areas.length === 0) return new Map()
  const rows = await db.selectFrom('area_reach').select(['area_id', 'over_id']).where('area_id', 'in', areas).execute()
  const overs = new Map<AreaId, AreaId[]>(areas.map((area) => [area, []]))
  for (const { area_id, over_id } of rows) overs.get(area_id)?.push(over_id)
  return overs
}

/** Returns what stands over the area; throws `access.denied`. */
export async function mustBeAble(
  { db, actor }: { db: Db; actor: Actor },
  right: GrantedRight,
  area: AreaId,
): Promise<AreaId[]> {
  const over = await overOf(db, area)
  if (!can(actor, right, over)) throw problem('access.denied', { right })
  return over
}
