/** Reading CSV as Vietnamese offices make it: UTF-8 with or without a mark, comma, semicolon or tab, quoted fields. */
import { paperProblem } from '../problems.ts'
import { keeping, mustFit, type ReadRow, type SheetLimits, sheetEnd, usualLimits } from './limits.ts'

/**
 * Rows of text, trimmed and in NFC; `row` counts rows as a spreadsheet shows them. Excel's “Unicode Text” (UTF-16) is
 * read too. Throws `sheet.not_utf8`, `sheet.quote_open` or `sheet.too_large`.
 */
export function readCsv(bytes: Uint8Array, limits: SheetLimits = usualLimits): ReadRow[] {
  mustFit(limits, 'bytes', bytes.length)
  const text = decode(bytes)
  const rows: ReadRow[] = []
  const keep = keeping(limits)
  for (const { row, cells } of records(text, separatorOf(text))) {
    const kept = keep(row, cells)
    if (kept.length > 0) rows.push({ row, cells: kept })
  }
  return rows
}

function decode(bytes: Uint8Array): string {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8'
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
    if (!text.includes('\0')) return text
  } catch {
    // not Unicode: told below
  }
  throw paperProblem('sheet.not_utf8')
}

/** The mark that the first row uses most, outside quotes; a comma where it uses none. */
export function separatorOf(text: string): string {
  const first = (/^(?:"(?:[^"]|"")*"|[^"\r\n])*/.exec(text.slice(0, 20_000))?.[0] ?? '').replace(/"(?:[^"]|"")*"/g, '')
  const count = (mark: string): number => first.split(mark).length
  return [',', ';', '\t'].reduce((best, mark) => (count(mark) > count(best) ? mark : best))
}

/** The cells of one row as they stand; null while a quote is open at its end, as where a cell holds a line end. */
export const cellsOf = (text: string, separator: string): string[] | null => rowAt(text, 0, separator)?.cells ?? null

type RawRow = { readonly row: number; readonly cells: string[] }

/** RFC 4180 with any of the three line ends; a quote in the middle of an unquoted field is an ordinary letter. */
function* records(text: string, separator: string): Generator<RawRow> {
  let at = 0
  for (let row = 1; at < text.length; row++) {
    const read = rowAt(text, at, separator)
    if (read === null) throw paperProblem('sheet.quote_open', { row })
    yield { row, cells: read.cells }
    at = read.end
    if (text[at] === '\r' && text[at + 1] === '\n') at++
    at++
  }
}

function rowAt(text: string, from: number, separator: string): { cells: string[]; end: number } | null {
  const cells: string[] = []
  for (let at = from; ; at++) {
    const field = text[at] === '"' ? quoted(text, at) : plain(text, at, separator)
    if (field === null) return null
    // Letters between a closing quote and the separator belong to the field, as Excel reads them.
    const rest = plain(text, field.end, separator)
    cells.push(text[at] === '"' ? field.value + rest.value : field.value)
    at = rest.end
    if (text[at] !== separator || cells.length > sheetEnd.columns) return { cells, end: at }
  }
}

type Field = { readonly value: string; readonly end: number }

function plain(text: string, from: number, separator: string): Field {
  let end = from
  while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end++
  return { value: text.slice(from, end), end }
}

function quoted(text: string, from: number): Field | null {
  let close = text.indexOf('"', from + 1)
  while (close >= 0 && text[close + 1] === '"') close = text.indexOf('"', close + 2)
  if (close < 0) return null
  return { value: text.slice(from + 1, close).replaceAll('""', '"'), end: close + 1 }
}
