/** Limits in words, and days of a year. Pure. */
import { addDays, findPlainDate, type Period, type PlainDate, plainDate } from '#kernel/dates.ts'
import type { Said } from '#kernel/text.ts'
import { type LimitKind, type LimitSays, limitKinds, turns } from './model.ts'

/** "15/05" of `05-15`. */
export const dayOfYearSaid = (day: string): string => `${day.slice(3)}/${day.slice(0, 2)}`

/** `05-15` of "15/5"; null of what is no day of a year. 29 February comes once in four years, and is none. */
export function readDayOfYear(text: string): string | null {
  const [, day, month] = /^\s*(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*$/.exec(text) ?? []
  if (!day || !month) return null
  const read = `${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isDayOfYear(read) ? read : null
}
export const isDayOfYear = (day: string): boolean => findPlainDate(`2027-${day}`) !== null

/** What a limit says: "40 người", "15/05 đến 15/06: mùa gặt". */
export function limitSaid(kind: LimitKind, { value, firstDay, lastDay, what, turns: order }: LimitSays): Said {
  if (firstDay && lastDay) {
    const [first, last] = [dayOfYearSaid(firstDay), dayOfYearSaid(lastDay)]
    return { vi: `${first} đến ${last} hằng năm: ${what ?? ''}`, en: `${first} to ${last} each year: ${what ?? ''}` }
  }
  if (order) {
    const listed = (of: 'vi' | 'en') => order.map((one, at) => `${at + 1}. ${turns[one][of]}`).join('; ')
    return { vi: listed('vi'), en: listed('en') }
  }
  const { unit } = limitKinds[kind]
  return { vi: `${value} ${unit?.vi ?? ''}`, en: `${value} ${unit?.en ?? ''}` }
}

/** Whether it says what its kind is about, and nothing else. */
export const saysItsKind = (kind: LimitKind, { value, firstDay, lastDay, what, turns: order }: LimitSays): boolean =>
  (value !== null) === (kind !== 'closed' && kind !== 'first_turn') &&
  (kind !== 'attended_share' || (value ?? 0) <= 100) &&
  [firstDay, lastDay, what].every((one) => (one !== null && one !== '') === (kind === 'closed')) &&
  (order !== null && order.length > 0) === (kind === 'first_turn')

type ClosedLimit = { readonly firstDay: string; readonly lastDay: string } & Period
export type Closed = { readonly from: PlainDate; readonly until: PlainDate }

/** The closed days in and beside a year, [from, until), as far as the limit holds. */
export const closedIn = (year: number, { firstDay, lastDay, from, until }: ClosedLimit): Closed[] =>
  [year - 1, year, year + 1].flatMap((begun) => {
    const first = plainDate(`${begun}-${firstDay}`)
    const end = addDays(plainDate(`${lastDay < firstDay ? begun + 1 : begun}-${lastDay}`), 1)
    const closed = { from: first > from ? first : from, until: until !== null && until < end ? until : end }
    return closed.from < closed.until ? [closed] : []
  })
