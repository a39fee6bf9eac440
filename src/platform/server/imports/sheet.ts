/** Rows of a file under the headings of its columns. */
import { type Columns, columnFinder, type FileRow, keysOf, type RowFaultShown } from '#kernel/imports.ts'
import { readCsv } from '../documents/xlsx/csv.ts'
import { type ReadRow, usualLimits } from '../documents/xlsx/limits.ts'
import { readSheet } from '../documents/xlsx/read.ts'

/** Sixty thousand full rows unpack to 66 MB. */
const limits = { ...usualLimits, rows: 60_000, columns: 60, cell: 1_000, unpacked: 120_000_000 }

/** A workbook begins as a zip does, an old or locked one as OLE; anything else is read as CSV. Throws `sheet.*`. */
export const readRows = (bytes: Uint8Array): Promise<ReadRow[]> | ReadRow[] =>
  (bytes[0] === 0x50 && bytes[1] === 0x4b) || bytes[0] === 0xd0 ? readSheet(bytes, limits) : readCsv(bytes, limits)

export type Sheet<K extends string> = {
  readonly rows: readonly FileRow<K>[]
  /** Where each column stands in the file, from 0. */
  readonly places: ReadonlyMap<K, number>
  /** Headings that name no column. */
  readonly unread: readonly string[]
  /** Nothing but this where the headings are not those of the template, or nothing stands under them. */
  readonly faults: readonly RowFaultShown[]
}

/** The headings of a list of two columns are both needed, of a longer one four. */
const headingsNeeded = 4

const repeated = (column: string, cell: string, row: number): RowFaultShown => ({
  row,
  column,
  cell,
  vi: 'Cột này có hai lần. Chỉ giữ lại một.',
  en: 'This column stands twice. Keep one of them.',
})

export function underHeadings<K extends string>(rows: readonly ReadRow[], columns: Columns<K>): Sheet<K> {
  const [keys, find] = [keysOf(columns), columnFinder(columns)]
  const needed = Math.min(headingsNeeded, keys.length)
  const at = rows.findIndex(({ cells }) => cells.filter((cell) => find(cell)).length >= needed)
  const head = rows[at]
  const places = new Map<K, number>()
  const unread: string[] = []
  const twice: RowFaultShown[] = []
  head?.cells.forEach((cell, index) => {
    const key = find(cell)
    if (!key && cell) unread.push(cell.slice(0, 60))
    else if (key && places.has(key)) twice.push(repeated(columns[key].title.vi, cellAddress(index, head.row), head.row))
    else if (key) places.set(key, index)
  })
  if (twice.length > 0) return { rows: [], places, unread, faults: twice }
  const missing = keys.filter((key) => columns[key].required && !places.has(key))
  const none = (row: number, vi: string, en: string) => ({
    rows: [],
    places,
    unread,
    faults: [{ row, column: '', cell: '', vi, en }],
  })
  if (!head || missing.length > 0) {
    const titles = missing.map((key) => columns[key].title)
    return none(
      head?.row ?? 1,
      `Thiếu cột: ${titles.map((title) => title.vi).join(', ')}. Hãy dùng tệp mẫu.`,
      `Columns are missing: ${titles.map((title) => title.en).join(', ')}. Use the template.`,
    )
  }
  if (at + 1 === rows.length) return none(1, 'Tệp không có dòng nào dưới tiêu đề.', 'No rows below the headings.')
  const cellsOf = (cells: readonly string[]) =>
    Object.fromEntries(keys.map((key) => [key, cells[places.get(key) ?? -1] ?? ''])) as FileRow<K>['cells']
  return {
    places,
    unread,
    faults: [],
    rows: rows.slice(at + 1).map(({ row, cells }) => ({ row, cells: cellsOf(cells) })),
  }
}

/** `D4`, as spreadsheets call a cell; `place` from 0, `row` from 1. */
export function cellAddress(place: number, row: number): string {
  let letters = ''
  for (let rest = place + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  return `${letters}${row}`
}
