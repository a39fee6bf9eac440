/** Which rows of a file go home to be corrected, and what is said of them. */
import type { FileRow, RowFaultShown } from '#kernel/imports.ts'
import { importProblem } from './problems.ts'

type Kind = 'faults' | 'doubts'
type Note = Pick<RowFaultShown, 'row' | 'column' | 'cell' | 'vi'>

/** Rows by number. `notes`: all that is said, however long; null where only the rows are asked for. */
export type Noted = {
  readonly rows: Readonly<Record<Kind, Set<number>>>
  readonly notes: Readonly<Record<Kind, Note[]>> | null
}

export const noted = (all: boolean): Noted => ({
  rows: { faults: new Set(), doubts: new Set() },
  notes: all ? { faults: [], doubts: [] } : null,
})

/** Of an act that may be tried again. */
export const notedAnew = ({ rows, notes }: Noted): Noted => ({
  rows: { faults: new Set(rows.faults), doubts: new Set(rows.doubts) },
  notes: notes && { faults: [...notes.faults], doubts: [...notes.doubts] },
})

/** Beyond it the file itself is the sheet. */
const mostNotes = 200_000
const mostRows = 20_000

export function note(to: Noted, kind: Kind, said: readonly RowFaultShown[]): void {
  for (const { row, column, cell, vi } of said) {
    // What names neither is of the file as a whole.
    if (column === '' && cell === '') continue
    to.rows[kind].add(row)
    to.notes?.[kind].push({ row, column, cell, vi })
  }
  if (to.notes && to.notes[kind].length > mostNotes)
    throw importProblem('import.too_much_to_take', { most: mostNotes, of: { vi: 'lỗi', en: 'errors' } })
}

/**
 * Rows that cannot be written without others: a member without the household. `of`: which groups a row brings along; `deep`:
 * those that are brought bring theirs too.
 */
export type Brings = {
  readonly groups: readonly (readonly number[])[]
  readonly of: ReadonlyMap<number, readonly number[]>
  readonly deep: boolean
}
export const bringsNone: Brings = { groups: [], of: new Map(), deep: false }

/**
 * Rows that speak of one thing go home together: what is wrong with one may be that another says otherwise. `keysOf`: by
 * what two rows may mean the same, '' for what is not said.
 */
export function bringsAlike<K extends string>(
  rows: readonly FileRow<K>[],
  keysOf: (cells: FileRow<K>['cells']) => readonly string[],
): Brings {
  const places = new Map<string, number>()
  const groups: number[][] = []
  const of = rows.map(({ row, cells }) => {
    const mine = keysOf(cells).flatMap((key, which) => {
      if (key === '') return []
      const at = places.get(`${which} ${key}`) ?? groups.push([]) - 1
      places.set(`${which} ${key}`, at)
      groups[at]?.push(row)
      return [at]
    })
    return [row, mine] as const
  })
  return { groups, of: new Map(of), deep: true }
}

export type Kept = { readonly noted: Noted; readonly brings: Brings; readonly headingRow: number }

const kindOf = ({ rows }: Noted): Kind => (rows.faults.size > 0 ? 'faults' : 'doubts')

/** The rows of the sheet as they stand in the file: those with faults, or without any those with doubts, and what they bring. */
function rowsOf({ noted, brings: { groups, of, deep }, headingRow }: Kept): number[] {
  const all = new Set([...noted.rows[kindOf(noted)]].filter((row) => headingRow > 0 && row > headingRow))
  const brought = new Set<number>()
  // A set goes on with what is added to it on the way.
  for (const row of deep ? all : [...all])
    for (const group of of.get(row) ?? []) {
      if (brought.has(group)) continue
      brought.add(group)
      for (const other of groups[group] ?? []) all.add(other)
    }
  return [...all].sort((a, b) => a - b)
}

export const sheetRowsOf = (kept: Kept): number => rowsOf(kept).length

/** A row of the sheet: what is said of it, and the cells that are meant. */
export type Line = { readonly row: number; readonly faults: readonly Note[]; readonly doubts: readonly Note[] }

/** Throws where the sheet would hold nothing, or nearly all of a long file. */
export function linesOf(kept: Kept): { readonly kind: Kind; readonly lines: readonly Line[] } {
  const rows = rowsOf(kept)
  if (rows.length === 0) throw importProblem('import.nothing_to_take')
  if (rows.length > mostRows)
    throw importProblem('import.too_much_to_take', { most: mostRows, of: { vi: 'dòng', en: 'rows' } })
  const by = (kind: Kind) => {
    const found = new Map<number, Note[]>()
    for (const one of kept.noted.notes?.[kind] ?? []) {
      const before = found.get(one.row)
      if (before) before.push(one)
      else found.set(one.row, [one])
    }
    return found
  }
  const [faults, doubts] = [by('faults'), by('doubts')]
  const lines = rows.map((row) => ({ row, faults: faults.get(row) ?? [], doubts: doubts.get(row) ?? [] }))
  return { kind: kindOf(kept.noted), lines }
}
