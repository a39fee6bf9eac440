/** Reading CSV as Vietnamese offices make it: UTF-8 with or without a mark, comma, semicolon or tab, quoted fields. */
import { CsvError, parse } from 'csv-parse/sync'
import type { Problem } from '#kernel/problem.ts'
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
  const told = toldSeparator(text)
  const keep = keeping(limits)
  const rows: ReadRow[] = []
  let row = 0
  const take = (cells: string[]): null => {
    row++
    if (row === 1 && told) return null
    const kept = keep(row, cells)
    if (kept.length > 0) rows.push({ row, cells: kept, wide: cells.length })
    return null
  }
  try {
    parse(text, {
      ...mannersOf(told ?? separatorOf(text)),
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

/** How much of a file tells its coding. */
const looked = 4_096

/** By its mark; without one by the zeros beside plain letters, which UTF-16 has at every other place. */
function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  const pairs = Math.min(bytes.length, looked) >> 1
  let [even, odd] = [0, 0]
  for (let at = 0; at < pairs * 2; at += 2) {
    if (bytes[at] === 0) even += 1
    if (bytes[at + 1] === 0) odd += 1
  }
  if (even === 0 && odd > pairs / 3) return 'utf-16le'
  return odd === 0 && even > pairs / 3 ? 'utf-16be' : 'utf-8'
}

/** What a text with a zero byte is: damaged at a row, where nearly all of it is text; else no text at all. */
function withZero(bytes: Uint8Array): Problem {
  const strange = bytes.subarray(0, looked).filter((byte) => byte < 0x20 && ![0x09, 0x0a, 0x0d].includes(byte)).length
  if (strange > Math.min(bytes.length, looked) / 20) return sheetProblem('sheet.not_table')
  const before = new TextDecoder().decode(bytes.subarray(0, bytes.indexOf(0)))
  return sheetProblem('sheet.zero_byte', { row: before.split(/\r\n|\n|\r/).length })
}

function decode(bytes: Uint8Array): string {
  const encoding = encodingOf(bytes)
  // A zero stands in no text of single bytes.
  if (encoding === 'utf-8' && bytes.includes(0)) throw withZero(bytes)
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

/** What a first line `sep=;` says for Excel: what separates the cells, and nothing of the list. Null where there is none. */
export const toldSeparator = (text: string): string | null =>
  /^\uFEFF?"?sep=([,;\t])"?[\r\n]/i.exec(`${text.slice(0, 20)}\n`)?.[1] ?? null

/** The cells of one row as they stand; null while a quote is open at its end, as where a cell holds a line end. */
export function cellsOf(text: string, separator: string): string[] | null {
  try {
    return parse(text, mannersOf(separator))[0] ?? []
  } catch (error) {
    if (error instanceof CsvError && error.code === 'CSV_QUOTE_NOT_CLOSED') return null
    throw error
  }
}
