/** How units are called. Pure. */
import { fold } from '#kernel/text.ts'
import { kinds } from '../words.ts'

/** Whether a unit is named by what was typed and nothing more, with its kind before it or without. */
export function isWhole(name: string, q: string): boolean {
  const [whole, typed] = [fold(name), fold(q)]
  if (whole === typed) return true
  const before = whole.endsWith(` ${typed}`) ? whole.slice(0, -typed.length).trim() : ''
  return before !== '' && typed !== '' && Object.values(kinds).some((kind) => fold(kind.vi).startsWith(before))
}
