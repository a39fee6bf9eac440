/** What two windows typed differently into one draft, in the words that stood on their pages. Pure. */
import type { Told } from './told.ts'
import { differs, met, type Strokes } from './typed.ts'

export type Met = {
  /** Where the other window's lies. */
  readonly at: string
  readonly was: Strokes
  readonly theirs: { readonly id: string; readonly data: Strokes; readonly savedAt: number }
}

export function toldOf({ was, theirs }: Met, mine: Strokes): readonly Told[] {
  const at = new Date(theirs.savedAt).toISOString()
  return met({ was, mine, theirs: theirs.data }).touching.map((one) => {
    const name = nameIn(one.field)
    const [own, other] = [mine[name], theirs.data[name]].map((kept) => kept?.words?.[one.field])
    const said = { yours: own?.text ?? wordOf(one.yours), theirs: other?.text ?? wordOf(one.theirs) }
    return { ...one, by: '', at, said, label: own?.label ?? other?.label ?? '' }
  })
}

const wordOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** A way is named for the field that it begins in. */
export const nameIn = (way: string): string => way.split('.')[0] ?? ''

const valuesOf = (strokes: Strokes) => Object.entries(strokes).map(([name, { value }]) => [name, value])
export const saySame = (one: Strokes, other: Strokes): boolean => !differs(valuesOf(one), valuesOf(other))
