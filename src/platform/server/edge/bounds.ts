/**
 * How much of an input is looked at before it is refused. The contract says what is right; these bounds keep the
 * question itself cheap, so they are wide: no call of ours comes near them.
 */

import { plainLetters } from '#kernel/plainLetters.ts'
import { problem } from '#kernel/problem.ts'
import { hasTooManyMarks, mended, nfc, tidy, withoutControls } from '#kernel/text.ts'
import { edgeProblem } from './problems.ts'

export const bounds = {
  /** Bytes of a body, of whom may use the call and of anybody: a name and a password. */
  json: 2 * 1024 * 1024,
  publicJson: 16 * 1024,
  /** Objects and lists inside one another. */
  depth: 24,
  keys: 200,
  keyLetters: 100,
  items: 5_000,
  /** Numbers, texts and the like in the whole of it: a thousand surveys. */
  values: 150_000,
  letters: 20_000,
  fields: 20,
} as const

/** Texts that need no look: most of them, and every key a contract knows. */
const plainText = /^[\x20-\x7e\t\n\r]*$/
const plainKey = /^[\x21-\x7e]+$/

/** A text as it is kept: bounded, of one form, without controls (U+0000) and what else cannot be stored. Throws with `where` it stands. */
export function keptText(text: string, where: () => string): string {
  if (text.length > bounds.letters) throw problem('input.too_large', { where: where() })
  if (plainText.test(text)) return text
  if (hasTooManyMarks(text)) throw edgeProblem('input.too_many_marks', { where: where() })
  const kept = nfc(mended(withoutControls(text)))
  // A password is what it was when it was set.
  return /password/i.test(where()) ? kept : plainLetters(kept)
}

/** A text of the outside that nobody checks further, such as a file's name: one line of at most so many letters. */
export const keptLine = (text: string, letters: number): string =>
  tidy(mended(text.slice(0, letters)).replace(/\ufffd/g, ' '))

/**
 * Looks through an input once and puts its texts, in place, into the form in which they are kept. Refuses what is too
 * deep or too much, numbers that no integer holds exactly, and names that are no name of a field. `verbatim`: texts of
 * this name are left letter by letter; who takes them looks at them.
 */
export function boundInput(input: Record<string, unknown>, verbatim?: string): void {
  const trail: (string | number)[] = []
  let left: number = bounds.values
  const at = (depth: number) => () => `/${trail.slice(0, depth + 1).join('/')}`

  const kept = (value: unknown, depth: number): unknown => {
    if (--left < 0) throw problem('input.too_large', { where: at(depth)() })
    if (typeof value === 'string') return keptText(value, at(depth))
    if (typeof value === 'number') {
      if (value > Number.MAX_SAFE_INTEGER || value < Number.MIN_SAFE_INTEGER)
        throw problem('input.invalid', { where: at(depth)() })
    } else if (Array.isArray(value)) eachItem(value, depth + 1)
    else if (value !== null && typeof value === 'object') eachField(value as Record<string, unknown>, depth + 1)
    return value
  }

  const eachItem = (items: unknown[], depth: number): void => {
    if (depth > bounds.depth || items.length > bounds.items)
      throw problem('input.too_large', { where: at(depth - 1)() })
    for (let index = 0; index < items.length; index++) {
      trail[depth] = index
      const value = items[index]
      const after = kept(value, depth)
      if (after !== value) items[index] = after
    }
  }

  const eachField = (fields: Record<string, unknown>, depth: number): void => {
    const names = Object.keys(fields)
    if (depth > bounds.depth || names.length > bounds.keys) throw problem('input.too_large', { where: at(depth - 1)() })
    for (const name of names) {
      // A field of this name would become the ancestor of whatever it is copied into.
      if (name.length > bounds.keyLetters || name === '__proto__' || !plainKey.test(name))
        throw problem('input.invalid', { where: at(depth - 1)() })
      trail[depth] = name
      const value = fields[name]
      if (name === verbatim && typeof value === 'string') continue
      const after = kept(value, depth)
      if (after !== value) fields[name] = after
    }
  }

  eachField(input, 0)
}
