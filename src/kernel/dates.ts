/**
 * Days. A `PlainDate` is a calendar day as text (`2026-11-05`), never an instant; validity is half-open `[from, until)`.
 * Nothing here knows what today is: the day is an argument, from an injected clock.
 */
import { type TString, Type } from 'typebox'

export type PlainDate = string & { readonly __plainDate: true }
/** An instant as ISO text in UTC. */
export type Instant = string & { readonly __instant: true }
export type Period = { readonly from: PlainDate; readonly until: PlainDate | null }

const pattern = /^\d{4}-\d{2}-\d{2}$/
const dayMs = 86_400_000

/** Days that exist, leap years included, so that 30 February is refused at the edge and not by the database. */
const anyYear =
  '(?!0000)\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8]))'
const leapYear = '(?!0000)(?:\\d\\d(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29'
export const PlainDateSchema = Type.Unsafe<PlainDate>(
  Type.String({ pattern: `^(?:${anyYear}|${leapYear})$` }) as TString,
)

const utc = (date: PlainDate): number => Date.parse(`${date}T00:00:00Z`)
const fromUtc = (ms: number): PlainDate => new Date(ms).toISOString().slice(0, 10) as PlainDate

/** The day a text names, or null where it names none (2026-02-30 is none). */
export function findPlainDate(text: string): PlainDate | null {
  if (!pattern.test(text)) return null
  const ms = Date.parse(`${text}T00:00:00Z`)
  return Number.isNaN(ms) || fromUtc(ms) !== text ? null : (text as PlainDate)
}

/** The day a text names; throws RangeError where it names none. */
export function plainDate(text: string): PlainDate {
  const date = findPlainDate(text)
  if (!date) throw new RangeError(`not a day: ${text}`)
  return date
}

export const addDays = (date: PlainDate, days: number): PlainDate => fromUtc(utc(date) + days * dayMs)
export const daysBetween = (from: PlainDate, until: PlainDate): number => Math.round((utc(until) - utc(from)) / dayMs)
export const yearOf = (date: PlainDate): number => Number(date.slice(0, 4))
/** For `sort`: earlier days first. */
export const compareDays = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1)
/** 1 = Monday ... 7 = Sunday. */
export const weekday = (date: PlainDate): number => new Date(utc(date)).getUTCDay() || 7

export const contains = (period: Period, day: PlainDate): boolean =>
  period.from <= day && (period.until === null || day < period.until)

/** `05/11/2026`, as every Vietnamese paper writes it. */
export const showDate = (date: PlainDate): string => date.split('-').reverse().join('/')

/**
 * `ngày 05 tháng 01 năm 2027`, as papers spell it: days under 10 and months 1 and 2 take a leading zero (NĐ 30/2020/NĐ-CP,
 * recalled).
 */
export function dayInWords(date: PlainDate): string {
  const [year = '', month = '', day = ''] = date.split('-')
  return `ngày ${day} tháng ${Number(month) < 3 ? month : Number(month)} năm ${year}`
}
const vietnamMs = 7 * 3_600_000

/** The day in Vietnam (UTC+7 all year) at an instant given in milliseconds. */
export const dayInVietnam = (ms: number): PlainDate => fromUtc(ms + vietnamMs)

/** The moment in Vietnam, `2026-11-20T14:05`, of an instant given in milliseconds. */
export const momentInVietnam = (ms: number): string => new Date(ms + vietnamMs).toISOString().slice(0, 16)

/** `14:05`, in Vietnam's time whatever the clock of a device says. */
export const showTime = (instant: string): string =>
  new Date(Date.parse(instant) + vietnamMs).toISOString().slice(11, 16)

/** `05/11/2026 14:05` */
export const showInstant = (instant: string): string =>
  `${showDate(dayInVietnam(Date.parse(instant)))} ${showTime(instant)}`
