/**
 * The citizen id: 12 digits = 3 of the province where the birth was registered (001-096), 1 of century and sex, 2 of the
 * birth year, 6 at random; there is no check digit. Mark: secondary (pages quoting NĐ 137/2015 and TT 07/2016/TT-BCA).
 */
import { joinedFigures } from './figures.ts'
import type { Sex } from './persons.ts'
import type { Said } from './text.ts'

const lastProvince = 96

export const citizenIdFaults = {
  digits: {
    vi: 'Số CCCD phải có đúng 12 chữ số; bảng tính có thể đã bỏ số 0 ở đầu.',
    en: 'A citizen id has exactly 12 digits; a spreadsheet may have dropped leading zeros.',
  },
  province: {
    vi: 'Ba số đầu của CCCD không phải mã tỉnh (001-096).',
    en: 'The first three digits of the citizen id are no province code (001-096).',
  },
  sex: { vi: 'Chữ số thứ tư của CCCD không khớp giới tính.', en: 'The fourth digit does not match the sex.' },
  century: {
    vi: 'Chữ số thứ tư của CCCD không khớp thế kỷ của năm sinh.',
    en: 'The fourth digit does not match the century of birth.',
  },
  birth_year: {
    vi: 'Hai số thứ năm, thứ sáu của CCCD không khớp năm sinh.',
    en: 'The fifth and sixth digits do not match the year of birth.',
  },
} as const satisfies Record<string, Said>
export type CitizenIdFault = keyof typeof citizenIdFaults

/** As people write it (spaces, dots, dashes, full-width, behind an apostrophe), without them. */
export const tidyCitizenId = joinedFigures

/** What is wrong with a citizen id of whomever; null where it may be one. */
export function faultOfIdText(text: string): Said | null {
  if (!/^\d{12}$/.test(text)) return citizenIdFaults.digits
  const province = Number(text.slice(0, 3))
  return province < 1 || province > lastProvince ? citizenIdFaults.province : null
}

/** What is wrong with a citizen id for a person of this sex and birth year; null where its structure holds. */
export function faultOfCitizenId(
  text: string,
  { sex, birthYear }: { sex: Sex; birthYear: number },
): CitizenIdFault | null {
  if (!/^\d{12}$/.test(text)) return 'digits'
  const province = Number(text.slice(0, 3))
  if (province < 1 || province > lastProvince) return 'province'
  const digit = Number(text.slice(3, 4))
  if (digit % 2 !== (sex === 'male' ? 0 : 1)) return 'sex'
  if (19 + Math.floor(digit / 2) !== Math.floor(birthYear / 100)) return 'century'
  return Number(text.slice(4, 6)) === birthYear % 100 ? null : 'birth_year'
}

/** All but the last three digits hidden. */
export const maskedCitizenId = (end: string | null): string | null => (end === null ? null : `*********${end}`)
