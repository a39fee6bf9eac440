/** Rows of a file under the headings of its columns. */
import {
  type Columns,
  columnFinder,
  type FileRow,
  type FileSource,
  keysOf,
  type RowFaultShown,
} from '#kernel/imports.ts'
import { type OldFont, oldFontOf } from '#kernel/oldFonts.ts'
import type { Said } from '#kernel/text.ts'
import type { ReadRow } from '../documents/xlsx/limits.ts'

type Passed = Pick<FileSource, 'titleRowCount' | 'headingRow' | 'blankRowCount'>
const nonePassed: Passed = { titleRowCount: 0, headingRow: 0, blankRowCount: 0 }

/** Rows without a word are not among `rows`: they are seen by the numbers of those that are. */
function passedOver(rows: readonly ReadRow[], at: number): Passed {
  const says = rows.filter(({ cells }, place) => place > at && cells.some((cell) => cell.trim() !== ''))
  const titles = rows.slice(0, at).filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  const headingRow = rows[at]?.row ?? 0
  const under = (says.at(-1)?.row ?? headingRow) - headingRow
  return { titleRowCount: titles.length, headingRow, blankRowCount: under - says.length }
}

export type Sheet<K extends string> = {
  readonly rows: readonly FileRow<K>[]
  /** Where each column stands in the file, from 0. */
  readonly places: ReadonlyMap<K, number>
  /** Headings that name no column. */
  readonly unread: readonly string[]
  /** Cells of the heading row that are empty though something stands under them: `J1`. */
  readonly nameless: readonly string[]
  /** What was passed over. */
  readonly passed: Passed
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

/** Where the first row stands that has as many headings as are needed, of a list of so many columns; -1 without. */
export const headingRow = (
  rows: readonly ReadRow[],
  find: (heading: string) => string | undefined,
  columns: number,
): number => {
  const needed = Math.min(headingsNeeded, columns)
  return rows.findIndex(({ cells }) => cells.filter((cell) => find(cell)).length >= needed)
}

const fonts: Readonly<Record<OldFont, Said & { readonly coding: string }>> = {
  TCVN3: { vi: 'phông .VnTime (bảng mã TCVN3)', en: 'a .VnTime font (TCVN3)', coding: 'TCVN3 (ABC)' },
  VNI: { vi: 'phông VNI (bảng mã VNI)', en: 'a VNI font', coding: 'VNI Windows' },
}

/** A list typed in a font of the time before Unicode: said once, at its first cell, and nothing else of it is read. */
function oldFontFault(rows: readonly ReadRow[]): RowFaultShown | null {
  const counts: Record<OldFont, number> = { TCVN3: 0, VNI: 0 }
  let first: { readonly row: number; readonly cell: string; readonly sample: string } | null = null
  for (const { row, cells } of rows)
    for (const [place, text] of cells.entries()) {
      const font = oldFontOf(text)
      if (!font) continue
      counts[font]++
      first ??= { row, cell: cellAddress(place, row), sample: text.slice(0, 40) }
    }
  if (!first) return null
  const { row, cell, sample } = first
  const { vi, en, coding } = fonts[counts.VNI > counts.TCVN3 ? 'VNI' : 'TCVN3']
  const count = counts.VNI + counts.TCVN3
  return {
    row,
    column: '',
    cell,
    vi: `Chữ gõ bằng ${vi}: ${count} ô, ô đầu là “${sample}”. Hãy chuyển bảng sang Unicode (trong UniKey: Công cụ, từ ${coding} sang Unicode), lưu rồi tải lên.`,
    en: `Typed in ${en}: ${count} cells, the first is “${sample}”. Convert the table to Unicode (UniKey's tools, from ${coding} to Unicode), save it and upload again.`,
  }
}

const widthOf = ({ cells, wide = cells.length }: ReadRow): number => wide

/** A cell too many in a text, even an empty one, has pushed all after it under the wrong heading. */
const pushedAside = (head: ReadRow, row: ReadRow): RowFaultShown => ({
  row: row.row,
  column: '',
  cell: cellAddress(widthOf(head), row.row),
  vi: `Dòng có ${widthOf(row)} ô mà bảng chỉ có ${widthOf(head)} cột. Ô nào có dấu phân cách thì đặt cả ô trong ngoặc kép, ví dụ "Ngõ 5, xóm Đông"; dấu phân cách thừa ở cuối dòng thì bỏ.`,
  en: `The row has ${widthOf(row)} cells under ${widthOf(head)} headings. A cell that holds the separator stands in quotes, as "Lane 5, house 2"; take away a separator too many at the end.`,
})

/** Where a heading is empty and something stands under it. */
function namelessOf(head: ReadRow, rows: readonly ReadRow[]): string[] {
  const places = new Set<number>()
  for (const { cells } of rows) for (const [at, cell] of cells.entries()) if (cell && !head.cells[at]) places.add(at)
  return [...places].sort((a, b) => a - b).map((at) => cellAddress(at, head.row))
}

type Head<K extends string> = Omit<Sheet<K>, 'rows' | 'passed'>

function readHead<K extends string>(head: ReadRow, columns: Columns<K>): Head<K> {
  const [keys, find] = [keysOf(columns), columnFinder(columns)]
  const places = new Map<K, number>()
  const unread: string[] = []
  const faults: RowFaultShown[] = []
  head.cells.forEach((cell, index) => {
    const key = find(cell)
    if (!key && cell) unread.push(cell.slice(0, 60))
    else if (key && places.has(key))
      faults.push(repeated(columns[key].title.vi, cellAddress(index, head.row), head.row))
    else if (key) places.set(key, index)
  })
  const missing = keys.filter((key) => columns[key].required && !places.has(key))
  if (faults.length === 0 && missing.length > 0) faults.push(lacking(head.row, columns, missing))
  return { places, unread, nameless: [], faults }
}

const lacking = <K extends string>(row: number, columns: Columns<K>, keys: readonly K[]): RowFaultShown => ({
  ...{ row, column: '', cell: '' },
  vi: `Thiếu cột: ${keys.map((key) => columns[key].title.vi).join(', ')}. Hãy dùng tệp mẫu.`,
  en: `Columns are missing: ${keys.map((key) => columns[key].title.en).join(', ')}. Use the template.`,
})

const noRows: RowFaultShown = {
  ...{ row: 1, column: '', cell: '' },
  vi: 'Tệp không có dòng nào dưới tiêu đề.',
  en: 'No rows below the headings.',
}

export function underHeadings<K extends string>(rows: readonly ReadRow[], columns: Columns<K>): Sheet<K> {
  const keys = keysOf(columns)
  const nothing = { rows: [], places: new Map<K, number>(), unread: [], nameless: [], passed: nonePassed }
  const old = oldFontFault(rows)
  if (old) return { ...nothing, faults: [old] }
  const at = headingRow(rows, columnFinder(columns), keys.length)
  const head = rows[at]
  if (!head) {
    const required = keys.filter((key) => columns[key].required)
    return { ...nothing, faults: [lacking(1, columns, required)] }
  }
  const read = { ...readHead(head, columns), passed: passedOver(rows, at) }
  if (read.faults.length > 0) return { ...read, rows: [] }
  const body = rows.slice(at + 1)
  // A workbook's cells stand where they stand.
  const pushed = body.filter((row) => row.wide !== undefined && widthOf(row) > widthOf(head))
  if (pushed.length > 0) return { ...read, rows: [], faults: pushed.map((row) => pushedAside(head, row)) }
  if (body.length === 0) return { ...read, rows: [], faults: [noRows] }
  const cellsOf = (cells: readonly string[]) =>
    Object.fromEntries(keys.map((key) => [key, cells[read.places.get(key) ?? -1] ?? ''])) as FileRow<K>['cells']
  return {
    ...read,
    nameless: namelessOf(head, body),
    rows: body.map(({ row, cells }) => ({ row, cells: cellsOf(cells) })),
  }
}

/** `D4`, as spreadsheets call a cell; `place` from 0, `row` from 1. */
export function cellAddress(place: number, row: number): string {
  let letters = ''
  for (let rest = place + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  return `${letters}${row}`
}
