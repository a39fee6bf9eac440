/** Rows of a file under the headings of its columns. */
import { type Columns, columnFinder, type FileRow, keysOf, type RowFaultShown } from '#kernel/imports.ts'
import { type OldFont, oldFontOf } from '#kernel/oldFonts.ts'
import type { Said } from '#kernel/text.ts'
import type { ReadRow } from '../documents/xlsx/limits.ts'

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

export function underHeadings<K extends string>(rows: readonly ReadRow[], columns: Columns<K>): Sheet<K> {
  const [keys, find] = [keysOf(columns), columnFinder(columns)]
  const old = oldFontFault(rows)
  if (old) return { rows: [], places: new Map(), unread: [], faults: [old] }
  const at = headingRow(rows, find, keys.length)
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
