/** Refuses unless the actor holds the right over this area, as it hangs today. */
import { type Actor, can, type GrantedRight } from '#kernel/access.ts'
import type { AreaId } from '#kernel/ids.ts'
import { problem } from '#kernel/problem.ts'
import type { Db } from '#platform/server/database/open.ts'

/** The area and all above it today; empty for an id that is no area. */
export const overOf = async (db: Db, area: AreaId): Promise<AreaId[]> =>
  (await db.selectFrom('area_reach').select('over_id').where('area_id', '=', area).execute()).map((r) => r.over_id)

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
