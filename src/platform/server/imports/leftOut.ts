/** Rows below the headings: those of the list, and those of an office's table that are none. */
import type { FileRow } from '#kernel/imports.ts'
import { type LeftKind, whyLeftOut } from '#kernel/leftOut.ts'
import type { ReadRow } from '../documents/xlsx/limits.ts'

/** What a room says of its rows. */
export type Leaves<K extends string> = {
  /** Whether these cells may be a row of the list, however badly it is written: such a row is never left out. */
  readonly mayBe: (cells: FileRow<K>['cells']) => boolean
  /** Whether a text names a part of the list: a village. */
  readonly isPart: (text: string) => boolean
}

/** `words`: what stands there, as far as a person needs it to know the row again. */
export type LeftRow = { readonly row: number; readonly kind: LeftKind; readonly words: string }

type Ground<K extends string> = {
  readonly find: (heading: string) => K | undefined
  readonly places: ReadonlyMap<K, number>
  readonly required: readonly K[]
  /** So many headings make a row of headings. */
  readonly needed: number
}
type Body<K extends string> = {
  readonly body: readonly ReadRow[]
  readonly cellsOf: (cells: readonly string[]) => FileRow<K>['cells']
  readonly ground: Ground<K>
  readonly leaves: Leaves<K>
}

const wordsAtMost = 120

/** The headings said again, in their places or in others; null where more stands in the row than they. */
function headingsIn<K extends string>(row: ReadRow, { cellsOf, ground, leaves }: Body<K>): 'same' | 'moved' | null {
  const { find, places, needed } = ground
  const others = row.cells.map((cell) => (find(cell) ? '' : cell))
  const found = row.cells.flatMap((cell, at) => (others[at] === cell ? [] : [places.get(find(cell) as K) === at]))
  if (found.length < needed || leaves.mayBe(cellsOf(others))) return null
  return found.every(Boolean) ? 'same' : 'moved'
}

const short = /^\(?[A-Z\d]{1,2}\)?(?:\s*=.*)?$/
/** What a row with all that must be filled can still be: the headings again, or the numbers of the columns. */
const isFilled = <K extends string>(cells: FileRow<K>['cells'], { required, find }: Ground<K>): boolean =>
  required.every((key) => cells[key] !== '' && find(cells[key]) === undefined) &&
  !required.every((key) => short.test(cells[key]))

/** One row after the other, since what stands below signatures is told by them. */
export function sorted<K extends string>(one: Body<K>) {
  const { body, cellsOf, ground, leaves } = one
  const [kept, leftOut, moved]: [ReadRow[], LeftRow[], ReadRow[]] = [[], [], []]
  let foot = false
  for (const row of body) {
    const cells = cellsOf(row.cells)
    const filled = isFilled(cells, ground)
    const headings = filled ? null : headingsIn(row, one)
    if (headings === 'moved') moved.push(row)
    const standing = row.cells.flatMap((text, at) => (text === '' ? [] : [{ at, text }]))
    const kind: LeftKind | null = filled
      ? null
      : headings
        ? 'heading'
        : whyLeftOut({ standing, cells, ...leaves, foot })
    if (kind === null) kept.push(row)
    else
      leftOut.push({
        row: row.row,
        kind,
        words: standing
          .map(({ text }) => text)
          .join(' · ')
          .slice(0, wordsAtMost),
      })
    foot = kind === 'signature' || (foot && (kind === 'name' || kind === 'empty' || kind === 'note'))
  }
  return { kept, leftOut, moved }
}
