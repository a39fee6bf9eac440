/** Lines of a plan: what is written in one, how it is named, what they add up to, what part of one is a unit's. */
import { type Vnd, vnd } from '#kernel/numbers.ts'
import type { Said } from '#kernel/text.ts'
import { type Line, type Money, moneySourceNames, type Sums } from '../model.ts'
import { weeksSaid } from './weeks.ts'

/** How many classes so many people need at least. */
export const leastClasses = (people: number, largest: number): number => Math.ceil(people / largest)

/** "CĐ1", or with the framework where the plan has the code of several: "CĐ1 (khung 2027-2030)". */
export const codeSaid = ({ code, framework = '' }: { readonly code: string; readonly framework?: string }): string =>
  framework ? `${code} (${framework})` : code

type Named = Pick<Line, 'planLineId' | 'code' | 'weeks' | 'people'> & { readonly framework?: string }
/** How a line is told from others of its topic: "CĐ1", or "CĐ1 (tuần 12-13, 540 người)". */
export function lineSaid(line: Named, lines: readonly Named[]): Said {
  const { weeks, people } = line
  const code = codeSaid(line)
  if (lines.filter((one) => codeSaid(one) === code).length === 1) return { vi: code, en: code }
  const vi = [...(weeks.length > 0 ? [`tuần ${weeksSaid(weeks)}`] : []), `${people} người`].join(', ')
  const en = [...(weeks.length > 0 ? [`weeks ${weeksSaid(weeks)}`] : []), `${people} people`].join(', ')
  return { vi: `${code} (${vi})`, en: `${code} (${en})` }
}

/** A sum of whole numbers: people, hours, đồng. */
export const total = (all: readonly number[]): Vnd => vnd(all.reduce((sum, one) => sum + one, 0))

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

type Both = Omit<Money, 'countedBy' | 'amount' | 'normNow' | 'normOn'>
/** An amount as it is written: what norms and sums say of it besides is not; by a norm the norm names it. */
const moneyFieldsOf = ({ countedBy: _by, amount: _dong, normNow: _now, normOn: _on, ...money }: Money): Both => ({
  ...{ ...money, what: money.normId ? '' : money.what },
})
/** As a page sees and sends it: for how many people and classes it was written is not said. */
export function moneySeen(money: Money) {
  const { ofPeople: _people, ofClasses: _classes, ...seen } = moneyFieldsOf(money)
  return seen
}

/** A line as it is written: what is shown of it besides is not. */
export const fieldsOf = ({ topicId, audience, people, classes, placeId, place, weeks, note, money }: Line) => ({
  ...{ topicId, audience, people, classes, placeId, place, weeks, note },
  money: money.map(moneyFieldsOf),
})
export const lineSeen = (line: Line) => ({ ...fieldsOf(line), money: line.money.map(moneySeen) })
export type LineFields = ReturnType<typeof fieldsOf>
export type MoneyFields = LineFields['money'][number]
export type LineSeen = ReturnType<typeof lineSeen>
export type MoneySeen = LineSeen['money'][number]
