/** Members that a list has no use for without their household. Pure. */
import type { FileRow } from '#kernel/imports.ts'
import { fold, tidy } from '#kernel/text.ts'
import type { ColumnKey } from './columns.ts'
import { findRelation } from './values.ts'

type Row = FileRow<ColumnKey>

const isHead = ({ cells }: Row): boolean => findRelation(cells.relation) === 'head'

/**
 * Each row brings all of its village and number. Since these may be what is wrong with it, those without a head bring the
 * household of the row above too, and a head those without one below.
 */
export function householdsAround(rows: readonly Row[]) {
  const places = new Map<string, number>()
  const groups: number[][] = []
  const headed = new Set<number>()
  const own = rows.map((one) => {
    const { village, number } = one.cells
    const key = `${fold(tidy(village))} ${tidy(number).toLowerCase()}`
    const at = places.get(key) ?? groups.push([]) - 1
    places.set(key, at)
    groups[at]?.push(one.row)
    // Who is no relation that can be read may be the head.
    if (isHead(one) || findRelation(one.cells.relation) === null) headed.add(at)
    return at
  })
  const besideOf = (one: Row, at: number): number | undefined => {
    const [above, mine, below] = [own[at - 1], own[at] ?? 0, own[at + 1]]
    if (isHead(one)) return below !== undefined && !headed.has(below) ? below : undefined
    return headed.has(mine) ? undefined : above
  }
  const of = rows.map((one, at) => [one.row, [own[at] ?? 0, besideOf(one, at) ?? own[at] ?? 0]] as const)
  return { groups, of: new Map(of), deep: false }
}
