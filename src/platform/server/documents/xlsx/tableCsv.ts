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
