/** What was read from a formula: the spreadsheet shows its last result, and a link shows its words. A person looks at it. */
import { type Fault, type FileRow, faultAt, rowsSaid } from '#kernel/imports.ts'
import { cellAddress } from '../documents/xlsx/limits.ts'

type Read<K extends string> = {
  readonly rows: readonly FileRow<K>[]
  readonly places: ReadonlyMap<K, number>
}

/** Once for each column: a whole column may be computed. */
export function* computedDoubts<K extends string>(
  { rows, places }: Read<K>,
  computed: ReadonlySet<string>,
): Generator<Fault<K>> {
  if (computed.size === 0) return
  for (const [key, place] of places) {
    const found = rows.filter(({ row, cells }) => cells[key] !== '' && computed.has(cellAddress(place, row)))
    const [first] = found
    if (!first) continue
    const cell = first.cells[key].slice(0, 40)
    const others = found.slice(1).map(({ row }) => row)
    const also = others.length > 0 ? rowsSaid(others) : null
    yield faultAt(first, key, {
      vi: `Ô này là công thức hoặc liên kết (HYPERLINK); kết quả “${cell}” được lấy như chữ${also ? `. Cột này còn ở ${also.vi}` : ''}. Nếu không đúng, hãy ghi thẳng giá trị vào ô.`,
      en: `The cell is a formula or a link (HYPERLINK); its result “${cell}” is taken as text${also ? `. So is ${also.en} of the column` : ''}. If that is wrong, write the value into the cell.`,
    })
  }
}
