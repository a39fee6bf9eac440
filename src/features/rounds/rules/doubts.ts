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
      vi: `Kỳ “${name}” đang mở ở ${villages} thôn đã chọn.`,
      en: `The round “${name}” is open in ${villages} of the villages.`,
    })
  return doubts
}

/** What is asked before households come on a list that other open rounds ask as well. */
export function listDoubts(asking: readonly { readonly householdId: string; readonly roundName: string }[]): Doubt[] {
  if (asking.length === 0) return []
  const count = new Set(asking.map((one) => one.householdId)).size
  const names = [...new Set(asking.map((one) => one.roundName))].filter((name) => name !== '').map((name) => ({ name }))
  const seen = names.length > 0
  return [
    {
      code: 'asked_elsewhere',
      vi: `${count} hộ đang được rà soát trong kỳ khác${seen ? `: ${listed(names)}` : ' của xã khác'}.`,
      en: `${count} households are under review in another round${seen ? `: ${listed(names)}` : ' of another commune'}.`,
    },
  ]
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
