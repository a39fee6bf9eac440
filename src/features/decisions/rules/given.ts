/**
 * Households to which another decision gives a class from the very day of a round: a household has one class a day. An ad hoc
 * round names no day, its classes begin with the signature: today at the earliest, so tomorrow they are in nobody's way.
 */
import type { Block } from '#features/rounds/model.ts'
import { blocksBy, type Concerned, defineBlocks } from '#features/rounds/rules/blocks.ts'
import { type PlainDate, showDate } from '#kernel/dates.ts'
import type { HouseholdId } from '#kernel/ids.ts'
import { fill } from '#kernel/text.ts'

/** By which decision; one that the reader is not shown has no number. */
export type Given = { readonly householdId: HouseholdId; readonly number: string | null }

const said = defineBlocks({
  class_given: {
    vi: '{count} hộ đã có diện bắt đầu từ ngày {day} theo {decisions}, mà mỗi ngày một hộ chỉ có một diện. Các hộ này phải ra khỏi kỳ thì mới lập được quyết định cho các hộ còn lại.',
    en: '{count} households have a class from {day} by {decisions} already, and a household has one class a day. They must leave the round before the others can be decided.',
  },
})
const saidOfDraft = defineBlocks({
  class_given: {
    vi: '{count} hộ nay đã có diện bắt đầu từ ngày {day} theo {decisions}, mà mỗi ngày một hộ chỉ có một diện. Hãy rút dự thảo này, mở trang của kỳ rà soát, đưa các hộ ấy ra khỏi kỳ rồi lập lại.',
    en: '{count} households have a class from {day} by {decisions} now, and a household has one class a day. Withdraw this draft, open the page of the round, take them out of it and draft again.',
  },
})

const today = defineBlocks({
  class_given: {
    vi: '{count} hộ đã có diện bắt đầu từ hôm nay, ngày {day} theo {decisions}, mà mỗi ngày một hộ chỉ có một diện. Hãy đưa các hộ này ra khỏi kỳ, hoặc sang ngày sau hãy lập quyết định.',
    en: '{count} households have a class from today, {day}, by {decisions} already, and a household has one class a day. Take them out of the round, or draft the decision on a later day.',
  },
})
const todayOfDraft = defineBlocks({
  class_given: {
    vi: '{count} hộ nay đã có diện bắt đầu từ hôm nay, ngày {day} theo {decisions}, mà mỗi ngày một hộ chỉ có một diện. Hãy rút dự thảo này, mở trang của kỳ rà soát, đưa các hộ ấy ra khỏi kỳ rồi lập lại; hoặc sang ngày sau hãy chốt bản in.',
    en: '{count} households have a class from today, {day}, by {decisions} now, and a household has one class a day. Withdraw this draft, open the page of the round, take them out of it and draft again; or fix the print on a later day.',
  },
})
const todayOfPrint = defineBlocks({
  class_given: {
    vi: '{count} hộ đã có diện bắt đầu từ hôm nay, ngày {day} theo {decisions}, mà mỗi ngày một hộ chỉ có một diện. Trang ký ngày {day} không nhập được: hãy trình ký vào ngày sau.',
    en: '{count} households have a class from today, {day}, by {decisions} already, and a household has one class a day. A page signed on {day} cannot be entered: have it signed on a later day.',
  },
})

/** "quyết định số 12/QĐ-UBND, 14/QĐ-UBND và một quyết định khác". */
function decisionsIn(given: readonly Given[]) {
  const numbers = [...new Set(given.flatMap(({ number }) => number ?? []))]
  const untold = given.some(({ number }) => number === null)
  const both = (one: string | null, other: string | null, and: string) => [one, other].filter(Boolean).join(and)
  const named = (before: string) => (numbers.length > 0 ? `${before} ${numbers.join(', ')}` : null)
  return {
    vi: both(named('quyết định số'), untold ? 'một quyết định khác' : null, ' và '),
    en: both(named('the decision no.'), untold ? 'another decision' : null, ' and '),
  }
}

/** Those among `of` that have a class from the day. */
function blocks(say: typeof said, of: readonly Concerned[], given: readonly Given[], day: PlainDate): Block[] {
  const has = new Set(given.map(({ householdId }) => householdId))
  const decisions = decisionsIn(given)
  return blocksBy(say, [['class_given', of.filter(({ householdId }) => has.has(householdId))]]).map((block) => ({
    ...block,
    said: {
      vi: fill(block.said.vi, { day: showDate(day), decisions: decisions.vi }),
      en: fill(block.said.en, { day: showDate(day), decisions: decisions.en }),
    },
  }))
}

/** On which classes decided today would begin at the earliest. */
export const beginsOn = (namedDay: PlainDate | null, today: PlainDate): PlainDate => namedDay ?? today

type Found = {
  readonly of: readonly Concerned[]
  readonly given: readonly Given[]
  /** Of an annual round. */
  readonly namedDay: PlainDate | null
  readonly today: PlainDate
}
const blocksOf = (named: typeof said, unnamed: typeof said, { of, given, namedDay, today: day }: Found) =>
  blocks(namedDay ? named : unnamed, of, given, beginsOn(namedDay, day))
/** Why no decision can be drafted over them. */
export const givenBlocks = (found: Found): Block[] => blocksOf(said, today, found)
/** The same of a draft: they were given it since. */
export const givenSince = (found: Found): Block[] => blocksOf(saidOfDraft, todayOfDraft, found)
/** The same of a print: forbids the signed page where the day is named, else a page signed today. */
export const givenSincePrint = (found: Found): Block[] => blocksOf(saidOfDraft, todayOfPrint, found)
