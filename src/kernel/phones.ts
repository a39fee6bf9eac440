/** Telephone numbers: one reading for what is typed, sought and imported, of officials and of households. Pure. */
import { plainFigures } from './figures.ts'
import type { Said } from './text.ts'

/** As it is dialled within the country: people write spaces, dots and dashes between the figures, and +84 for the first zero. */
export const tidyPhone = (text: string): string =>
  plainFigures(text)
    .replace(/[\s.()-]/gu, '')
    .replace(/^\+84(?=\d)/, '0')

/** What a tidied text lacks to be a number, for who types it; null of one that may be, and of none at all. */
export function phoneFault(phone: string): Said | null {
  if (phone === '') return null
  if (!/^\+?\d{9,11}$/.test(phone))
    return { vi: 'Số điện thoại có từ 9 đến 11 chữ số.', en: 'A telephone number has 9 to 11 digits.' }
  if (/^[35789]\d{8}$/.test(phone))
    return { vi: `Thiếu số 0 ở đầu: có phải 0${phone}?`, en: `The first zero is missing: is it 0${phone}?` }
  // Mobile numbers have ten figures (03, 05, 07, 08, 09); one too few is the mistake that is made on a phone.
  if (/^0[35789]/.test(phone) && phone.length !== 10)
    return {
      vi: `Số di động có 10 chữ số, số này có ${phone.length}.`,
      en: `A mobile number has 10 digits, this one ${phone.length}.`,
    }
  return null
}

/** Whether a tidied text may be a number; an empty one is none that is wrong. */
export const mayBePhone = (phone: string): boolean => phoneFault(phone) === null

/** Of a mobile number that a spreadsheet took for a figure; null where nothing is lost. */
export const zeroLost = (phone: string): Said | null =>
  /^[35789]\d{8}$/.test(phone)
    ? {
        vi: `Số điện thoại mất số 0 ở đầu, thường do bảng tính coi là số: có phải 0${phone}? Hãy đặt ô là Text rồi ghi đủ.`,
        en: `The phone lost its first zero, mostly because a spreadsheet took it for a figure: is it 0${phone}? Set the cell to Text and write it whole.`,
      }
    : null

/** As it is read out: 0912 345 678. */
export const spacedPhone = (phone: string): string => phone.replace(/^(0\d{3})(\d{3})(\d{3})$/, '$1 $2 $3')

/** So many figures may be the end of a number; fewer are the number of a household. */
const fewestSought = 4

/**
 * The figures of what is sought, where they may be a number or its end: figures with blanks between, and of a whole number
 * also what else people write between them. Null of anything else.
 */
export function soughtPhone(words: string): string | null {
  const figures = tidyPhone(words).replace(/^\+/, '')
  if (!/^\d+$/.test(figures) || figures.length > 12) return null
  if (figures.length >= 9) return figures
  return figures.length >= fewestSought && /^[\d\s]+$/.test(plainFigures(words)) ? figures : null
}

/** Whether a number is the one that is sought, or ends with it. `end`: of `soughtPhone`. */
export const isPhoned = (phone: string | null | undefined, end: string | null): boolean =>
  end !== null && Boolean(phone?.endsWith(end))
