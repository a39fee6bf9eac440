/** Pure decisions about officials. */
import { type PlainDate, yearOf } from '#kernel/dates.ts'
import type { Birth } from '#kernel/persons.ts'

/** From this age on the law lets somebody work (Labour Code 2019, article 3). */
const workingAge = 15

/** Whether who was born then may work in the year of the day. */
export const isOfAge = ({ year }: Birth, today: PlainDate): boolean => yearOf(today) - year >= workingAge

/** As it is dialled: people write spaces, dots and dashes between the figures. */
export const tidyPhone = (text: string): string => text.replace(/[\s.()-]/gu, '')

/** `2019-09` as people write it, `09/2019`. */
export const showMonth = (month: string): string => month.split('-').reverse().join('/')

/** What was typed as a month, `9/2019`, or as a year; null where it is neither. */
export function monthFrom(text: string): string | null {
  const found = /^(?:(\d{1,2})[/.-])?([12]\d{3})$/.exec(text.trim())
  if (!found) return null
  const [, month, year = ''] = found
  if (month === undefined) return year
  return Number(month) >= 1 && Number(month) <= 12 ? `${year}-${month.padStart(2, '0')}` : null
}

type Months = { readonly from: string | null; readonly until: string | null }

/** Whether nobody finishes before they begin, nor begins or has finished what is to come. `thisMonth`: `2026-11`. */
export function monthsFit({ from, until }: Months, thisMonth: string): boolean {
  // Of a month and a year alone the year decides.
  const after = (a: string, b: string) =>
    a.slice(0, Math.min(a.length, b.length)) > b.slice(0, Math.min(a.length, b.length))
  if (from && (after(from, thisMonth) || from < '1940')) return false
  if (until && (after(until, thisMonth) || until < '1940')) return false
  return !(from && until && after(from, until))
}

/** `2026-11` of a day. */
export const monthOf = (day: PlainDate): string => day.slice(0, 7)
