/** The money of a plan: what it follows, by which day's norms, and what stays behind its line. */
import { type PlainDate, plainDate } from '#kernel/dates.ts'
import { vnd } from '#kernel/numbers.ts'
import type { CountedBy } from '../../money/model.ts'
import type { Follows, Line, Money, MoneyOfLine } from '../model.ts'
import { codeSaid, total } from './lines.ts'

/** All money of the lines, one after another. */
export const moneyOf = (lines: readonly Line[]): MoneyOfLine[] =>
  lines.flatMap(({ title, money, ...line }) => money.map((one) => ({ ...one, code: codeSaid(line), title })))

/** The amounts that are others by the norms of the day, and what all money adds up to before and after. */
export function repriced(lines: readonly Line[]) {
  const all = moneyOf(lines)
  const rows = all.flatMap((one) => (one.normNow ? [{ ...one, normNow: one.normNow }] : []))
  const was = total(all.map(({ amount }) => amount))
  const grown = rows.map(({ quantity, dong, normNow }) => quantity * (normNow - dong))
  return { rows, was, is: vnd(grown.reduce((sum, one) => sum + one, was)) }
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

/** Which figures of a line are others than they were: what of its money does not follow them stays. */
export type Moved = { readonly people: boolean; readonly classes: boolean; readonly weeks: boolean }
type Placed = Pick<Line, 'weeks'> & { readonly [base in Base]: number | null }
export const movedOf = (was: Placed, now: Placed): Moved => ({
  people: now.people !== null && now.people !== was.people,
  classes: now.classes !== null && now.classes !== was.classes,
  weeks: now.weeks.length !== was.weeks.length,
})

/** Norms that know no days: what is so many for each person or class stays right, whatever the weeks. */
const dayless: readonly (CountedBy | null)[] = ['person', 'class', 'group', 'set']

/** Whether an amount stays as it is written where a line moves so: by a set sum always, and for each of something where its days may be others. */
export function staysAs({ follows, countedBy }: Pick<Money, 'follows' | 'countedBy'>, moved: Moved): boolean {
  if (!countedBase({ follows })) return moved.people || moved.classes || moved.weeks
  return moved.weeks && !dayless.includes(countedBy)
}
