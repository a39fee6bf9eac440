/** What is counted in a plan: least classes, weeks of a year, sums. */
import { addDays, type Period, type PlainDate, plainDate, showDate, weekday } from '#kernel/dates.ts'
import type { PlanLineId } from '#kernel/ids.ts'
import { type Vnd, vnd } from '#kernel/numbers.ts'
import type { Said } from '#kernel/text.ts'
import type { LimitKind, LimitSays } from '../limits/model.ts'
import { closedIn, limitSaid } from '../limits/rules.ts'
import type { CountedBy } from '../money/model.ts'
import { type Follows, type Line, type Money, type MoneyOfLine, moneySourceNames, type Sums } from './model.ts'

/** How many classes so many people need at least. */
export const leastClasses = (people: number, largest: number): number => Math.ceil(people / largest)

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

type Named = Pick<Line, 'planLineId' | 'code' | 'weeks' | 'people'>
/** How a line is told from others of its topic: "CĐ1", or "CĐ1 (tuần 12-13, 540 người)". */
export function lineSaid(line: Named, lines: readonly Named[]): Said {
  const { code, weeks, people } = line
  if (lines.filter((one) => one.code === code).length === 1) return { vi: code, en: code }
  const vi = [...(weeks.length > 0 ? [`tuần ${weeksSaid(weeks)}`] : []), `${people} người`].join(', ')
  const en = [...(weeks.length > 0 ? [`weeks ${weeksSaid(weeks)}`] : []), `${people} people`].join(', ')
  return { vi: `${code} (${vi})`, en: `${code} (${en})` }
}

const total = (all: readonly number[]): Vnd => vnd(all.reduce((sum, one) => sum + one, 0))

export function sumsOf(lines: readonly Pick<Line, 'people' | 'classes' | 'hours' | 'money'>[]): Sums {
  const money = lines.flatMap((line) => line.money)
  const hours = lines.map((line) => (line.hours === null ? null : line.hours * line.classes))
  return {
    people: total(lines.map(({ people }) => people)),
    classes: total(lines.map(({ classes }) => classes)),
    hours: hours.some((one) => one === null) ? null : total(hours as number[]),
    dong: total(money.map(({ amount }) => amount)),
    bySource: moneySourceNames
      .map((source) => ({ source, dong: total(money.filter((one) => one.source === source).map((one) => one.amount)) }))
      .filter(({ dong }) => dong > 0),
  }
}

/** All money of the lines, one after another. */
export const moneyOf = (lines: readonly Line[]): MoneyOfLine[] =>
  lines.flatMap(({ code, title, money }) => money.map((one) => ({ ...one, code, title })))

/** The amounts that are others by the norms of the day, and what all money adds up to before and after. */
export function repriced(lines: readonly Line[]) {
  const all = moneyOf(lines)
  const rows = all.flatMap((one) => (one.normNow ? [{ ...one, normNow: one.normNow }] : []))
  const was = total(all.map(({ amount }) => amount))
  const grown = rows.map(({ quantity, dong, normNow }) => quantity * (normNow - dong))
  return { rows, was, is: vnd(grown.reduce((sum, one) => sum + one, was)) }
}

/** Whether a year lies outside the years of a programme, as far as these are known. */
export const isOutside = (year: number, { from, until }: { from: number | null; until: number | null }): boolean =>
  (from !== null && year < from) || (until !== null && year > until)

/** A part of a line: so many of its people, in as many of its classes as they are, and no larger ones than are allowed. Null: nobody. */
export function partOf(
  whole: Pick<Line, 'people' | 'classes'>,
  of: { readonly people: number; readonly largest: number },
) {
  const people = Math.min(of.people, whole.people)
  if (people < 1) return null
  const share = Math.ceil((whole.classes * people) / whole.people)
  return { people, classes: Math.min(people, Math.max(share, leastClasses(people, of.largest))) }
}

/** What a plan that carries out another is called, where nobody says otherwise. */
export const carryingName = (name: string): string => {
  const said = `Kế hoạch thực hiện “${name}”`
  return said.length > 300 ? '' : said
}

type Base = 'people' | 'classes'
type Sized = Pick<Line, Base>
export type Counted = {
  readonly quantity: number
  readonly follows?: Follows | null
  readonly times?: number | null
}

/** Which figure of its line a quantity follows. */
export const countedBase = ({ follows }: Pick<Counted, 'follows'>): Base | null =>
  follows === 'people' || follows === 'classes' ? follows : null

/** A quantity as its line has it: what follows people or classes is so many for each, all else as it is written. */
export function countedFor<M extends Counted>(money: M, line: Sized): M & Required<Counted> {
  const { follows = null, times = null } = money
  const base = countedBase(money)
  return { ...money, follows, times, quantity: base && times ? line[base] * times : money.quantity }
}

/** Which figure of a line the items of norms are counted by; of groups and sets nobody can tell. */
export const baseOf: Readonly<Record<CountedBy, Base | null>> = {
  ...{ person: 'people', person_day: 'people', class: 'classes', class_day: 'classes', trainer_half_day: 'classes' },
  ...{ group: null, set: null },
}

type Written = Pick<Money, 'quantity' | 'follows' | 'countedBy' | 'ofPeople' | 'ofClasses'>
/** An amount by a norm whose line has other people or classes by now than when its quantity was written by hand. */
export function isBehind(money: Written, line: Sized) {
  const base = money.follows === null && money.countedBy ? baseOf[money.countedBy] : null
  const then = base === 'people' ? money.ofPeople : money.ofClasses
  if (!base || then === line[base]) return null
  // So many for each as it was then, where that comes out even.
  const times = money.quantity % then === 0 && money.quantity / then <= 1000 ? money.quantity / then : null
  return { base, was: then, now: line[base], times }
}

/** The day whose norms a plan is computed by: today, and for a year to come its first. */
export const pricedOn = (year: number, today: PlainDate): PlainDate => {
  const first = plainDate(`${year}-01-01`)
  return first > today ? first : today
}

/** Why lines of a plan are to be looked at, and which: counted in the notices of its page, and a filter of its list. */
export type Mark = { readonly key: string; readonly said: Said; readonly lines: readonly PlanLineId[] }
type Marking = {
  readonly state: string
  readonly year: number
  readonly lineList: readonly Line[]
  readonly closed: ReturnType<typeof closedLines>
  readonly clashes: readonly { readonly a: PlanLineId; readonly b: PlanLineId }[]
}

const markWords = {
  bare: { vi: 'chưa ghi kinh phí', en: 'without money' },
  past: { vi: 'vào tuần đã qua', en: 'in weeks that are over' },
  behind: { vi: 'tiền tính cho số người, số lớp khác', en: 'with money for other people or classes' },
  clash: { vi: 'có người học hai lớp cùng tuần', en: 'with people in two classes of one week' },
} as const satisfies Record<string, Said>

const ids = (lines: readonly Pick<Line, 'planLineId'>[]): PlanLineId[] => lines.map(({ planLineId }) => planLineId)

/** Those that any line has, each once; of weeks that the province keeps free one for each thing they are kept free for. */
export function marksOf({ state, year, lineList, closed, clashes }: Marking, today: PlainDate): Mark[] {
  const kept = [...new Map(closed.map(({ what }) => [what.vi, what])).values()]
  const free = kept.map((what, at) => ({
    key: `ban-${at + 1}`,
    said: what,
    lines: [...new Set(ids(closed.filter((one) => one.what.vi === what.vi)))],
  }))
  const draft = state === 'drafted' ? lineList : []
  const past = draft.filter(({ weeks }) => weeks.some((week) => daysOfWeek(year, week)[1] < today))
  const behind = draft.filter((line) => line.money.some((money) => isBehind(money, line)))
  return [
    ...free,
    { key: 'chua-tien', said: markWords.bare, lines: ids(draft.filter(({ dong }) => dong === 0)) },
    { key: 'da-qua', said: markWords.past, lines: ids(past) },
    { key: 'tien-khac', said: markWords.behind, lines: ids(behind) },
    { key: 'trung-tuan', said: markWords.clash, lines: [...new Set(clashes.flatMap(({ a, b }) => [a, b]))] },
  ].filter(({ lines }) => lines.length > 0)
}
