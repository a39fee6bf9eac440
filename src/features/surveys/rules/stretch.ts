/** Of a list by villages in their order, the villages whose cases a page shows: only they are read. */
import type { AreaId } from '#kernel/ids.ts'
import { compareNames } from '#kernel/order.ts'

export type VillageCount = { readonly villageId: AreaId; readonly name: string; readonly n: number }

/** Villages with their place in the order (one place for those of one name), and where on them the page begins. */
export type Stretch = {
  readonly villages: readonly { readonly villageId: AreaId; readonly place: number }[]
  readonly offset: number
  readonly limit: number
}

/** `[from, from + size)` of all cases, by village. */
export function stretchOf(counts: readonly VillageCount[], from: number, size: number): Stretch {
  const byName = [...counts].sort((a, b) => compareNames(a.name, b.name))
  const villages: { villageId: AreaId; place: number }[] = []
  let [before, at, skipped] = [0, 0, 0]
  while (at < byName.length && before < from + size) {
    const namesakes = byName.filter(({ name }) => name === byName[at]?.name)
    const n = namesakes.reduce((sum, village) => sum + village.n, 0)
    if (before + n <= from) skipped += n
    else villages.push(...namesakes.map(({ villageId }) => ({ villageId, place: at })))
    before += n
    at += namesakes.length
  }
  return { villages, offset: from - skipped, limit: size }
}
