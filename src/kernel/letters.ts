/** What a paper can show: letters of the faces in which papers are printed. */
import { printable } from './printable.ts'
import type { Said } from './text.ts'

/** Any text of such letters alone, whatever its length. A contract's pattern ends with it. */
export const printablePattern = `[${printable}]*$`

/** The same over several lines. */
export const printableLinesPattern = `[\\n${printable}]*$`

/** Signs that nobody sees: joiners, fillers, lone marks over nothing; and those that turn round what comes after them. */
const turning = '\\u202a-\\u202e\\u2066-\\u2069'
const hidden = `\\s\\u00ad\\u0300-\\u036f\\u115f\\u1160\\u180b-\\u180e\\u200b-\\u200f\\u2060-\\u2065\\u206a-\\u206f\\u3164\\ufe00-\\ufe0f\\ufeff\\uffa0${turning}`

/** Text of any letters in which something is seen and nothing is turned round. */
export const wordsPattern = `^(?=[^]*[^${hidden}])[^${turning}]*$`

const allPrintable = new RegExp(`^${printablePattern}`)
const unseen = /^[\p{C}\p{Z}]$/u

/** The letters of a text (in NFC) that no paper can show, each once. */
export const unprintableLetters = (text: string): string[] =>
  allPrintable.test(text) ? [] : [...new Set(text)].filter((letter) => !allPrintable.test(letter))

/** Those letters as a sentence names them; what is not seen cannot be shown. */
export function sayLetters(letters: readonly string[]): Said {
  const seen = letters.filter((letter) => !unseen.test(letter)).map((letter) => `“${letter}”`)
  const hidden = seen.length < letters.length
  return {
    vi: [...seen, ...(hidden ? ['ký tự ẩn'] : [])].join(', '),
    en: [...seen, ...(hidden ? ['a letter that is not seen'] : [])].join(', '),
  }
}

/** The letters that cannot be shown as a sentence names them; null where all can. */
export function findUnprintable(text: string): Said | null {
  const letters = unprintableLetters(text)
  return letters.length > 0 ? sayLetters(letters) : null
}
