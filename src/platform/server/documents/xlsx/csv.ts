/** Reading CSV as Vietnamese offices make it: UTF-8 with or without a mark, comma, semicolon or tab, quoted fields. */
import { CsvError, parse } from 'csv-parse/sync'
import { keeping, mustFit, type ReadRow, type SheetLimits, sheetEnd, usualLimits } from './limits.ts'
import { sheetProblem } from './problems.ts'

/** Any of the three line ends; rows of any length; a quote in the middle of a field is an ordinary letter. */
const mannersOf = (delimiter: string) => ({
  delimiter,
  record_delimiter: ['\r\n', '\n', '\r'],
  relax_column_count: true,
  relax_quotes: true,
})

/** Letters of one row: the widest that is taken, each letter with its marks apart. */
const longestRow = ({ columns, cell }: SheetLimits): number => columns * cell * 3

/**
 * Rows of text, trimmed and in NFC; `row` counts rows as a spreadsheet shows them. Excel's “Unicode Text” (UTF-16) is
 * read too.
 * Throws `sheet.not_utf8`, `sheet.not_table`, `sheet.empty`, `sheet.quote_open` or `sheet.too_large`.
 */
export function readCsv(bytes: Uint8Array, limits: SheetLimits = usualLimits): ReadRow[] {
  mustFit(limits, 'bytes', bytes.length)
  const text = decode(bytes)
  const keep = keeping(limits)
  const rows: ReadRow[] = []
  let row = 0
  const take = (cells: string[]): null => {
    row++
    const kept = keep(row, cells)
    if (kept.length > 0) rows.push({ row, cells: kept, wide: cells.length })
    return null
  }
  try {
    parse(text, {
      ...mannersOf(separatorOf(text)),
      max_record_size: longestRow(limits),
      // Told before a row of millions of empty cells is made.
      cast: (field, { index }) => {
        if (index > sheetEnd.columns) mustFit(limits, 'columns', Number.POSITIVE_INFINITY)
        return field
      },
      on_record: take,
    })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    if (error.code === 'CSV_QUOTE_NOT_CLOSED') throw sheetProblem('sheet.quote_open', { row: row + 1 })
    mustFit(limits, 'cell', Number.POSITIVE_INFINITY)
  }
  if (rows.length === 0) throw sheetProblem('sheet.empty')
  return rows
}

function encodingOf([first, second]: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
}

function decode(bytes: Uint8Array): string {
  const encoding = encodingOf(bytes)
  // A zero stands in no text of single bytes.
  if (encoding === 'utf-8' && bytes.includes(0)) throw sheetProblem('sheet.not_table')
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    throw sheetProblem('sheet.not_utf8')
  }
}

const marks = [',', ';', '\t'] as const
/** A title has fewer of them than the headings of a list below it. */
const marksOfHeadings = 3

/**
 * The mark that separates the cells, outside quotes: of the first row that has three of one, which no title has; else of
 * the first that has any; a comma where none has.
 */
export function separatorOf(text: string): string {
  const rows = text.slice(0, 20_000).match(/(?:"(?:[^"]|"")*"|[^"\r\n])+/g) ?? []
  const counts = rows.map((row) => {
    const bare = row.replace(/"(?:[^"]|"")*"/g, '')
    return marks.map((mark) => ({ mark, count: bare.split(mark).length - 1 }))
  })
  const most = counts.map((row) => row.reduce((best, one) => (one.count > best.count ? one : best)))
  return (most.find(({ count }) => count >= marksOfHeadings) ?? most.find(({ count }) => count > 0))?.mark ?? ','
}

/** The cells of one row as they stand; null while a quote is open at its end, as where a cell holds a line end. */
export function cellsOf(text: string, separator: string): string[] | null {
  try {
    return parse(text, mannersOf(separator))[0] ?? []
  } catch (error) {
    if (error instanceof CsvError && error.code === 'CSV_QUOTE_NOT_CLOSED') return null
    throw error
  }
}
