/** Letters as a Vietnamese keyboard writes them: one reading for what is typed, sought and imported. Pure. */
import { oldFontOf } from './oldFonts.ts'
import { crossedLetters } from './text.ts'

/** Figures and letters of full width: no paper has them, and everybody means the same. */
const wide = /[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/g
const narrow = (one: string): string => String.fromCharCode(one.charCodeAt(0) - 0xfee0)

/** Some keyboards and office programs write them for đ. */
const hasCrossed = new RegExp(`[${crossedLetters}]`)
const crossed = new RegExp(hasCrossed, 'g')

/** The same text; in a font of the time before Unicode the letters mean others and stay as they stand. */
export function plainLetters(text: string): string {
  const one = text.replace(wide, (letter) => narrow(letter))
  if (!hasCrossed.test(one) || oldFontOf(one)) return one
  return one.replace(crossed, (letter) => (letter === letter.toLowerCase() ? 'đ' : 'Đ'))
}
