/** Pure decisions about officials. */
import { levelAt } from '#features/areas/words.ts'
import { addDays, findPlainDate, type PlainDate, plainDate, showDate, yearOf } from '#kernel/dates.ts'
import type { Birth, Sex } from '#kernel/persons.ts'
import { mayBePhone, tidyPhone } from '#kernel/phones.ts'
import type { Problem } from '#kernel/problem.ts'
import { type Said, tidy } from '#kernel/text.ts'
import { isName } from '../rules.ts'
import type { Ending } from './model.ts'
import { rosterProblem } from './problems.ts'

/** From this age on the law lets somebody work (Labour Code 2019, article 3). */
const workingAge = 15

/** Whether who was born then may work in the year of the day. */
export const isOfAge = ({ year }: Birth, today: PlainDate): boolean =>
  year >= 1900 && yearOf(today) - year >= workingAge

/** Who was born then is given nothing before they may work: the first day in a post, and the day of its decision. */
export function faultOfAge(birth: Birth, { from, decidedOn }: Pick<Term, 'from' | 'decidedOn'>): Problem | null {
  const early = [from, ...(decidedOn ? [decidedOn] : [])].sort()[0] ?? from
  return isOfAge(birth, early)
    ? null
    : rosterProblem('official.too_young', { year: String(birth.year), day: showDate(early) })
}

/** A number of the personnel system is one, however it is written: without spaces, in capitals. */
export const tidyPersonalNumber = (text: string): string => text.normalize('NFC').replace(/\s/gu, '').toUpperCase()

const two = (n: number) => String(n).padStart(2, '0')
/** Whether the day, or as much of it as is known, is one of the calendar. */
const isDay = ({ year, month, day }: Birth): boolean =>
  day === undefined || (month !== undefined && findPlainDate(`${year}-${two(month)}-${two(day)}`) !== null)

/** Whether as much as both say is the same. */
export const sameBirth = (a: Birth, b: Birth): boolean =>
  a.year === b.year &&
  (a.month === undefined || b.month === undefined || a.month === b.month) &&
  (a.day === undefined || b.day === undefined || a.day === b.day)

const partsSaid = ({ month, day }: Birth): number => (month === undefined ? 0 : 1) + (day === undefined ? 0 : 1)
/** Of two that are the same the one that says more. */
export const fullerBirth = (a: Birth, b: Birth): Birth => (partsSaid(b) > partsSaid(a) ? b : a)

export type Who = {
  readonly name: string
  readonly sex: Sex
  readonly birth: Birth
  readonly ethnicity: string
  readonly languages: string[]
  readonly phone: string
  readonly personalNumber: string
}

/** As it is kept. */
export const tidied = <W extends Omit<Who, 'sex'>>(who: W): W => ({
  ...who,
  ...{ name: tidy(who.name), languages: [...new Set(who.languages)].sort() },
  ...{ phone: tidyPhone(who.phone), personalNumber: tidyPersonalNumber(who.personalNumber) },
})

/** Whether it lies after the day, as far as it is known. */
const isAhead = ({ year, month = 1, day = 1 }: Birth, today: PlainDate): boolean =>
  `${year}-${two(month)}-${two(day)}` > today

function faultOfBirth(birth: Birth, today: PlainDate): Problem | null {
  if (birth.year < 1900) return rosterProblem('official.birth_long_ago')
  if (!isDay(birth)) return rosterProblem('official.birth_no_day')
  if (isAhead(birth, today)) return rosterProblem('official.birth_ahead', { day: showDate(today) })
  return isOfAge(birth, today) ? null : rosterProblem('official.birth_young')
}

/** What to look at in a name before it is written: a digit is a slip most times, and papers would print it. */
export const doubtOfName = (name: string): Said | null => (/\p{N}/u.test(name) ? digitInName : null)
const digitInName: Said = {
  vi: 'Họ tên có chữ số, sẽ in như vậy trên giấy tờ. Nếu gõ nhầm, hãy ghi lại.',
  en: 'The name has a digit, and papers would print it so. If it is a slip write it anew.',
}

type PersonFault = { readonly at: 'name' | 'phone' | 'birth'; readonly problem: Problem }

/** What no person has; of what is not known yet, nothing. */
export function faultsOfPerson(
  { name, phone, birth }: Pick<Who, 'name' | 'phone'> & { readonly birth: Birth | undefined },
  today: PlainDate,
): PersonFault[] {
  const faults: PersonFault[] = []
  if (!isName(name)) faults.push({ at: 'name', problem: rosterProblem('official.name_unfit') })
  if (!mayBePhone(phone)) faults.push({ at: 'phone', problem: rosterProblem('official.phone_unfit') })
  const wrong = birth && faultOfBirth(birth, today)
  if (wrong) faults.push({ at: 'birth', problem: wrong })
  return faults
}

/** Before it nobody was appointed to anything that is recorded here. */
const firstDay = plainDate('1990-01-01')
const firstDecided = plainDate('1945-09-02')
/** Nobody is appointed until a year further on: two terms of five years. */
const yearsAhead = 10

export type PostAt = { readonly vi: string; readonly en: string; readonly levels: readonly string[] }
/** From when and until when a unit stands, as far as that is known. */
export type UnitAt = {
  readonly level: number
  readonly from: PlainDate
  readonly known: boolean
  readonly until: PlainDate | null
}

export type Span = { readonly from: PlainDate; readonly until: PlainDate | null }
type Term = Span & { readonly decidedOn: PlainDate | null }

/** What stands against giving somebody anything for a time after their death; null where nothing does. */
export function faultOfDeath(
  died: { readonly name: string; readonly since: PlainDate } | undefined,
  { until }: Pick<Span, 'until'>,
): Problem | null {
  if (!died || (until !== null && until <= died.since)) return null
  return rosterProblem('official.died', { name: died.name, day: showDate(addDays(died.since, -1)) })
}

/** A decision is taken on a day that was, and by this state. */
export const faultOfDecided = (on: PlainDate | null, today: PlainDate): Problem | null =>
  on !== null && (on < firstDecided || on > today)
    ? rosterProblem('official.decided_far', { first: showDate(firstDecided), last: showDate(today) })
    : null

/** Why a post is not held there then: it is none of that level, the unit does not stand, or nobody means the day. */
export function faultOfPlace(
  { from, until, decidedOn }: Term,
  { post, unit, name }: { readonly post: PostAt; readonly unit: UnitAt | null; readonly name: string },
  today: PlainDate,
): Problem | null {
  const last = addDays(today, 366)
  if (from < firstDay || from > last)
    return rosterProblem('official.day_far', { first: showDate(firstDay), last: showDate(last) })
  const end = plainDate(`${yearOf(today) + yearsAhead}-12-31`)
  if (until !== null && until > addDays(end, 1)) return rosterProblem('official.last_far', { last: showDate(end) })
  const decided = faultOfDecided(decidedOn, today)
  if (decided) return decided
  if (!unit || !post.levels.includes(levelAt(unit.level)))
    return rosterProblem('official.post_misplaced', { post: post.vi, postEn: post.en, unit: name })
  if (unit.known && from < unit.from)
    return rosterProblem('official.unit_not_yet', { unit: name, day: showDate(unit.from) })
  if (unit.until !== null && (from >= unit.until || until === null || until > unit.until))
    return rosterProblem('official.unit_ended', { unit: name, day: showDate(unit.until) })
  return null
}

type Taken = { readonly required: number | null; readonly sole: boolean; readonly holders: readonly string[] }

/** What is asked before one more is appointed beside those who hold the post; null where nothing is. */
export function faultOfTaken({ required, sole, holders }: Taken): Problem | null {
  if (holders.length === 0) return null
  const names = holders.join(', ')
  if (required !== null && holders.length >= required)
    return rosterProblem('official.norm_filled', { required, holders: names })
  return sole ? rosterProblem('official.sole_held', { holders: names }) : null
}

/** An end is written when it is near: a day that nobody means is not one. A death is written once it is. */
export function faultOfEnd(last: PlainDate, { because, today }: { because: Ending; today: PlainDate }): Problem | null {
  if (because === 'died' && last > today) return rosterProblem('official.death_to_come', { day: showDate(today) })
  const far = addDays(today, 366)
  return last > far ? rosterProblem('official.end_far', { last: showDate(far) }) : null
}

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

/** Whether somebody born in the year can have begun and ended then. */
export const learntAlive = ({ from, until }: Months, { year }: Birth): boolean =>
  [from, until].every((month) => month === null || Number(month.slice(0, 4)) > year)

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
