/** Rows of a file under the headings of its columns. */
import {
  type Columns,
  columnFinder,
  type FileRow,
  type FileSource,
  isAddedHead,
  keysOf,
  type RowFaultShown,
} from '#kernel/imports.ts'
import type { Merge } from '../documents/xlsx/heights.ts'
import { cellAddress, type ReadRow } from '../documents/xlsx/limits.ts'
import { type Leaves, type LeftRow, sorted } from './leftOut.ts'
import { missingHeads } from './missingHeads.ts'

type Passed = Pick<FileSource, 'titleRowCount' | 'headingRow' | 'blankRowCount'>
const nonePassed: Passed = { titleRowCount: 0, headingRow: 0, blankRowCount: 0 }

/** Rows without a word are not among `rows`: they are seen by the numbers of those that are. */
function passedOver(rows: readonly ReadRow[], at: number): Passed {
  const says = rows.filter(({ cells }, place) => place > at && cells.some((cell) => cell.trim() !== ''))
  const titles = rows.slice(0, at).filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  const headingRow = rows[at]?.row ?? 0
  const under = (says.at(-1)?.row ?? headingRow) - headingRow
  return { titleRowCount: titles.length, headingRow, blankRowCount: under - says.length }
}

export type Sheet<K extends string> = {
  readonly rows: readonly FileRow<K>[]
  /** Where each column stands in the file, from 0. */
  readonly places: ReadonlyMap<K, number>
  /** Headings that name no column. */
  readonly unread: readonly string[]
  /** Cells of the heading row that are empty though something stands under them: `J1`. */
  readonly nameless: readonly string[]
  /** What was passed over. */
  readonly passed: Passed
  /** Rows below the headings that are none of the list's. */
  readonly leftOut: readonly LeftRow[]
  /**
   * Nothing but this where the headings are not those of the template, or nothing stands under them; else what is wrong
   * with rows that are not among `rows`.
   */
  readonly faults: readonly RowFaultShown[]
}

/** The headings of a list of two columns are both needed, of a longer one four. */
const neededOf = (columns: number): number => Math.min(4, columns)

const repeated = (column: string, cell: string, row: number): RowFaultShown => ({
  row,
  column,
  cell,
  vi: 'Cột này có hai lần. Chỉ giữ lại một.',
  en: 'This column stands twice. Keep one of them.',
})

/** Where the first row stands that has as many headings as are needed, of a list of so many columns; -1 without. */
export const headingRow = (
  rows: readonly ReadRow[],
  find: (heading: string) => string | undefined,
  columns: number,
): number => {
  const needed = neededOf(columns)
  return rows.findIndex(({ cells }) => cells.filter((cell) => find(cell)).length >= needed)
}

const widthOf = ({ cells, wide = cells.length }: ReadRow): number => wide

/** A cell too many in a text, even an empty one, has pushed all after it under the wrong heading. */
const pushedAside = (head: ReadRow, row: ReadRow): RowFaultShown => ({
  row: row.row,
  column: '',
  cell: cellAddress(widthOf(head), row.row),
  vi: `Dòng có ${widthOf(row)} ô mà bảng chỉ có ${widthOf(head)} cột. Ô nào có dấu phân cách thì đặt cả ô trong ngoặc kép, ví dụ "Ngõ 5, xóm Đông"; dấu phân cách thừa ở cuối dòng thì bỏ.`,
  en: `The row has ${widthOf(row)} cells under ${widthOf(head)} headings. A cell that holds the separator stands in quotes, as "Lane 5, house 2"; take away a separator too many at the end.`,
})

/** Below headings in another order nothing stands under its own any more. */
const movedHead = ({ row }: ReadRow, head: ReadRow): RowFaultShown => ({
  row,
  column: '',
  cell: '',
  vi: `Từ dòng này tiêu đề cột xếp khác dòng ${head.row}. Hãy xếp các cột giống nhau, hoặc tách thành hai tệp.`,
  en: `From this row the headings stand in another order than in row ${head.row}. Put the columns in one order, or make two files.`,
})

/** Where a heading is empty and something stands under it. */
function namelessOf(head: ReadRow, rows: readonly ReadRow[]): string[] {
  const places = new Set<number>()
  for (const { cells } of rows) for (const [at, cell] of cells.entries()) if (cell && !head.cells[at]) places.add(at)
  return [...places].sort((a, b) => a - b).map((at) => cellAddress(at, head.row))
}

type Head<K extends string> = Omit<Sheet<K>, 'rows' | 'passed' | 'leftOut'>

function readHead<K extends string>(head: ReadRow, columns: Columns<K>): Head<K> {
  const find = columnFinder(columns)
  const places = new Map<K, number>()
  const unread: string[] = []
  const faults: RowFaultShown[] = []
  head.cells.forEach((cell, index) => {
    const key = find(cell)
    if (!key && cell) unread.push(cell.slice(0, 60))
    else if (key && places.has(key))
      faults.push(repeated(columns[key].title.vi, cellAddress(index, head.row), head.row))
    else if (key) places.set(key, index)
  })
  return { places, unread, nameless: [], faults }
}

const noRows: RowFaultShown = {
  ...{ row: 1, column: '', cell: '' },
  vi: 'Tệp không có dòng nào của danh sách dưới tiêu đề.',
  en: 'No rows of a list below the headings.',
}

/** The sheet of faulty rows without what the check wrote into it. */
function withoutAdded(rows: readonly ReadRow[], at: number): readonly ReadRow[] {
  const heads = rows[at]?.cells ?? []
  const places = new Set(heads.flatMap((cell, place) => (isAddedHead(cell) ? [place] : [])))
  if (places.size === 0) return rows
  const blanked = (row: ReadRow): ReadRow => ({
    ...row,
    cells: row.cells.map((cell, place) => (places.has(place) ? '' : cell)),
  })
  return [...rows.slice(0, at), ...rows.slice(at).map(blanked)].filter(({ cells }) => cells.some((cell) => cell !== ''))
}

export function underHeadings<K extends string>(
  { rows: all, merges }: { readonly rows: readonly ReadRow[]; readonly merges: readonly Merge[] },
  columns: Columns<K>,
  leaves: Leaves<K>,
): Sheet<K> {
  const keys = keysOf(columns)
  const find = columnFinder(columns)
  const at = headingRow(all, find, keys.length)
  const rows = withoutAdded(all, at)
  const head = rows[at]
  const required = keys.filter((key) => columns[key].required)
  const none = { rows: [], leftOut: [], passed: nonePassed }
  if (!head) {
    const { fault } = missingHeads({ rows, columns, merges, head, missing: required })
    return { ...none, places: new Map(), unread: [], nameless: [], faults: [fault] }
  }
  const read = { ...none, ...readHead(head, columns), passed: passedOver(rows, at) }
  if (read.faults.length > 0) return read
  const { places } = read
  const missing = required.filter((key) => !places.has(key))
  if (missing.length > 0) {
    const { fault, split } = missingHeads({ rows, columns, merges, head, missing })
    return { ...read, ...(split && { passed: nonePassed }), faults: [fault] }
  }
  const cellsOf = (cells: readonly string[]) =>
    Object.fromEntries(keys.map((key) => [key, cells[places.get(key) ?? -1] ?? ''])) as FileRow<K>['cells']
  const ground = { find, places, required, needed: neededOf(keys.length) }
  const { kept, leftOut, moved } = sorted({ body: rows.slice(at + 1), cellsOf, ground, leaves })
  // A workbook's cells stand where they stand.
  const isPushed = (row: ReadRow): boolean => row.wide !== undefined && widthOf(row) > widthOf(head)
  const pushed = kept.filter(isPushed).map((row) => pushedAside(head, row))
  if (moved.length > 0) return { ...read, leftOut, faults: [...moved.map((row) => movedHead(row, head)), ...pushed] }
  if (kept.length === 0) return { ...read, leftOut, faults: [noRows] }
  const straight = kept.filter((row) => !isPushed(row))
  return {
    ...read,
    leftOut,
    faults: pushed,
    nameless: namelessOf(head, straight),
    rows: straight.map(({ row, cells }) => ({ row, cells: cellsOf(cells) })),
  }
}
