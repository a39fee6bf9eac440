/** What was typed of a birth, and how much of it is certain. Pure. */
import { findPlainDate, type PlainDate, yearOf } from '#kernel/dates.ts'
import type { Birth } from '#kernel/persons.ts'
import type { Said } from '#kernel/text.ts'

export type Typed = { readonly year: string; readonly month: string; readonly day: string }

export const textOf = (birth: Birth | undefined): Typed => ({
  year: birth ? String(birth.year) : '',
  month: birth?.month ? String(birth.month) : '',
  day: birth?.day ? String(birth.day) : '',
})

const pad = (text: string): string => text.padStart(2, '0')

/** What is certain of what was typed: a finished year counts although the month is still on its way. */
export function birthOf({ year, month, day }: Typed, today: PlainDate): Birth | undefined {
  const born = Number(year)
  if (!/^\d{4}$/.test(year) || born < 1890 || born > yearOf(today)) return undefined
  if (!month || !findPlainDate(`${year}-${pad(month)}-01`)) return { year: born }
  const whole = day ? findPlainDate(`${year}-${pad(month)}-${pad(day)}`) : null
  return { year: born, month: Number(month), ...(whole && { day: Number(day) }) }
}

/** What is wrong once the reader has left the boxes; null where nothing is. */
export function faultOf(typed: Typed, today: PlainDate): Said | null {
  const { year, month, day } = typed
  if (!year && !month && !day) return null
  if (!/^\d{4}$/.test(year)) return { vi: 'Năm sinh gồm bốn chữ số.', en: 'The year of birth has four digits.' }
  const birth = birthOf(typed, today)
  if (!birth) {
    const last = yearOf(today)
    return { vi: `Năm sinh từ 1890 đến ${last}.`, en: `The year of birth lies between 1890 and ${last}.` }
  }
  if (day && !month) return { vi: 'Nhập cả tháng, hoặc chỉ nhập năm.', en: 'Type the month too, or the year alone.' }
  if (month && !birth.month) return { vi: 'Tháng từ 1 đến 12.', en: 'A month is 1 to 12.' }
  if (day && !birth.day) return { vi: 'Không có ngày này trong lịch.', en: 'There is no such day.' }
  return null
}
