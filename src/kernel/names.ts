import type { Said } from './text.ts'

/** What may stand as the name of a person: in the register, and in a survey that goes on into it. */
const name = /^\p{Script=Latin}\p{M}{0,2}([\p{Script=Latin} .'’ʼ-]\p{M}{0,2})*$/u

/**
 * Latin letters of any language, with two marks at most that no letter has by itself (`ơ̆` of the Bahnar has one), spaces,
 * dots, hyphens and apostrophes; nothing a spreadsheet could take for a formula. No other script: an `А` of the Cyrillic
 * looks like ours, and whoever seeks the name does not find it.
 */
export const isName = (text: string): boolean => name.test(text)

const fits = /^[\p{Script=Latin}\p{M} .'’ʼ-]$/u
const isLetter = /^\p{L}$/u

/** What of a text no name has, as a sentence goes on with it; what of another script looks like a letter of ours is named so. */
export function sayUnfit(text: string): Said {
  const wrong = [...new Set(text)].filter((one) => !fits.test(one))
  if (wrong.length === 0) return { vi: '', en: '' }
  const foreign = wrong.some((one) => isLetter.test(one))
  const named = wrong.map((one) => `“${one}”`).join(', ')
  return {
    vi: `: ${named}${foreign ? ' (có chữ của bảng chữ cái khác, trông giống mà không phải chữ La-tinh)' : ''}`,
    en: `: ${named}${foreign ? ' (a letter of another script, though it looks alike)' : ''}`,
  }
}
