/** How long a text may be, and each line of one that is a list. */
import type { Said } from '#kernel/text.ts'

export type AtMost = { readonly letters: number; readonly lines: number }

/** The items of a text that is typed a line each. */
export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((one) => one.trim())
    .filter((one) => one !== '')

/** Which line of a list is too long, or that there are too many. */
export function linesFault(text: string, { letters, lines }: AtMost): Said | null {
  const items = linesOf(text)
  if (items.length > lines)
    return { vi: `Có ${items.length} dòng; nhiều nhất ${lines}.`, en: `${items.length} lines; ${lines} at most.` }
  // Lines are counted as they are seen, the empty ones too.
  const typed = text.split('\n')
  const at = typed.findIndex((line) => longFault(line, letters))
  const fault = longFault(typed[at] ?? '', letters)
  return fault && { vi: `Dòng ${at + 1}: ${fault.vi}`, en: `Line ${at + 1}: ${fault.en}` }
}

/** Letters as JSON Schema counts them: Unicode code points, as they are stored without the blanks around. */
export function longFault(text: string, most: number): Said | null {
  const { length } = [...text.trim()]
  return length > most
    ? { vi: `Dài ${length} ký tự; nhiều nhất ${most}.`, en: `${length} letters; ${most} at most.` }
    : null
}
