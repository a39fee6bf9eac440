/** The weeks of a plan: their days, how they are written, and those in which a province holds no classes. */
import { addDays, type Period, type PlainDate, plainDate, showDate, weekday } from '#kernel/dates.ts'
import type { Said } from '#kernel/text.ts'
import type { LimitKind, LimitSays } from '../../limits/model.ts'
import { closedIn, limitSaid } from '../../limits/rules.ts'
import type { Line } from '../model.ts'

/** The Monday of the first week of a year: that of 4 January. */
function firstMonday(year: number): PlainDate {
  const fourth = plainDate(`${year}-01-04`)
  return addDays(fourth, 1 - weekday(fourth))
}

/** How many weeks a year has, by ISO 8601. */
export const weeksIn = (year: number): number => (addDays(firstMonday(year), 52 * 7) < firstMonday(year + 1) ? 53 : 52)

/** Monday and Sunday of a week of the year. */
export function daysOfWeek(year: number, week: number): readonly [PlainDate, PlainDate] {
  const monday = addDays(firstMonday(year), (week - 1) * 7)
  return [monday, addDays(monday, 6)]
}

/** Weeks that follow one another, as their first and last: [12, 13, 15] is [[12, 13], [15, 15]]. */
export function runsOf(weeks: readonly number[]): (readonly [number, number])[] {
  const runs: [number, number][] = []
  for (const week of [...weeks].sort((a, b) => a - b)) {
    const last = runs.at(-1)
    if (last && last[1] + 1 === week) last[1] = week
    else runs.push([week, week])
  }
  return runs
}

/** "12-13, 15" */
export const weeksSaid = (weeks: readonly number[]): string =>
  runsOf(weeks)
    .map(([first, last]) => (first === last ? String(first) : `${first}-${last}`))
    .join(', ')

/** "16/03-29/03, 06/04-12/04" */
export const daysSaid = (year: number, weeks: readonly number[]): string =>
  runsOf(weeks)
    .map(([first, last]) => {
      const [from, to] = [daysOfWeek(year, first)[0], daysOfWeek(year, last)[1]]
      return `${showDate(from).slice(0, 5)}-${showDate(to).slice(0, 5)}`
    })
    .join(', ')

/** The weeks that a text names, "12, 14-16"; null where it cannot be read. An empty text names none. */
export function readWeeks(text: string): number[] | null {
  const parts = text.split(',').map((part) => part.trim())
  if (parts.length === 1 && parts[0] === '') return []
  const weeks = new Set<number>()
  for (const part of parts) {
    const [, first, last = first] = /^(\d{1,2})(?:\s*-\s*(\d{1,2}))?$/.exec(part) ?? []
    if (!first || Number(first) < 1 || Number(last) > 53 || Number(last) < Number(first)) return null
    for (let week = Number(first); week <= Number(last); week += 1) weeks.add(week)
  }
  return [...weeks].sort((a, b) => a - b)
}

type Limit = LimitSays & Period & { readonly kind: LimitKind }
/** The weeks of a year in which a province holds no classes, and what each is kept free for. */
export const closedWeeks = (year: number, limits: readonly Limit[]): { readonly week: number; readonly what: Said }[] =>
  limits.flatMap((limit) => {
    const { firstDay, lastDay, from, until } = limit
    if (!firstDay || !lastDay) return []
    const closed = closedIn(year, { firstDay, lastDay, from, until })
    const weeks = Array.from({ length: weeksIn(year) }, (_, at) => at + 1).filter((week) => {
      const [monday, sunday] = daysOfWeek(year, week)
      return closed.some((one) => one.from <= sunday && monday < one.until)
    })
    return weeks.map((week) => ({ week, what: limitSaid('closed', limit) }))
  })

/** Of these weeks those that are closed, together with what is the same of them. */
export function closedAmong(closed: ReturnType<typeof closedWeeks>, weeks: readonly number[]) {
  const held = closed.filter(({ week }) => weeks.includes(week))
  return [...new Set(held.map(({ what }) => what.vi))].map((vi) => {
    const same = held.filter(({ what }) => what.vi === vi)
    return { weeks: same.map(({ week }) => week), what: same[0]?.what as Said }
  })
}

type Weeks = Pick<Line, 'planLineId' | 'code' | 'weeks'>
/** The lines that are in weeks in which the province holds no classes, each with what is kept free. */
export const closedLines = (year: number, lines: readonly Weeks[], limits: readonly Limit[]) => {
  const closed = closedWeeks(year, limits)
  return lines.flatMap(({ planLineId, code, weeks }) =>
    closedAmong(closed, weeks).map((one) => ({ planLineId, code, ...one })),
  )
}
