/** Pure decisions about bodies. */
import { addDays, findPlainDate, type PlainDate, plainDate, showDate, yearOf } from '#kernel/dates.ts'
import { fold, type Said, tidy } from '#kernel/text.ts'
import type { BodyMember } from './model.ts'

/** [from, until), without an end where there is none. */
export type Span = { readonly from: PlainDate; readonly until: PlainDate | null }

/** "từ 01/01/2026 đến hết 31/12/2030", "từ 01/01/2026". */
export function spanSaid({ from, until }: Span): Said {
  const last = until && showDate(addDays(until, -1))
  return {
    vi: `từ ${showDate(from)}${last ? ` đến hết ${last}` : ''}`,
    en: `from ${showDate(from)}${last ? ` to the end of ${last}` : ''}`,
  }
}

/** Whether it stood and was dissolved; one that was entered by mistake never stood. */
export const isDissolved = (of: Span & { readonly dissolvedBecause: string | null }): boolean =>
  of.dissolvedBecause !== null && of.until !== of.from

const meetings = ['hop', 'moi hop', 'cuoc hop', 'bien ban', 'bien ban hop', 'meeting', 'meetings', 'minutes']
/** Whether who seeks these words means the meetings of their bodies. */
export const meansMeeting = (q: string): boolean => meetings.includes(fold(tidy(q)))

/** No body is older than the programmes that it is for. */
export const earliest = plainDate('1990-01-01')
/** The same day some years on; of 29 February the 28th. */
export const yearsOn = (day: PlainDate, years: number): PlainDate =>
  findPlainDate(`${yearOf(day) + years}${day.slice(4)}`) ?? plainDate(`${yearOf(day) + years}-02-28`)

/** Nobody is entered for days after it: two terms of five years. */
export const farthest = (today: PlainDate): PlainDate => plainDate(`${yearOf(today) + 10}-12-31`)

export const liesWithin = (inner: Span, outer: Span): boolean =>
  inner.from >= outer.from &&
  (outer.until === null || (inner.from < outer.until && inner.until !== null && inner.until <= outer.until))

type Rule = { readonly rule: string; readonly value: number | null }

/** What of a rule that counts is not as it should be among the members of a day; null where it is, or does not count. */
export function brokenBy({ rule, value }: Rule, members: readonly BodyMember[]): Said | null {
  if (value === null) return null
  const residents = members.filter((one) => one.comesFrom === 'residents').length
  const deputies = members.filter(({ role }) => role === 'deputy' || role === 'standing_deputy').length
  if (rule === 'least_members' && members.length < value)
    return {
      vi: `mới có ${members.length}, còn thiếu ${value - members.length}`,
      en: `${members.length} so far, ${value - members.length} missing`,
    }
  if (rule === 'most_residents' && residents > value)
    return { vi: `đang có ${residents}`, en: `there are ${residents}` }
  if (rule === 'most_deputies' && deputies > value) return { vi: `đang có ${deputies}`, en: `there are ${deputies}` }
  return null
}
