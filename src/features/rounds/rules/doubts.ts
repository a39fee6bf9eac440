/** What may be and is seldom meant: asked about, and done with a reason that stays with the event. */
import { type PlainDate, showDate, yearOf } from '#kernel/dates.ts'
import type { Said } from '#kernel/text.ts'
import { roundProblem } from '../problems.ts'
import type { Window } from './days.ts'

export type Doubt = Said & { readonly code: string }

/** The months of the annual review (QĐ 24/2021/QĐ-TTg, secondary; to 2021 the whole of December). */
const lastDayOf = (year: number): string => (year <= 2021 ? `${year}-12-31` : `${year}-12-14`)

type Other = { readonly name: string; readonly villages: number }
export type Others = {
  /** Open rounds that take in villages of this one, with how many. */
  readonly open: readonly Other[]
  /** Annual rounds of the commune for the same year. */
  readonly sameYear: readonly { readonly name: string }[]
  /** Whether a round of the commune is called so already. */
  readonly named: boolean
}

const listed = (rounds: readonly { readonly name: string }[]): string =>
  rounds.map(({ name }) => `“${name}”`).join(', ')

/** What is asked before a round is opened. */
export function doubtsOf({ kind, windowFrom, windowUntil }: Window, others: Others, today: PlainDate): Doubt[] {
  const doubts: Doubt[] = []
  const year = yearOf(windowUntil)
  if (windowUntil < today)
    doubts.push({
      code: 'over',
      vi: `Hạn cuối ${showDate(windowUntil)} đã qua.`,
      en: `The last day ${showDate(windowUntil)} is over.`,
    })
  if (kind === 'annual' && (windowFrom < `${year}-09-01` || windowUntil > lastDayOf(year)))
    doubts.push({
      code: 'season',
      vi: `Rà soát định kỳ làm từ 01/09 đến ${lastDayOf(year).slice(8)}/12.`,
      en: `The annual review is held from 01/09 to ${lastDayOf(year).slice(8)}/12.`,
    })
  if (others.sameYear.length > 0)
    doubts.push({
      code: 'second_annual',
      vi: `Xã đã có kỳ định kỳ của năm ${year}: ${listed(others.sameYear)}.`,
      en: `The commune has an annual round of ${year} already: ${listed(others.sameYear)}.`,
    })
  if (others.named)
    doubts.push({
      code: 'same_name',
      vi: 'Xã đã có một kỳ cùng tên; hai kỳ sẽ khó phân biệt trong danh sách.',
      en: 'The commune has a round of this name; the two will look alike in lists.',
    })
  for (const { name, villages } of others.open)
    doubts.push({
      code: 'overlaps',
      vi: `${name ? `Kỳ “${name}”` : 'Một kỳ của đơn vị khác'} đang mở ở ${villages} thôn đã chọn.`,
      en: `${name ? `The round “${name}”` : 'A round of another unit'} is open in ${villages} of the villages.`,
    })
  return doubts
}

/** Rounds by their names; '' of those whose names the actor is not told. */
export function namedRounds(names: readonly string[]): Said {
  const told = [...new Set(names)].filter((name) => name !== '').map((name) => `“${name}”`)
  const untold = names.includes('')
  return {
    vi: [...(told.length > 0 ? [`kỳ ${told.join(', ')}`] : []), ...(untold ? ['một kỳ của đơn vị khác'] : [])].join(
      ', ',
    ),
    en: [...told, ...(untold ? ['a round of another unit'] : [])].join(', '),
  }
}

type Asking = { readonly householdId: string; readonly roundName: string }
/** How many of the households have a class already that another decision gives from the day of the round. */
export type Given = { readonly count: number; readonly day: PlainDate }

/** What is asked before households come on a list: other open rounds ask them as well, or all is decided of them already. */
export function listDoubts(asking: readonly Asking[], given: Given | null = null): Doubt[] {
  const doubts: Doubt[] = []
  if (asking.length > 0) {
    const count = new Set(asking.map((one) => one.householdId)).size
    const rounds = namedRounds(asking.map((one) => one.roundName))
    doubts.push({
      code: 'asked_elsewhere',
      vi: `${count} hộ đang được rà soát trong ${rounds.vi}.`,
      en: `${count} households are under review in ${rounds.en}.`,
    })
  }
  if (given)
    doubts.push({
      code: 'class_given',
      vi: `${given.count} hộ đã có diện bắt đầu từ ngày ${showDate(given.day)} theo quyết định khác, nên kỳ này không quyết định được nữa.`,
      en: `${given.count} households have a class from ${showDate(given.day)} by another decision, so this round cannot decide on them.`,
    })
  return doubts
}

/** What goes into the event; throws `rounds.sure` where something is asked and no reason was given. */
export function mustBeSure(doubts: readonly Doubt[], because: string | undefined) {
  if (doubts.length === 0) return {}
  if (!because) {
    const what = { vi: doubts.map(({ vi }) => vi).join(' '), en: doubts.map(({ en }) => en).join(' ') }
    throw roundProblem('rounds.sure', { what, asked: doubts.map(({ code }) => code) })
  }
  return { asked: doubts.map(({ code }) => code), because }
}
