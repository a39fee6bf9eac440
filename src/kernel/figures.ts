/**
 * Figures as they come from elsewhere: pasted with blanks that are none, full-width, behind the apostrophe by which a
 * spreadsheet keeps a text. One reading for what is typed, sought and imported. Pure.
 */
import { tidy } from './text.ts'

const wide = /[\uff0c-\uff19]/g
const narrow = (one: string): string => String.fromCharCode(one.charCodeAt(0) - 0xfee0)

const unseen = /[\u00ad\u200b-\u200f\u2060\ufeff]/g
const dashes = /[\u2010-\u2015\u2212]/g
/** Of a cell that is kept as text. */
const apostrophe = /^['’‘`´]\s*(?=[\d+-])/

/** The same figures and signs as a keyboard writes them, single blanks between; nothing is guessed. */
export const plainFigures = (text: string): string =>
  tidy(
    text
      .replace(wide, (one) => narrow(one))
      .replace(unseen, '')
      .replace(dashes, '-'),
  ).replace(apostrophe, '')

/** A number that is a name (of a citizen, of an insurance): blanks, dots and dashes only part its figures. */
export const joinedFigures = (text: string): string => plainFigures(text).replace(/[\s.-]/g, '')
