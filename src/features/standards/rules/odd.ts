/**
 * Answers that can be and seldom are: asked about once where they are typed, on the check page, and beside the answer for
 * who checks it. None is refused: the family knows better than a bound.
 */
import type { PlainDate } from '#kernel/dates.ts'
import { showNumber } from '#kernel/numbers.ts'
import type { Said } from '#kernel/text.ts'
import type { Facts } from '../model/facts.ts'
import { type OddAnswer, oddPeople } from './oddPeople.ts'
import { sizeOf } from './rule.ts'

/** Ours, no text was seen for any of them (mark: illustrative). They decide nothing but what is asked again. */
const usual = {
  /** Đồng a person a month. Less buys food for two days at most: mostly thousands were meant, 800 for 800.000. */
  leastIncome: 50_000,
  /** Ten times the highest line of any standard (3.000.000): above it mostly a year, a whole household or a nought too many. */
  mostIncome: 30_000_000,
  /** Square metres of a home. Less is no room in which somebody lies down. */
  leastArea: 4,
  /** As many are a school or a plot of land. */
  mostArea: 500,
  /** People in one household; more are mostly two households on one list. */
  mostPeople: 15,
  /** How often one answer to the income holds the other; above it one of the two is mistyped. */
  mostTimes: 3,
} as const

type Ask = (said: Said) => void
const money = (amount: number): string => showNumber(Math.round(amount))
const fits = (mean: number): boolean => mean >= usual.leastIncome && mean <= usual.mostIncome

/** `mean`: what the amount comes to for a person in a month. */
function askAmount(amount: number, mean: number, { of, ask }: { of: Said; ask: Ask }): void {
  if (fits(mean)) return
  const [n, thousand] = [money(amount), money(amount * 1000)]
  const less =
    amount > 0 && fits(mean * 1000) ? { vi: ` Có phải ${thousand} đồng?`, en: ` Were ${thousand} meant?` } : null
  ask({ vi: `${n} đồng ${of.vi}?${less?.vi ?? ''}`, en: `${n} dong ${of.en}?${less?.en ?? ''}` })
}

/** The income of a month and that of a year speak of the same money. */
function askBoth(month: number, year: number, { size, ask }: { size: number; ask: Ask }): void {
  const mean = year / 12 / size
  const [less, more] = mean < month ? [mean, month] : [month, mean]
  if (more <= less * usual.mostTimes) return
  const [n, total, each] = [money(month), money(year), money(mean)]
  ask({
    vi: `${n} đồng một người một tháng, mà cả năm ${total} đồng, tức ${each} đồng một người một tháng?`,
    en: `${n} dong a person a month, yet ${total} for the year, which is ${each} a person a month?`,
  })
}

/** Of the answers to the income alone. */
export function oddIncome({ income, ...facts }: Facts): OddAnswer[] {
  const odd: OddAnswer[] = []
  const at = (path: string) => (said: Said) => void odd.push({ path, person: null, said })
  const { perPersonMonth: month, total12Months: year } = income ?? {}
  const size = sizeOf(facts) || 1
  const people = showNumber(size)
  const inMonth = { vi: 'một người một tháng', en: 'a person a month' }
  const inYear = { vi: `một năm cho ${people} người`, en: `a year for ${people}` }
  if (month !== undefined) askAmount(month, month, { of: inMonth, ask: at('income.perPersonMonth') })
  if (year !== undefined) askAmount(year, year / 12 / size, { of: inYear, ask: at('income.total12Months') })
  if (month !== undefined && year !== undefined) askBoth(month, year, { size, ask: at('income.total12Months') })
  return odd
}

function housingOf({ housing }: Facts): OddAnswer[] {
  const area = housing?.areaM2
  if (area === undefined || (area >= usual.leastArea && area <= usual.mostArea)) return []
  const n = showNumber(area)
  return [
    { path: 'housing.areaM2', person: null, said: { vi: `Cả nhà ở rộng ${n} m²?`, en: `${n} m² for the whole home?` } },
  ]
}

function peopleOf({ members = [], memberCount }: Facts): OddAnswer[] {
  const count = memberCount ?? members.length
  if (count <= usual.mostPeople) return []
  const n = showNumber(count)
  const path = memberCount === undefined ? 'members' : 'memberCount'
  return [{ path, person: null, said: { vi: `Hộ có ${n} người?`, en: `${n} people in the household?` } }]
}

/** What a person should look at again, in the order of the form. */
export function oddAnswers(facts: Facts, day: PlainDate): OddAnswer[] {
  return [...peopleOf(facts), ...oddPeople(facts.members ?? [], day), ...housingOf(facts), ...oddIncome(facts)]
}
