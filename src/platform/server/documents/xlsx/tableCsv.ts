/** Any list of the office as text: a row a line, commas between, as every spreadsheet and program reads it. */
import { looksLikeFormula, nfc } from '#kernel/text.ts'
import type { TableCell, TableInput } from '../types.ts'
import { writeTextTable } from './hucre.ts'

/** A text that would be run where the file is opened gets an apostrophe before it. */
const cellOf = (cell: TableCell): string | number | null => {
  if (typeof cell === 'boolean') return cell ? 'x' : null
  if (typeof cell !== 'string') return cell
  const text = nfc(cell)
  return looksLikeFormula(text) ? `'${text}` : text
}

/** UTF-8 with its mark, so that Excel reads the letters. */
export const tableCsv = ({ columns, rows }: TableInput): Uint8Array =>
  new TextEncoder().encode(
    writeTextTable([columns.map((column) => cellOf(column.title)), ...rows.map((row) => row.map(cellOf))]),
  )

const linesAtOnce = 500

/** The same of rows that are still read, some hundred lines at a time. */
export async function* streamCsv(
  columns: TableInput['columns'],
  rows: AsyncIterable<readonly TableCell[]>,
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  let lines = [columns.map((column) => cellOf(column.title))]
  let bom = true
  for await (const row of rows) {
    lines.push(row.map(cellOf))
    if (lines.length < linesAtOnce) continue
    yield encoder.encode(ended(writeTextTable(lines, { bom })))
    lines = []
    bom = false
  }
  if (lines.length > 0) yield encoder.encode(ended(writeTextTable(lines, { bom })))
}

const ended = (text: string): string => (text.endsWith('\r\n') ? text : `${text}\r\n`)
