/** Of a list by villages in their order, the villages whose cases a page shows: only they are read. */
import type { AreaId } from '#kernel/ids.ts'
import { compareUnits } from '#kernel/order.ts'

export type VillageCount = { readonly areaId: AreaId; readonly name: string; readonly n: number }

/** Villages in order, and where on them the page begins. */
export type Stretch = { readonly villages: readonly AreaId[]; readonly offset: number; readonly limit: number }

/** `[from, from + size)` of all cases, by village. */
export function stretchOf(counts: readonly VillageCount[], from: number, size: number): Stretch {
  const villages: AreaId[] = []
  let [before, skipped] = [0, 0]
  for (const { areaId, n } of [...counts].sort(compareUnits)) {
    if (before >= from + size) break
    if (before + n <= from) skipped += n
    else villages.push(areaId)
    before += n
  }
  return { villages, offset: from - skipped, limit: size }
}
