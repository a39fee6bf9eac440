/**
 * The citizen id: 12 digits = 3 of the province where the birth was registered (001-096), 1 of century and sex, 2 of the
 * birth year, 6 at random; there is no check digit. Mark: secondary (pages quoting NĐ 137/2015 and TT 07/2016/TT-BCA).
 */
import { joinedFigures, plainFigures } from '#kernel/figures.ts'
import type { Sex } from '#kernel/persons.ts'
import { type Said, tidy } from '#kernel/text.ts'

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

/** The number of a household as it is kept: a word of the commune's books, its figures as a keyboard writes them. */
export const tidyNumber = (text: string): string => (/\d|[\uff10-\uff19]/.test(text) ? plainFigures(text) : tidy(text))

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

export const insuranceFault: Said = {
  vi: 'Số BHXH/BHYT gồm 10 chữ số, hoặc 15 ký tự bắt đầu bằng hai chữ cái.',
  en: 'An insurance number has 10 digits, or 15 characters beginning with two letters.',
}

/** 10 digits since 04/2021, or the 15 characters of older cards (2 letters, then digits). Mark: recalled. */
export const isInsuranceNo = (text: string): boolean => /^(\d{10}|[A-Z]{2}\d{13})$/.test(text)
export const tidyInsuranceNo = (text: string): string => tidyCitizenId(text).toUpperCase()

/** What tells one insured person from another: a card of 15 characters ends in the ten digits of the number. Mark: recalled. */
export const bareInsuranceNo = (text: string): string => tidyInsuranceNo(text).slice(-10)
