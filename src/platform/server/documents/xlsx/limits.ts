/** How much of a file from outside is read before it is refused. */
import { plainLetters } from '#kernel/plainLetters.ts'
import type { Problem } from '#kernel/problem.ts'
import { hasTooManyMarks, mended, nfc, type Said } from '#kernel/text.ts'
import { sheetProblem } from './problems.ts'

export type SheetLimits = {
  /** Bytes of the file. */
  readonly bytes: number
  /** Parts of a workbook: a zip of some megabytes may name a hundred thousand. */
  readonly parts: number
  /** Bytes after unpacking: a small file may hide a very large one. */
  readonly unpacked: number
  /** How many times larger a large part may become: tables pack ten to thirty times, what means harm a thousand times. */
  readonly ratio: number
  readonly rows: number
  readonly columns: number
  /** Letters in one cell. */
  readonly cell: number
  /** Letters in all cells together, blanks too; each cell counts one more, an empty one too. */
  readonly letters: number
}

export const usualLimits: SheetLimits = {
  bytes: 20_000_000,
  parts: 2_000,
  unpacked: 200_000_000,
  ratio: 200,
  rows: 200_000,
  columns: 200,
  cell: 5_000,
  letters: 50_000_000,
}

export type ReadRow = {
  /** As the person sees it in the file: the first is 1. */
  readonly row: number
  readonly cells: readonly string[]
  /** Of a text: how many cells it has with the empty ones at its end. */
  readonly wide?: number
}

const whats: Readonly<Record<keyof SheetLimits, Said>> = {
  bytes: { vi: 'byte', en: 'bytes' },
  parts: { vi: 'phần trong tệp', en: 'parts in the file' },
  unpacked: { vi: 'byte sau khi giải nén', en: 'bytes once unpacked' },
  ratio: { vi: 'lần so với khi nén', en: 'times what is packed' },
  rows: { vi: 'dòng', en: 'rows' },
  columns: { vi: 'cột', en: 'columns' },
  cell: { vi: 'ký tự trong một ô', en: 'characters in a cell' },
  letters: { vi: 'ô và ký tự, kể cả ô và khoảng trống', en: 'cells and characters, blank ones too' },
}

const tooLarge = (what: keyof SheetLimits, limit: number): Problem =>
  sheetProblem('sheet.too_large', { limit, what: whats[what] })

export function mustFit(limits: SheetLimits, what: keyof SheetLimits, size: number): void {
  if (size > limits[what]) throw tooLarge(what, limits[what])
}

/** As many rows and columns as a spreadsheet has: blank ones are passed over, but not without end. */
export const sheetEnd = { rows: 1_048_576, columns: 16_384 } as const

/** `D4`, as spreadsheets call a cell; `place` from 0, `row` from 1. */
export function cellAddress(place: number, row: number): string {
  let letters = ''
  for (let rest = place + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  return `${letters}${row}`
}

/** A letter and its marks may stand apart in the file: three for one. */
const apart = 3

/**
 * Keeps a file's rows, one after the other: `keep(row, raw)` answers a row's cells, bounded before any work on them,
 * trimmed, in NFC, without the empty ones at its end, which spreadsheets drag along. What no database holds becomes
 * U+FFFD. A workbook can hold one text a million times, so all of them together are bounded, blanks too. Rows are counted
 * that say something: one far below the others is a row.
 * Throws `sheet.too_large`, `sheet.too_many_marks`, `sheet.cell_too_long`, `sheet.cell_beyond`.
 */
export function keeping(limits: SheetLimits): (row: number, raw: readonly string[]) => string[] {
  let letters = 0
  let said = 0
  return (row, raw) => {
    if (row > sheetEnd.rows) throw tooLarge('rows', limits.rows)
    if (raw.length > sheetEnd.columns) throw tooLarge('columns', limits.columns)
    for (const [place, text] of raw.entries()) {
      if (text.length > limits.cell * apart) throw tooLong(limits, place, row)
      letters += 1 + text.length
    }
    mustFit(limits, 'letters', letters)
    const trimmed = raw.map((text) => text.trim())
    const length = trimmed.findLastIndex((text) => text !== '') + 1
    if (length === 0) return []
    said += 1
    mustFit(limits, 'rows', said)
    if (length > limits.columns) throw beyond(limits, trimmed, row)
    return trimmed.slice(0, length).map((text, place) => keptCell(limits, { row, place, text }))
  }
}

const tooLong = ({ cell: limit }: SheetLimits, place: number, row: number): Problem =>
  sheetProblem('sheet.cell_too_long', { cell: cellAddress(place, row), limit })

/** The first cell that stands beside the table. */
function beyond({ columns }: SheetLimits, cells: readonly string[], row: number): Problem {
  const place = cells.findIndex((text, at) => at >= columns && text !== '')
  return sheetProblem('sheet.cell_beyond', { cell: cellAddress(place, row), limit: columns })
}

type RawCell = { readonly row: number; readonly place: number; readonly text: string }

function keptCell(limits: SheetLimits, { row, place, text }: RawCell): string {
  if (hasTooManyMarks(text)) throw sheetProblem('sheet.too_many_marks', { row })
  const cell = plainLetters(nfc(mended(text)))
  if (cell.length > limits.cell) throw tooLong(limits, place, row)
  return cell
}
