/** A file into values, or everything that is wrong with it by itself. Heavy: done in a worker, without the database. */
import { createHash } from 'node:crypto'
import {
  type Columns,
  cellFaults,
  type Fault,
  type Faults,
  type FileRow,
  type FileSource,
  noFaults,
  type RowFaultShown,
  shownAtMost,
  withMore,
} from '#kernel/imports.ts'
import { leftWords } from '#kernel/leftOut.ts'
import { cellAddress } from '../documents/xlsx/limits.ts'
import { packed } from './batches.ts'
import { blankFaults } from './blank.ts'
import { computedDoubts } from './computed.ts'
import { type Brings, bringsNone, type Noted, note, noted } from './faulty.ts'
import { type Sheet, underHeadings } from './headings.ts'
import type { Leaves, LeftRow } from './leftOut.ts'
import { type HiddenIn, readTable } from './table.ts'

/** What the file half asks of a list: its columns, and how rows become values. All of it pure. */
export type Target<K extends string, Against, Row, Value, Counts> = {
  readonly columns: Columns<K>
  /** What tells a row of the list from the rest of an office's table. */
  readonly leaves: (against: Against) => Leaves<K>
  /** How a row is read against what was found out before: what it says; where `faults` takes something, it says nothing. */
  readonly rowReader: (against: Against) => (row: FileRow<K>, faults: Fault<K>[]) => Row | null
  /** The rows that could be read, as what is written; pushes what is wrong between rows. */
  readonly group: (rows: readonly Row[], faults: Fault<K>[]) => readonly Value[]
  /** What a person should look at between the rows that could be read, the first row first. */
  readonly doubts: (rows: readonly Row[]) => Iterable<Fault<K>>
  /** Which rows cannot be written without which others; left out where each stands for itself. */
  readonly brings?: (rows: readonly FileRow<K>[]) => Brings
  /** How many rows of the database a value becomes. */
  readonly rowsOf: (value: Value) => number
  /** What the report counts. */
  readonly count: (values: readonly Value[], against: Against) => Counts
}

/** As it came; `sheet` where one of a workbook is asked for by name; `all` where everything that is wrong is. */
export type SentFile = { readonly bytes: Uint8Array; readonly sheet: string | null; readonly all?: boolean }

/** What the file says: by itself, and its values in batches. */
export type ReadFile<K extends string, Counts> = {
  readonly sha256: string
  readonly counts: Counts
  readonly faults: Faults
  readonly doubts: Faults
  readonly noted: Noted
  readonly brings: Brings
  /** Headings that name no column. */
  readonly unread: readonly string[]
  /** Empty headings under which something stands, by their cells. */
  readonly nameless: readonly string[]
  readonly source: FileSource
  readonly batches: readonly Uint8Array[]
  readonly naming: Naming<K>
}

/** How faults name their column and cell. */
type Naming<K extends string> = {
  readonly titles: Readonly<Record<K, string>>
  readonly places: ReadonlyMap<K, number>
}

export const named = <K extends string>({ titles, places }: Naming<K>, faults: readonly Fault<K>[]) =>
  faults.map(({ row, column, vi, en }) => {
    const place = column === null ? undefined : places.get(column)
    const cell = place === undefined ? '' : cellAddress(place, row)
    return { row, column: column === null ? '' : titles[column], cell, vi, en }
  })

/** Of what may be as long as the file the first that are shown, and how many they are. */
function gathered<K extends string>(naming: Naming<K>, faults: Iterable<Fault<K>>, kept: Noted): Faults {
  const first: Fault<K>[] = []
  let faultCount = 0
  for (const fault of faults) {
    faultCount += 1
    note(kept, 'doubts', named(naming, [fault]))
    if (first.length < shownAtMost) first.push(fault)
  }
  return { faults: named(naming, first), faultCount }
}

function* all<T>(...parts: readonly Iterable<T>[]): Generator<T> {
  for (const part of parts) yield* part
}

/** Reads and checks the whole file. Throws `sheet.*` for what is no table. */
export async function readFile<K extends string, Against, Row, Value, Counts>(
  target: Target<K, Against, Row, Value, Counts>,
  { bytes, sheet: wanted, all: whole = false }: SentFile,
  against: Against,
): Promise<ReadFile<K, Counts>> {
  const { columns } = target
  const table = await readTable(bytes, columns, wanted)
  const sheet = underHeadings(table, columns, target.leaves(against))
  const titles = Object.fromEntries(Object.entries<Columns[K]>(columns).map(([key, { title }]) => [key, title.vi]))
  const naming: Naming<K> = { titles: titles as Record<K, string>, places: sheet.places }
  let faults = noFaults
  const kept = noted(whole)
  const add = (more: readonly RowFaultShown[]) => {
    note(kept, 'faults', more)
    faults = withMore(faults, more)
  }
  add(sheet.faults)
  const readRow = target.rowReader(against)
  const blankFault = blankFaults({ ...table, columns, places: sheet.places })
  const rows: Row[] = []
  for (const row of sheet.rows) {
    const wrong = cellFaults(columns, row, blankFault)
    const more: Fault<K>[] = []
    const read = readRow(row, more)
    // Of one cell the first is said.
    const all = [...wrong, ...more.filter((fault) => !wrong.some(({ column }) => column === fault.column))]
    add(named(naming, all))
    if (read !== null && all.length === 0) rows.push(read)
  }
  const between: Fault<K>[] = []
  // A row that was pushed aside may be the head of those that could be read.
  const values = sheet.faults.length > 0 ? [] : target.group(rows, between)
  add(named(naming, between))
  return {
    sha256: createHash('sha256').update(bytes).digest('hex'),
    counts: target.count(values, against),
    faults,
    doubts: gathered(naming, all(computedDoubts(sheet, table.marked.computed), target.doubts(rows)), kept),
    noted: kept,
    brings: target.brings?.(sheet.rows) ?? bringsNone,
    unread: sheet.unread,
    nameless: sheet.nameless,
    source: {
      sheet: table.sheet,
      others: [...table.others],
      ...sheet.passed,
      ...leftOutOf(sheet.leftOut),
      ...hiddenAmong({ sheet, naming }, table.hidden),
      ...struckAmong(sheet, table.marked.struck),
    },
    batches: packed(values, target.rowsOf),
    naming,
  }
}

const leftOutOf = (rows: readonly LeftRow[]) => ({
  leftOut: rows.slice(0, shownAtMost).map(({ row, kind, words }) => ({ row, words, ...leftWords[kind] })),
  leftOutCount: rows.length,
})

const rowsNamed = 20

function struckAmong({ rows }: Pick<Sheet<string>, 'rows'>, struck: ReadonlySet<number>) {
  const found = rows.flatMap(({ row }) => (struck.has(row) ? [row] : []))
  return { struckRows: found.slice(0, rowsNamed), struckRowCount: found.length }
}

/** What was read though it is hidden: rows below the headings, columns under a heading of the template. */
function hiddenAmong<K extends string>(of: { sheet: Sheet<K>; naming: Naming<K> }, hidden: HiddenIn) {
  const { sheet, naming } = of
  const rows = sheet.rows.flatMap(({ row }) => (hidden.rows.has(row) ? [row] : []))
  const columns = [...sheet.places].flatMap(([key, place]) => (hidden.columns.has(place) ? [naming.titles[key]] : []))
  return { hiddenRows: rows.slice(0, rowsNamed), hiddenRowCount: rows.length, hiddenColumns: columns }
}
