/** The table of a file: which sheet of a workbook is read, which are not, and what of it Excel hides. */
import { type Columns, columnFinder, type FileSource, keysOf } from '#kernel/imports.ts'
import { readCsv } from '../documents/xlsx/csv.ts'
import type { Merge } from '../documents/xlsx/heights.ts'
import { tableKind } from '../documents/xlsx/kind.ts'
import { type ReadRow, usualLimits } from '../documents/xlsx/limits.ts'
import { type Marked, unmarked } from '../documents/xlsx/marked.ts'
import { sheetProblem } from '../documents/xlsx/problems.ts'
import { type OpenBook, openBook } from '../documents/xlsx/read.ts'
import { headingRow } from './headings.ts'
import { rowsLookedAt } from './missingHeads.ts'

/** Sixty thousand full rows unpack to 66 MB. A cell has room for all that the sheet of faulty rows says of one. */
const limits = { ...usualLimits, rows: 60_000, columns: 60, cell: 4_000, unpacked: 120_000_000 }

export type HiddenIn = { readonly rows: ReadonlySet<number>; readonly columns: ReadonlySet<number> }
/** What a text says of itself beside its cells. */
const nothing = { hidden: { rows: new Set<number>(), columns: new Set<number>() }, merges: [], marked: unmarked }

export type Table = Pick<FileSource, 'sheet' | 'others'> & {
  readonly rows: readonly ReadRow[]
  readonly hidden: HiddenIn
  readonly merges: readonly Merge[]
  readonly marked: Marked
}

/** `wanted` names a sheet; else the first with the headings is read, or the first. Throws `sheet.*`. */
export async function readTable(bytes: Uint8Array, columns: Columns, wanted: string | null): Promise<Table> {
  if (tableKind(bytes) === 'text') return { rows: readCsv(bytes, limits), sheet: null, others: [], ...nothing }
  const book = await openBook(bytes, limits)
  const fits = await fitting(book, columns)
  const at = wanted === null ? firstOf(book, fits) : book.sheets.findIndex(({ name }) => name === wanted)
  const read = book.sheets[at]
  if (!read)
    throw wanted === null ? sheetProblem('sheet.unreadable') : sheetProblem('sheet.no_such_sheet', { sheet: wanted })
  const rows = await book.rows(at)
  if (rows.length === 0 && book.sheets.length === 1) throw sheetProblem('sheet.empty')
  return {
    rows,
    sheet: read.name,
    others: book.sheets
      .map(({ name, hidden }, other) => ({ name, hidden, fits: fits[other] ?? false }))
      .filter((_, other) => other !== at)
      .slice(0, mostLookedAt),
    hidden: { rows: read.hiddenRows, columns: read.hiddenColumns },
    merges: read.merges,
    marked: book.marked(at),
  }
}

/** Of a workbook with more sheets the rest is not looked at. */
const mostLookedAt = 60
/** Which sheets have the headings. One that stands alone need not be looked at. */
async function fitting({ sheets, rows }: OpenBook, columns: Columns): Promise<readonly boolean[]> {
  if (sheets.length === 1) return [true]
  const find = columnFinder(columns)
  const fits: boolean[] = []
  for (const at of sheets.keys()) {
    if (at >= mostLookedAt) break
    // A sheet of a chart has no rows at all; what is wrong with another is not of this list.
    const first = await rows(at, rowsLookedAt).catch(() => [])
    fits.push(headingRow(first, find, keysOf(columns).length) >= 0)
  }
  return fits
}

/** The first that can be seen and fits; else any that fits, any that can be seen, the first. */
function firstOf({ sheets }: OpenBook, fits: readonly boolean[]): number {
  const seen = (at: number): boolean => sheets[at]?.hidden === false
  const places = [...sheets.keys()]
  const best = [(at: number) => seen(at) && fits[at] === true, (at: number) => fits[at] === true, seen]
  return best.map((is) => places.findIndex(is)).find((at) => at >= 0) ?? 0
}
