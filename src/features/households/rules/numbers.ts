/** Insurance numbers, and the number of a household, as they are kept. */
import { tidyCitizenId } from '#kernel/citizenId.ts'
import { plainFigures } from '#kernel/figures.ts'
import { type Said, tidy } from '#kernel/text.ts'

/** The number of a household as it is kept: a word of the commune's books, its figures as a keyboard writes them. */
export const tidyNumber = (text: string): string => (/\d|[\uff10-\uff19]/.test(text) ? plainFigures(text) : tidy(text))

export const insuranceFault: Said = {
  vi: 'Số BHXH/BHYT gồm 10 chữ số, hoặc 15 ký tự bắt đầu bằng hai chữ cái.',
  en: 'An insurance number has 10 digits, or 15 characters beginning with two letters.',
}

/** 10 digits since 04/2021, or the 15 characters of older cards (2 letters, then digits). Mark: recalled. */
export const isInsuranceNo = (text: string): boolean => /^(\d{10}|[A-Z]{2}\d{13})$/.test(text)
export const tidyInsuranceNo = (text: string): string => tidyCitizenId(text).toUpperCase()

/** What tells one insured person from another: a card of 15 characters ends in the ten digits of the number. Mark: recalled. */
export const bareInsuranceNo = (text: string): string => tidyInsuranceNo(text).slice(-10)
