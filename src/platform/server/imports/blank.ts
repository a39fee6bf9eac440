/** Why a cell is blank that the list needs: what a workbook says of it that its text does not. */
import { type Columns, type FileRow, mustBeFilled } from '#kernel/imports.ts'
import type { Said } from '#kernel/text.ts'
import type { Merge } from '../documents/xlsx/heights.ts'
import { cellAddress } from '../documents/xlsx/limits.ts'
import type { Marked } from '../documents/xlsx/marked.ts'

/** Merged cells by their columns; `row` from 1, `place` from 0. */
export function mergeFinder(merges: readonly Merge[]): (place: number, row: number) => Merge | undefined {
  const byPlace = new Map<number, readonly Merge[]>()
  const over = (place: number): readonly Merge[] => {
    const found =
      byPlace.get(place) ??
      merges.filter((one) => one.startCol <= place && place <= one.endCol).sort((a, b) => a.startRow - b.startRow)
    byPlace.set(place, found)
    return found
  }
  return (place, row) => {
    const all = over(place)
    let [from, to] = [0, all.length]
    while (from < to) {
      const middle = (from + to) >> 1
      if ((all[middle] as Merge).startRow < row) from = middle + 1
      else to = middle
    }
    const last = all[from - 1]
    return last && row <= last.endRow + 1 ? last : undefined
  }
}

export const mergeName = ({ startCol, startRow, endCol, endRow }: Merge): string =>
  `${cellAddress(startCol, startRow + 1)}:${cellAddress(endCol, endRow + 1)}`

const merged = (name: string): Said => ({
  vi: `Ô này thuộc ô gộp ${name}. Hãy bỏ gộp và ghi giá trị cho từng dòng.`,
  en: `The cell lies in the merged cell ${name}. Take the merge apart and write the value in each row.`,
})

const unresolved: Said = {
  vi: 'Ô này có công thức nhưng tệp không lưu kết quả của nó. Hãy mở tệp bằng Excel rồi lưu lại, hoặc ghi thẳng giá trị vào ô.',
  en: 'The cell holds a formula, but the file does not hold its result. Open the file in Excel and save it again, or write the value itself.',
}

type Ground<K extends string> = {
  readonly columns: Columns<K>
  readonly places: ReadonlyMap<K, number>
  readonly merges: readonly Merge[]
  readonly marked: Marked
}

/** What is said of a blank cell; null where it may be blank. */
export function blankFaults<K extends string>({ columns, places, merges, marked }: Ground<K>) {
  const mergeAt = mergeFinder(merges)
  return (key: K, { row }: Pick<FileRow<K>, 'row'>): Said | null => {
    const place = places.get(key)
    if (place !== undefined && marked.unresolved.has(cellAddress(place, row))) return unresolved
    if (!columns[key].required) return null
    const merge = place === undefined ? undefined : mergeAt(place, row)
    return merge ? merged(mergeName(merge)) : mustBeFilled
  }
}
