/**
 * The one file that knows which library writes and reads .xlsx. Text always goes in as a text cell, never as a formula,
 * whatever it begins with; numbers go in as numbers.
 */
import {
  type Cell,
  type CellStyle,
  type CellValue,
  type NamedRange,
  readXlsx,
  streamXlsxRows,
  type WriteSheet,
  writeCsv,
  writeXlsx,
  writeXlsxStream,
} from 'hucre'
import { nfc } from '#kernel/text.ts'
import type { TableCell, TableColumn } from '../types.ts'
import { heightsOf, type Merge } from './heights.ts'

/** Counted again by the spreadsheet when rows are changed; `result` is what it says until then. */
export type Formula = { readonly formula: string; readonly result: string | number }
export type BookCell = TableCell | Formula

export type BookRow = {
  readonly cells: readonly BookCell[]
  /**
   * `title` and `mark` lie over the whole width; `head` is the repeated heading; `strong` a row in bold. Without lines
   * around them: `letters`, `slanted` and `note`, the words above and below a table, the first two in the middle.
   */
  readonly kind: 'mark' | 'title' | 'note' | 'letters' | 'slanted' | 'head' | 'strong' | 'plain'
  /** Cells of a `plain` row that a person should see at once, by their places. */
  readonly fills?: ReadonlyMap<number, keyof typeof colours>
}
export type Book = {
  readonly name: string
  readonly columns: readonly TableColumn[]
  readonly rows: readonly BookRow[]
  readonly landscape: boolean
  readonly merges: readonly Merge[]
  /** At the foot of every printed page, left of its number. */
  readonly foot?: string | undefined
}
/** What the file says of itself: its title, and the unit that issues it. */
export type About = { readonly title: string; readonly author: string }

const font = { name: 'Times New Roman', size: 11 }
const titleSize = 14
const edge = { style: 'thin' } as const
const border = { top: edge, bottom: edge, left: edge, right: edge }
const solid = (rgb: string) => ({ type: 'pattern', pattern: 'solid', fgColor: { rgb } }) as const
const fill = solid('F0EEE8')
const colours = { wrong: solid('F8C9C4'), doubted: solid('FBE3A6') } as const
/** Points; a spreadsheet makes no row higher. */
const highest = 409

function styleOf(row: BookRow, column: TableColumn | undefined, colour?: keyof typeof colours): CellStyle {
  const middle = { vertical: 'center', wrapText: true } as const
  const centre = { ...middle, horizontal: 'center' } as const
  switch (row.kind) {
    case 'mark':
      return { font: { ...font, bold: true, color: { rgb: '5A3A00' } } }
    case 'title':
      return { font: { ...font, size: titleSize, bold: true }, alignment: centre }
    case 'note':
      return { font: { ...font, italic: true }, alignment: { vertical: 'top', wrapText: true } }
    case 'letters':
      return { font: { ...font, bold: true }, alignment: centre }
    case 'slanted':
      return { font: { ...font, italic: true }, alignment: centre }
    case 'head':
      return { font: { ...font, bold: true }, border, fill, alignment: centre }
    default: {
      const alignment = { ...middle, horizontal: column?.align ?? ('left' as const) }
      return {
        font: { ...font, bold: row.kind === 'strong' },
        border,
        alignment,
        ...(colour ? { fill: colours[colour] } : {}),
        ...(column?.format ? { numFmt: column.format } : {}),
      }
    }
  }
}

const isFormula = (cell: BookCell): cell is Formula => typeof cell === 'object' && cell !== null

function written(cell: BookCell): CellValue {
  if (isFormula(cell)) return cell.result
  return typeof cell === 'string' ? nfc(cell) : cell === true ? 'x' : cell || (cell === 0 ? 0 : null)
}

const typeOf = (value: CellValue): 'string' | 'number' | 'empty' =>
  typeof value === 'string' ? 'string' : typeof value === 'number' ? 'number' : 'empty'

function cellOf(cell: BookCell, style: CellStyle): Partial<Cell> {
  const value = written(cell)
  if (!isFormula(cell)) return { value, type: typeOf(value), style }
  return { value: null, type: 'formula', style, formula: cell.formula, formulaResult: value }
}

/** A workbook of one sheet, with print setup: A4, one page wide, heading on every page, page number at the foot. */
export const writeBook = (book: Book, about: About): Promise<Uint8Array> => writeWorkbook([book], about)

type TextRow = readonly (string | number | null)[]
/** Rows as lines of text, commas between, after the mark of UTF-8 where it is the beginning of a file. */
export const writeTextTable = (rows: readonly TextRow[], { bom = true } = {}): string =>
  writeCsv(rows as CellValue[][], { bom, lineSeparator: '\r\n' })

/** The same for several sheets, in their order. */
export const writeWorkbook = (books: readonly Book[], { title, author }: About): Promise<Uint8Array> =>
  writeXlsx({
    sheets: books.map(sheetOf),
    namedRanges: books.map(printTitles),
    properties: { title: nfc(title), creator: nfc(author) },
  })

function headsOf({ rows }: Book): { readonly first: number; readonly last: number } {
  const heads = rows.flatMap((row, at) => (row.kind === 'head' ? [at] : []))
  return { first: heads[0] ?? 0, last: heads.at(-1) ?? 0 }
}

/** The rows that come again on every page. The library names the sheet without quotes, which a space makes invalid. */
function printTitles(book: Book): NamedRange {
  const { first, last } = headsOf(book)
  const sheet = `'${book.name.replaceAll("'", "''")}'`
  return { name: '_xlnm.Print_Titles', range: `${sheet}!$${first + 1}:$${last + 1}`, scope: book.name }
}

function sheetOf(book: Book): WriteSheet {
  const cells = new Map<string, Partial<Cell>>()
  book.rows.forEach((row, y) => {
    row.cells.forEach((cell, x) => {
      cells.set(`${y},${x}`, cellOf(cell, styleOf(row, book.columns[x], row.fills?.get(x))))
    })
  })
  const heights = heightsOf({
    rows: book.rows.map((row) => ({
      cells: row.cells.map((cell) => String(written(cell) ?? '')),
      size: row.kind === 'title' ? titleSize : font.size,
    })),
    widths: book.columns.map(({ width }) => width),
    merges: book.merges,
  })
  return {
    name: book.name,
    columns: book.columns.map((column) => ({ width: column.width })),
    rows: book.rows.map((row) => row.cells.map(written)),
    rowDefs: new Map([...heights].map(([row, height]) => [row, { height: Math.min(highest, height) }])),
    cells,
    merges: [...book.merges],
    freezePane: { rows: headsOf(book).last + 1 },
    pageSetup: {
      paperSize: 'a4',
      orientation: book.landscape ? 'landscape' : 'portrait',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      margins: { left: 0.5, right: 0.4, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddFooter: `${footText(book.foot)}&C&P/&N` },
  }
}

/** Small, at the left; Excel takes `&` for a command and 255 letters at most. */
const footText = (foot: string | undefined): string =>
  foot ? `&L&8${nfc(foot).replaceAll('&', '&&').slice(0, 220)}` : ''

/** Rows without number, for long exports: memory does not grow with them, but there is no print setup. */
export const streamBook = (
  columns: readonly TableColumn[],
  rows: AsyncIterable<readonly TableCell[]>,
  { name, above = [] }: { readonly name: string; readonly above?: readonly string[] },
): ReadableStream<Uint8Array> => {
  const widths = columns.map(({ width, format }) => ({ width, ...(format ? { numFmt: format } : {}) }))
  const heads = columns.map(({ title }) => title)
  return writeXlsxStream(valuesOf([...above.map((line) => [line]), heads], rows), {
    name,
    columns: widths,
    freezePane: { rows: above.length + 1 },
  })
}

async function* valuesOf(
  first: readonly (readonly TableCell[])[],
  rows: AsyncIterable<readonly TableCell[]>,
): AsyncGenerator<CellValue[]> {
  for (const row of first) yield row.map(written)
  for await (const row of rows) yield row.map(written)
}

/** A sheet by its name, with what of it is not seen in Excel; rows from 1, columns from 0. */
export type SheetInfo = {
  readonly name: string
  readonly hidden: boolean
  readonly hiddenRows: ReadonlySet<number>
  readonly hiddenColumns: ReadonlySet<number>
  readonly merges: readonly Merge[]
  /** What its first cell says: of a sheet without its cells, the number of its part. */
  readonly first: CellValue
}

/** The sheets of a workbook given without its cells. */
export async function sheetsOf(zip: ReadableStream<Uint8Array>): Promise<SheetInfo[]> {
  const { sheets } = await readXlsx(zip)
  return sheets.map(({ name, hidden, veryHidden, rowDefs, columns, rows, merges }) => ({
    name,
    hidden: hidden === true || veryHidden === true,
    hiddenRows: new Set([...(rowDefs ?? [])].flatMap(([row, def]) => (def.hidden ? [row + 1] : []))),
    hiddenColumns: new Set((columns ?? []).flatMap((column, at) => (column.hidden ? [at] : []))),
    merges: merges ?? [],
    first: rows[0]?.[0] ?? null,
  }))
}

/** Rows of a sheet, counted from 0, with their index from 0; empty rows are left out by the file itself. */
export const streamRows = (
  zip: ReadableStream<Uint8Array>,
  wanted: { readonly sheet: number; readonly maxRows: number },
): AsyncGenerator<{ index: number; values: CellValue[] }> => streamXlsxRows(zip, wanted)
