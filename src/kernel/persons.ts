/** What is said of a person wherever one is written down: sex, day of birth, ethnic group. */
import { type Static, Type } from 'typebox'
import { findPlainDate, type PlainDate, yearOf } from './dates.ts'
import type { Said } from './text.ts'

export const sexes = ['male', 'female'] as const
export type Sex = (typeof sexes)[number]
export const SexSchema = Type.Unsafe<Sex>(Type.Enum([...sexes]))
export const sexWords: Readonly<Record<Sex, Said>> = {
  male: { vi: 'Nam', en: 'Male' },
  female: { vi: 'Nữ', en: 'Female' },
}

/** Of birth: nobody living was born before it. */
export const firstYear = 1890

/** The year alone is enough; a day without its month says nothing and is refused by `faultsOf`. */
export const BirthSchema = Type.Object(
  {
    year: Type.Integer({ minimum: firstYear, maximum: 2100 }),
    month: Type.Optional(Type.Integer({ minimum: 1, maximum: 12 })),
    day: Type.Optional(Type.Integer({ minimum: 1, maximum: 31 })),
  },
  { additionalProperties: false },
)
export type Birth = Static<typeof BirthSchema>

export const EthnicitySchema = Type.String({ pattern: '^(0[1-9]|[1-4][0-9]|5[0-5])$' })

const two = (n: number): string => String(n).padStart(2, '0')

/** `05/11/1985`, `11/1985` or `1985`. */
export const birthText = ({ year, month, day }: Birth): string => {
  if (month === undefined) return String(year)
  return day === undefined ? `${two(month)}/${year}` : `${two(day)}/${two(month)}/${year}`
}

/** As it stands in the three boxes of a day: month and year without a day cannot be typed there, the year stands for it. */
export const typedBirth = ({ year, month, day }: Birth): string =>
  month === undefined || day === undefined ? String(year) : `${year}-${two(month)}-${two(day)}`

/** What was typed there; null where that is no day and no year. */
export function birthFrom(text: string | null): Birth | null {
  if (text === null) return null
  if (/^\d{4}$/.test(text)) return { year: Number(text) }
  if (!findPlainDate(text)) return null
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number)
  return { year, month, day }
}

/** What is wrong with the year of a birth that was typed; null where it is none, or may be. */
export function birthYearFault(text: string | null, today: PlainDate): Said | null {
  const birth = birthFrom(text)
  const last = yearOf(today)
  if (!birth || (birth.year >= firstYear && birth.year <= last)) return null
  return { vi: `Năm sinh từ ${firstYear} đến ${last}.`, en: `A year of birth from ${firstYear} to ${last}.` }
}
