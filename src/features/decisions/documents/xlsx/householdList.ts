/** Forms 15 and 14 as a spreadsheet: the same head, columns, rows and end as on paper; its totals count themselves. */
import type { PaperFrame } from '#platform/server/documents/types.ts'
import { issuerLines, motto, nation, placeAndDate } from '#platform/server/documents/words.ts'
import type { Merge } from '#platform/server/documents/xlsx/heights.ts'
import { type BookRow, type Formula, writeBook } from '#platform/server/documents/xlsx/hucre.ts'
import { sheetName, topRows } from '#platform/server/documents/xlsx/table.ts'
import {
  type ListRow,
  listColumns,
  listFormNote,
  listNotes,
  listRows,
  listTitle,
  listTotal,
  listTotalWords,
} from '../householdList.ts'
import type { HouseholdListInput } from '../types.ts'

/** Who issues stands over the columns to the left of this one, the nation and the signature over the others. */
const rightFrom = 7

/** Rows with what is joined in them; `whole` reaches over all columns. */
type Piece = { readonly row: BookRow; readonly joins: 'whole' | 'halves' | 'none' }

export function householdListXlsx(input: HouseholdListInput, frame: PaperFrame): Promise<Uint8Array> {
  const columns = listColumns(input.class)
  const width = columns.length
  const head: Piece[] = [
    ...letterhead(input, width),
    ...topRows(listTitle(input), null, frame).map((row): Piece => ({ row, joins: 'whole' })),
  ]
  const first = head.length + 2
  const list = listRows(input)
  const pieces: Piece[] = [
    ...head,
    piece({
      kind: 'head',
      cells: columns.map(({ group, title }, at) => (isSecond(columns, at) ? null : (group ?? title))),
    }),
    piece({ kind: 'head', cells: columns.map((column) => (column.group ? column.title : null)) }),
    ...list.map((row) => bodyRow(row, width)),
    piece({ kind: 'strong', cells: totals(input, { first, last: first + list.length - 1 }) }),
    { row: { kind: 'note', cells: [totalWords(input, first + list.length)] }, joins: 'whole' },
    ...listNotes(input).map((note): Piece => ({ row: { kind: 'note', cells: [note] }, joins: 'whole' })),
    ...signature(input, width),
    { row: { kind: 'note', cells: [listFormNote(input.class)] }, joins: 'whole' },
  ]
  const book = {
    name: sheetName(input.class === 'poor' ? 'Hộ nghèo' : 'Hộ cận nghèo'),
    columns,
    landscape: true,
    foot: frame.foot,
    rows: pieces.map(({ row }) => row),
    merges: [...pieces.flatMap(({ joins }, at) => joined(joins, at, width)), ...headMerges(columns, head.length)],
  }
  return writeBook(book, { title: listTitle(input), author: input.issuer.name })
}

const piece = (row: BookRow): Piece => ({ row, joins: 'none' })

function joined(joins: Piece['joins'], row: number, width: number): Merge[] {
  const over = (startCol: number, endCol: number): Merge => ({ startRow: row, startCol, endRow: row, endCol })
  if (joins === 'none') return []
  return joins === 'whole' ? [over(0, width - 1)] : [over(0, rightFrom - 1), over(rightFrom, width - 1)]
}

/** A text in each half of a row. */
function halves(kind: BookRow['kind'], [left, right]: readonly [string, string], width: number): Piece {
  const cells = Array.from({ length: width }, (_, at) => (at === 0 ? left : at === rightFrom ? right : null))
  return { row: { kind, cells }, joins: 'halves' }
}

function letterhead({ issuer, day }: HouseholdListInput, width: number): Piece[] {
  const left = issuerLines(issuer)
  const right = [nation, motto]
  const lines = Array.from({ length: Math.max(left.length, right.length) }, (_, at) =>
    halves('letters', [left[at] ?? '', right[at] ?? ''], width),
  )
  return [...lines, halves('slanted', ['', placeAndDate(issuer.place, day)], width)]
}

/** Room for the signature and the seal, in empty rows. */
const signRows = 4

function signature({ signer }: HouseholdListInput, width: number): Piece[] {
  if (!signer) return []
  const right = (text: string) => halves('letters', ['', text], width)
  return [
    right(''),
    ...signer.titles.map((title) => right(title.toUpperCase())),
    ...Array.from({ length: signRows }, () => right('')),
    right(signer.name ?? ''),
  ]
}

/** Number cells of a member (year, count) stay numbers so that the office can sort and count them. */
const asNumber = (cell: string | boolean): string | boolean | number =>
  typeof cell === 'string' && /^\d{1,6}$/.test(cell) ? Number(cell) : cell

const bodyRow = (row: ListRow, width: number): Piece =>
  row.kind === 'group'
    ? { row: { kind: 'strong', cells: [...row.cells, ...new Array<null>(width - 1).fill(null)] }, joins: 'whole' }
    : piece({ kind: row.kind === 'head' ? 'strong' : 'plain', cells: row.cells.map(asNumber) })

/** Columns of the totals: numbers of households and members, the two of years, and those that are ticked. */
const counted = { households: 0, members: 1, words: 2, years: [3, 4], ticksFrom: rightFrom } as const

/** A column as a formula names it; forms have fewer columns than there are letters. */
const letterOf = (column: number): string => String.fromCharCode(65 + column)

/** Every number of the list counted in its own column; `first` and `last` are rows from 0. */
function totals(input: HouseholdListInput, { first, last }: { first: number; last: number }): (string | Formula)[] {
  const rows = listRows(input).filter(({ kind }) => kind !== 'group')
  return listColumns(input.class).map((_, column) => {
    const range = `${letterOf(column)}${first + 1}:${letterOf(column)}${last + 1}`
    const filled = rows.filter(({ cells }) => cells[column] !== '' && cells[column] !== false).length
    if (column === counted.words) return 'Tổng cộng'
    // A range over no row would take in the cell of the sum itself.
    if (last < first) return { formula: '0', result: 0 }
    if (column >= counted.ticksFrom) return { formula: `COUNTIF(${range},"x")`, result: filled }
    const isNumber = column < counted.words || (counted.years as readonly number[]).includes(column)
    return isNumber ? { formula: `COUNT(${range})`, result: filled } : ''
  })
}

/** The sentence under the list, with the numbers of its totals in `row` (from 0). */
function totalWords(input: HouseholdListInput, row: number): Formula {
  const cell = (column: number): string => `"&${letterOf(column)}${row + 1}&"`
  const words = { households: cell(counted.households), persons: cell(counted.members) }
  return { formula: `"${listTotalWords(input.class, words)}"`, result: listTotal(input) }
}

type Columns = ReturnType<typeof listColumns>

/** Under the same heading as the column before it. */
const isSecond = (columns: Columns, at: number): boolean =>
  columns[at]?.group !== null && columns[at]?.group === columns[at - 1]?.group

function headMerges(columns: Columns, row: number): Merge[] {
  return columns.flatMap(({ group }, at) => {
    if (!group) return [{ startRow: row, startCol: at, endRow: row + 1, endCol: at }]
    if (isSecond(columns, at)) return []
    const count = columns.filter((other) => other.group === group).length
    return [{ startRow: row, startCol: at, endRow: row, endCol: at + count - 1 }]
  })
}
