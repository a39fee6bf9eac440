/** A spreadsheet of households, one a row: `cases.csv` beside each standard and what `nb score` reads. Server only. */
import { readCsv } from '#platform/server/documents/xlsx/csv.ts'
import { columnOf, unknownColumns } from './rules/flat.ts'

export type TableRow = { readonly line: number; readonly cells: ReadonlyMap<string, string> }

/** The rows under the heading row. Throws RangeError where a heading is no known column, a Problem where it is no CSV. */
export function readHouseholdTable(bytes: Uint8Array): TableRow[] {
  const [head, ...rows] = readCsv(bytes)
  if (head === undefined) throw new RangeError('the file is empty')
  const unknown = unknownColumns(head.cells)
  if (unknown.length > 0) throw new RangeError(`unknown columns: ${unknown.join(', ')}`)
  const columns = head.cells.map(columnOf)
  const twice = columns.find((c, i) => c !== '' && columns.indexOf(c) !== i)
  if (twice !== undefined) throw new RangeError(`column ${twice} stands twice`)
  return rows.map(({ row, cells }) => ({
    line: row,
    cells: new Map(columns.map((column, i) => [column, cells[i] ?? ''])),
  }))
}
