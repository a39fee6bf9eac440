/**
 * Answers that can be and seldom are: asked about once where they are typed, on the check page, and beside the answer for
 * who checks it. None is refused: the family knows better than a bound.
 */
import type { PlainDate } from '#kernel/dates.ts'
import { showNumber } from '#kernel/numbers.ts'
import type { Said } from '#kernel/text.ts'
import type { Facts, Member } from '../model/facts.ts'
import { oldestAge, partsOf } from './ages.ts'
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
  /** In years; of whom more is said, mostly a century is wrong. */
  mostAge: 105,
  /** The youngest head or spouse. */
  leastGrown: 13,
  /** Years from a parent to a child. */
  leastApart: 13,
} as const

export type OddAnswer = {
  /** As a question has it: `income.perPersonMonth`, `members[].birth`; `members`: the list of them. */
  readonly path: string
  readonly person: string | null
  readonly said: Said
}

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

function incomeOf({ income, ...facts }: Facts): OddAnswer[] {
  const odd: OddAnswer[] = []
  const at = (path: string) => (said: Said) => void odd.push({ path, person: null, said })
  const { perPersonMonth: month, total12Months: year } = income ?? {}
  const size = sizeOf(facts) || 1
  const people = showNumber(size)
  const inMonth = { vi: 'một người một tháng', en: 'a person a month' }
  const inYear = { vi: `một năm cho ${people} người`, en: `a year for ${people}` }
  if (month !== undefined) askAmount(month, month, { of: inMonth, ask: at('income.perPersonMonth') })
  if (year !== undefined) askAmount(year, year / 12 / size, { of: inYear, ask: at('income.total12Months') })
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

const whoOf = ({ name }: Member): Said => {
  const said = name?.trim()
  return said ? { vi: said, en: said } : { vi: 'Người này', en: 'This person' }
}

/** Years by which the other is older; null where a birth is not known. */
const olderBy = (one: Member, other: Member | undefined): number | null =>
  one.birth && other?.birth ? one.birth.year - other.birth.year : null

const children = ['child', 'child_in_law']
const parents = ['parent', 'parent_in_law']

function relationOf(member: Member, head: Member | undefined): Said | null {
  const { relation = '' } = member
  const who = whoOf(member)
  const apart = olderBy(member, head)
  if (apart === null) return null
  const years = showNumber(Math.abs(apart))
  if (children.includes(relation) && apart < usual.leastApart)
    return apart < 0
      ? {
          vi: `${who.vi} là con mà lớn hơn chủ hộ ${years} tuổi?`,
          en: `${who.en}, a child, is ${years} older than the head?`,
        }
      : {
          vi: `${who.vi} là con mà chỉ kém chủ hộ ${years} tuổi?`,
          en: `${who.en}, a child, is ${years} younger than the head?`,
        }
  if (parents.includes(relation) && -apart < usual.leastApart)
    return apart > 0
      ? {
          vi: `${who.vi} là cha, mẹ mà kém chủ hộ ${years} tuổi?`,
          en: `${who.en}, a parent, is ${years} younger than the head?`,
        }
      : {
          vi: `${who.vi} là cha, mẹ mà chỉ hơn chủ hộ ${years} tuổi?`,
          en: `${who.en}, a parent, is ${years} older than the head?`,
        }
  return null
}

function memberOf(member: Member, head: Member | undefined, day: PlainDate): OddAnswer[] {
  const { id: person, relation, birth } = member
  const who = whoOf(member)
  if (!birth) return []
  const odd: OddAnswer[] = []
  const at = (path: string, said: Said | null) => void (said && odd.push({ path, person, said }))
  const age = oldestAge(birth, partsOf(day))
  const n = showNumber(age)
  if (age > usual.mostAge) at('members[].birth', { vi: `${who.vi} ${n} tuổi?`, en: `${who.en} is ${n} years old?` })
  if ((relation === 'head' || relation === 'spouse') && age < usual.leastGrown)
    at(
      'members[].relation',
      relation === 'head'
        ? { vi: `${who.vi} là chủ hộ, mới ${n} tuổi?`, en: `${who.en} is the head, at ${n}?` }
        : { vi: `${who.vi} là vợ, chồng, mới ${n} tuổi?`, en: `${who.en} is a spouse, at ${n}?` },
    )
  at('members[].relation', relationOf(member, head))
  return odd
}

/** What a person should look at again, in the order of the form. */
export function oddAnswers(facts: Facts, day: PlainDate): OddAnswer[] {
  const { members = [] } = facts
  const head = members.find(({ relation }) => relation === 'head')
  return [
    ...peopleOf(facts),
    ...members.flatMap((member) => memberOf(member, head, day)),
    ...housingOf(facts),
    ...incomeOf(facts),
  ]
}
