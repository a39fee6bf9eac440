/**
 * Rows that go home to be corrected: the file's own headings and cells in their places, so that a row can be put back where it
 * came from, and behind them its number there and what is wrong. Heavy: done in a worker.
 */
import { addedHeads, type Columns, columnFinder, isAddedHead } from '#kernel/imports.ts'
import { product } from '../documents/words.ts'
import { type BookRow, writeWorkbook } from '../documents/xlsx/hucre.ts'
import { cellAddress } from '../documents/xlsx/limits.ts'
import type { Line } from './faulty.ts'
import type { SentFile } from './read.ts'
import { readTable } from './table.ts'

/** Text stays as it was typed, zeros in front and what looks like a formula too. */
const asText = '@'
const widths = { unknown: 16, row: 12, faults: 80 } as const
/** What the reader takes of one cell; the rest is seen by its colour. */
const wordsAtMost = 3_500

export type Sheet = {
  readonly name: string
  readonly columns: Columns
  readonly headingRow: number
  readonly lines: readonly Line[]
}

export async function compose({ bytes, sheet }: SentFile, of: Sheet): Promise<Uint8Array> {
  const { rows } = await readTable(bytes, of.columns, sheet)
  const cellsOf = new Map(rows.map(({ row, cells }) => [row, cells]))
  const heads = cellsOf.get(of.headingRow) ?? []
  const lines = of.lines.map((line) => ({ ...line, cells: cellsOf.get(line.row) ?? [] }))
  const widest = lines.reduce((most, { cells }) => Math.max(most, cells.length), heads.length)
  // A sheet that comes a second time has new words in these two, in the same places.
  const places = Array.from({ length: widest }, (_, at) => at).filter((at) => !isAddedHead(heads[at] ?? ''))
  const find = columnFinder(of.columns)
  const widthOf = (at: number): number => of.columns[find(heads[at] ?? '') ?? '']?.width ?? widths.unknown
  const head: BookRow = {
    kind: 'head',
    cells: [...places.map((at) => heads[at] ?? ''), addedHeads.row, addedHeads.faults],
  }
  const book = {
    name: of.name,
    columns: [...places.map(widthOf), widths.row, widths.faults].map((width) => ({ title: '', width, format: asText })),
    rows: [head, ...lines.map((line) => rowOf(line, places))],
    landscape: true,
    merges: [],
  }
  return writeWorkbook([book], { title: of.name, author: product })
}

function rowOf(
  { row, faults, doubts, cells }: Line & { readonly cells: readonly string[] },
  places: readonly number[],
) {
  const wrong = new Set(faults.map(({ cell }) => cell))
  const doubted = new Set(doubts.map(({ cell }) => cell))
  const fills = new Map<number, 'wrong' | 'doubted'>()
  for (const [at, place] of places.entries()) {
    const cell = cellAddress(place, row)
    if (wrong.has(cell)) fills.set(at, 'wrong')
    else if (doubted.has(cell)) fills.set(at, 'doubted')
  }
  if (faults.length + doubts.length > 0) fills.set(places.length + 1, faults.length > 0 ? 'wrong' : 'doubted')
  return {
    kind: 'plain' as const,
    cells: [...places.map((at) => cells[at] ?? ''), String(row), wordsOf({ faults, doubts })],
    fills,
  }
}

const brought = 'Không có lỗi; đi kèm vì phải xem và ghi cùng dòng có lỗi.'

function wordsOf({ faults, doubts }: Pick<Line, 'faults' | 'doubts'>): string {
  const said = [
    ...faults.map(({ column, vi }) => (column ? `${column}: ${vi}` : vi)),
    ...doubts.map(({ column, vi }) => `Cần xem${column && `, ${column}`}: ${vi}`),
  ]
  if (said.length === 0) return brought
  const words = said.join('\n')
  return words.length > wordsAtMost ? `${words.slice(0, wordsAtMost)}...` : words
}
