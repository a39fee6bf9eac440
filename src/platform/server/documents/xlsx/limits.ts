/** How much of a file from outside is read before it is refused. */
import { paperProblem } from '../problems.ts'

export type SheetLimits = {
  /** Bytes of the file. */
  readonly bytes: number
  /** Bytes after unpacking: a small file may hide a very large one. */
  readonly unpacked: number
  readonly rows: number
  readonly columns: number
  /** Letters in one cell. */
  readonly cell: number
}

export const usualLimits: SheetLimits = {
  bytes: 20_000_000,
  unpacked: 200_000_000,
  rows: 200_000,
  columns: 200,
  cell: 5_000,
}

export type ReadRow = {
  /** As the person sees it in the file: the first is 1. */
  readonly row: number
  readonly cells: readonly string[]
}

const whats = {
  bytes: 'byte',
  unpacked: 'byte sau khi giải nén',
  rows: 'dòng',
  columns: 'cột',
  cell: 'ký tự trong một ô',
} as const

export function mustFit(limits: SheetLimits, what: keyof SheetLimits, size: number): void {
  if (size > limits[what]) throw paperProblem('sheet.too_large', { limit: limits[what], what: whats[what] })
}

export function mustFitRow(limits: SheetLimits, row: number, cells: readonly string[]): void {
  mustFit(limits, 'rows', row)
  mustFit(limits, 'columns', cells.length)
  for (const cell of cells) mustFit(limits, 'cell', cell.length)
}
