/** What a paper can show: letters of the faces in which papers are printed. */
import { printable } from './printable.ts'
import type { Said } from './text.ts'

/** Any text of such letters alone, whatever its length. A contract's pattern ends with it. */
export const printablePattern = `[${printable}]*$`

/** The same over several lines. */
export const printableLinesPattern = `[\\n${printable}]*$`

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
