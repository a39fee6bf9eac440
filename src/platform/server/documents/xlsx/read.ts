/** Reading a spreadsheet from outside: rows of text with their row numbers, bounded, or one sentence why not. */
import { Problem } from '#kernel/problem.ts'
import { paperProblem } from '../problems.ts'
import { isLocked, streamRows } from './hucre.ts'
import { keeping, mustFit, type ReadRow, type SheetLimits, usualLimits } from './limits.ts'
import { lookedInto } from './zip.ts'

const oldOffice = [0xd0, 0xcf, 0x11, 0xe0]

/**
 * The first sheet of an .xlsx. Dates become `dd/mm/yyyy`, numbers their plain digits, formulas their last result.
 * Throws `sheet.unreadable`, `sheet.locked_or_old` or `sheet.too_large`.
 */
export async function readSheet(bytes: Uint8Array, limits: SheetLimits = usualLimits): Promise<ReadRow[]> {
  mustFit(limits, 'bytes', bytes.length)
  if (oldOffice.every((byte, at) => bytes[at] === byte)) throw paperProblem('sheet.locked_or_old')
  const looked = lookedInto(bytes, limits)
  const keep = keeping(limits)
  const rows: ReadRow[] = []
  try {
    for await (const { index, values } of streamRows(looked)) {
      const cells = keep(index + 1, values.map(textOf))
      if (cells.length > 0) rows.push({ row: index + 1, cells })
    }
  } catch (error) {
    if (error instanceof Problem) throw error
    throw paperProblem(isLocked(error) ? 'sheet.locked_or_old' : 'sheet.unreadable')
  }
  return rows
}

const two = (value: number): string => String(value).padStart(2, '0')

function textOf(value: string | number | boolean | Date | null): string {
  if (value === null) return ''
  if (value instanceof Date)
    return `${two(value.getUTCDate())}/${two(value.getUTCMonth() + 1)}/${value.getUTCFullYear()}`
  return String(value)
}
