/** How far the people of a class travel. Pure. */
import type { AreaId } from '#kernel/ids.ts'

/** `far`: km from a commune to the place of the class; nothing where no way is known. A commune is at no distance from itself. */
export function travelTo(placeId: AreaId, homeIds: readonly AreaId[], far: (home: AreaId) => number | undefined) {
  const communes = [...new Set(homeIds)]
  const ways = communes.filter((home) => home !== placeId).map(far)
  const known = ways.filter((km) => km !== undefined)
  return {
    communes: communes.length,
    km: known.length > 0 ? Math.max(...known) : null,
    wayless: ways.length - known.length,
  }
}
