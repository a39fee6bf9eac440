/** Ages in completed years on a day. A birth known by its year alone gives a range, and rules are asked at every age in it. */
import type { PlainDate } from '#kernel/dates.ts'
import type { Birth } from '#kernel/persons.ts'
import type { Member } from '../model/facts.ts'
import { type Tri, UNKNOWN } from './tri.ts'

export type DayParts = { readonly year: number; readonly month: number; readonly day: number }

/** What an age can be where nothing is known of the birth. */
const oldest = 137

export const partsOf = (day: PlainDate): DayParts => ({
  year: Number(day.slice(0, 4)),
  month: Number(day.slice(5, 7)),
  day: Number(day.slice(8, 10)),
})

const monthDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
export const daysInMonth = (year: number, month: number): number =>
  month === 2 && isLeap(year) ? 29 : (monthDays[month - 1] ?? 31)

/** Somebody born in the year of the day may be born after it, as far as the answer goes; nobody is younger than nought. */
const atLeastNought = (age: number): number => (age < 0 ? 0 : age)

/** Completed years at least: born as late as the answer allows. */
export function youngestAge(birth: Birth | undefined, on: DayParts): number {
  if (birth === undefined) return 0
  const { month = 12, day = daysInMonth(birth.year, month) } = birth
  return atLeastNought(on.year - birth.year - (on.month < month || (on.month === month && on.day < day) ? 1 : 0))
}

/** Completed years at most: born as early as the answer allows. */
export function oldestAge(birth: Birth | undefined, on: DayParts): number {
  if (birth === undefined) return oldest
  const { month = 1, day = 1 } = birth
  return atLeastNought(on.year - birth.year - (on.month < month || (on.month === month && on.day < day) ? 1 : 0))
}

/** Called where an answer is missing; always answers UNKNOWN, and in an explanation remembers which answer it was. */
export type Ask = (key: string) => Tri
export const silent: Ask = () => UNKNOWN

/** A question about one member of a given age. */
export type MemberTest = (member: Member, age: number, ask: Ask) => Tri

/** The test's answer when the age is anything from `from` to `to`: its common answer, or UNKNOWN where ages disagree. */
export function atAges(test: MemberTest, member: Member, at: { from: number; to: number; ask: Ask }): Tri {
  const first = test(member, at.from, at.ask)
  for (let age = at.from + 1; age <= at.to; age++) {
    if (test(member, age, at.ask) !== first) return at.ask('birth')
  }
  return first
}
