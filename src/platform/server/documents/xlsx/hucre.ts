/**
 * The one file that knows which library writes and reads .xlsx. Text always goes in as a text cell, never as a formula,
 * whatever it begins with; numbers go in as numbers.
 */
import {
  type CellStyle,
  type CellValue,
  EncryptedFileError,
  readXlsx,
  streamXlsxRows,
  type WriteSheet,
  writeXlsx,
  writeXlsxStream,
} from 'hucre'
import { nfc } from '#kernel/text.ts'
import type { TableCell, TableColumn } from '../types.ts'

export type BookRow = {
  readonly cells: readonly TableCell[]
  /** `title` and `mark` lie over the whole width; `head` is the repeated heading; `strong` a row in bold. */
  readonly kind: 'mark' | 'title' | 'note' | 'head' | 'strong' | 'plain'
}
export type Book = {
  readonly name: string
  readonly columns: readonly TableColumn[]
  readonly rows: readonly BookRow[]
  readonly landscape: boolean
  /** Cells joined, as row and column from 0, both ends included. */
  readonly merges: readonly { startRow: number; startCol: number; endRow: number; endCol: number }[]
}

const font = { name: 'Times New Roman', size: 11 }
const edge = { style: 'thin' } as const
const border = { top: edge, bottom: edge, left: edge, right: edge }
const fill = { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'F0EEE8' } } as const

function styleOf(row: BookRow, column: TableColumn | undefined): CellStyle {
  const middle = { vertical: 'center', wrapText: true } as const
  switch (row.kind) {
    case 'mark':
      return { font: { ...font, bold: true, color: { rgb: '5A3A00' } } }
    case 'title':
      return { font: { ...font, size: 14, bold: true } }
    case 'note':
      return { font: { ...font, italic: true } }
    case 'head':
      return { font: { ...font, bold: true }, border, fill, alignment: { ...middle, horizontal: 'center' } }
    default: {
      const alignment = { ...middle, horizontal: column?.align ?? ('left' as const) }
      return {
        font: { ...font, bold: row.kind === 'strong' },
        border,
        alignment,
        ...(column?.format ? { numFmt: column.format } : {}),
      }
    }
  }
}

const written = (cell: TableCell): CellValue =>
  typeof cell === 'string' ? nfc(cell) : cell === true ? 'x' : cell || (cell === 0 ? 0 : null)

/** A workbook of one sheet, with print setup: A4, one page wide, heading on every page, page number at the foot. */
export const writeBook = (book: Book): Promise<Uint8Array> => writeWorkbook([book])

/** The same for several sheets, in their order. */
export const writeWorkbook = (books: readonly Book[]): Promise<Uint8Array> =>
  writeXlsx({ sheets: books.map(sheetOf), properties: { creator: 'Nâng Bước' } })

function sheetOf(book: Book): WriteSheet {
  const cells = new Map<string, { value: CellValue; type: 'string' | 'number' | 'empty'; style: CellStyle }>()
  book.rows.forEach((row, y) => {
    row.cells.forEach((cell, x) => {
      const value = written(cell)
      const type = typeof value === 'string' ? 'string' : typeof value === 'number' ? 'number' : 'empty'
      cells.set(`${y},${x}`, { value, type, style: styleOf(row, book.columns[x]) })
    })
  })
  const heads = book.rows.flatMap((row, at) => (row.kind === 'head' ? [at] : []))
  const [firstHead = 0] = heads
  const lastHead = heads.at(-1) ?? 0
  return {
    name: book.name,
    columns: book.columns.map((column) => ({ width: column.width })),
    rows: book.rows.map((row) => row.cells.map(written)),
    cells,
    merges: [...book.merges],
    freezePane: { rows: lastHead + 1 },
    pageSetup: {
      paperSize: 'a4',
      orientation: book.landscape ? 'landscape' : 'portrait',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `$${firstHead + 1}:$${lastHead + 1}`,
      margins: { left: 0.6, right: 0.6, top: 0.8, bottom: 0.8, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddFooter: '&C&P/&N' },
  }
}

/** Rows without number, for long exports: memory does not grow with them, but there is no print setup. */
export const streamBook = (
  columns: readonly TableColumn[],
  rows: AsyncIterable<readonly TableCell[]>,
  name: string,
): ReadableStream<Uint8Array> => {
  const head = columns.map(({ title, width, format }) => ({
    header: title,
    width,
    ...(format ? { numFmt: format } : {}),
  }))
  return writeXlsxStream(valuesOf(rows), { name, columns: head, freezePane: { rows: 1 } })
}

async function* valuesOf(rows: AsyncIterable<readonly TableCell[]>): AsyncGenerator<CellValue[]> {
  for await (const row of rows) yield row.map(written)
}

export const isLocked = (error: unknown): boolean => error instanceof EncryptedFileError

/** A sheet by its name, with what of it is not seen in Excel; rows from 1, columns from 0. */
export type SheetInfo = {
  readonly name: string
  readonly hidden: boolean
  readonly hiddenRows: ReadonlySet<number>
  readonly hiddenColumns: ReadonlySet<number>
  /** What its first cell says: of a sheet without its cells, the number of its part. */
  readonly first: CellValue
}

/** The sheets of a workbook given without its cells. */
export async function sheetsOf(zip: ReadableStream<Uint8Array>): Promise<SheetInfo[]> {
  const { sheets } = await readXlsx(zip)
  return sheets.map(({ name, hidden, veryHidden, rowDefs, columns, rows }) => ({
    name,
    hidden: hidden === true || veryHidden === true,
    hiddenRows: new Set([...(rowDefs ?? [])].flatMap(([row, def]) => (def.hidden ? [row + 1] : []))),
    hiddenColumns: new Set((columns ?? []).flatMap((column, at) => (column.hidden ? [at] : []))),
    first: rows[0]?.[0] ?? null,
  }))
}

/** Rows of a sheet, counted from 0, with their index from 0; empty rows are left out by the file itself. */
export const streamRows = (
  zip: ReadableStream<Uint8Array>,
  wanted: { readonly sheet: number; readonly maxRows: number },
): AsyncGenerator<{ index: number; values: CellValue[] }> => streamXlsxRows(zip, wanted)
