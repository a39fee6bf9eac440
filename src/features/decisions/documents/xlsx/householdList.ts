/** Forms 15 and 14 as a spreadsheet: the same columns and rows as on paper. */

import type { PaperFrame } from '#platform/server/documents/types.ts'
import { type BookRow, writeBook } from '#platform/server/documents/xlsx/hucre.ts'
import { sheetName, topRows } from '#platform/server/documents/xlsx/table.ts'
import { type ListRow, listColumns, listFormNote, listNotes, listRows, listTitle, listTotal } from '../householdList.ts'
import type { HouseholdListInput } from '../types.ts'

export function householdListXlsx(input: HouseholdListInput, frame: PaperFrame): Promise<Uint8Array> {
  const columns = listColumns(input.class)
  const top = topRows(listTitle(input), input.issuer.name, frame)
  const whole = (row: number) => ({ startRow: row, startCol: 0, endRow: row, endCol: columns.length - 1 })
  const list = listRows(input)
  const body = list.map((row) => bodyRow(row, columns.length))
  const after = top.length + 2 + body.length
  const notes = listNotes(input)
  const noteRows = Array.from({ length: notes.length + 2 }, (_, at) => after + at)
  const groupRows = list.flatMap((row, at) => (row.kind === 'group' ? [top.length + 2 + at] : []))
  return writeBook({
    name: sheetName(input.class === 'poor' ? 'Hộ nghèo' : 'Hộ cận nghèo'),
    columns,
    landscape: true,
    rows: [
      ...top,
      { kind: 'head', cells: columns.map((column) => column.group ?? column.title) },
      { kind: 'head', cells: columns.map((column) => (column.group ? column.title : null)) },
      ...body,
      { kind: 'note', cells: [listTotal(input)] },
      ...notes.map((note) => ({ kind: 'note' as const, cells: [note] })),
      { kind: 'note', cells: [listFormNote(input.class)] },
    ],
    merges: [...[...top.keys(), ...groupRows, ...noteRows].map(whole), ...headMerges(columns, top.length)],
  })
}

/** Number cells of a member (year, count) stay numbers so that the office can sort and count them. */
const asNumber = (cell: string | boolean): string | boolean | number =>
  typeof cell === 'string' && /^\d{1,6}$/.test(cell) ? Number(cell) : cell

const bodyRow = (row: ListRow, width: number): BookRow =>
  row.kind === 'group'
    ? { kind: 'strong', cells: [...row.cells, ...new Array<null>(width - 1).fill(null)] }
    : { kind: row.kind === 'head' ? 'strong' : 'plain', cells: row.cells.map(asNumber) }

function headMerges(columns: ReturnType<typeof listColumns>, row: number) {
  return columns.flatMap(({ group }, at) => {
    if (!group) return [{ startRow: row, startCol: at, endRow: row + 1, endCol: at }]
    if (columns[at - 1]?.group === group) return []
    const count = columns.filter((other) => other.group === group).length
    return [{ startRow: row, startCol: at, endRow: row, endCol: at + count - 1 }]
  })
}
