/** Households to which another decision gives a class from the very day of a round: a household has one class a day. */
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

/** `day`: on which the classes of the round would begin; those among `of` that have one from then. */
function blocks(say: typeof said, of: readonly Concerned[], given: readonly Given[], day: PlainDate | null): Block[] {
  if (day === null) return []
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

type Found = { readonly of: readonly Concerned[]; readonly given: readonly Given[]; readonly day: PlainDate | null }
/** Why no decision can be drafted over them. */
export const givenBlocks = ({ of, given, day }: Found): Block[] => blocks(said, of, given, day)
/** The same of a draft: they were given it since. */
export const givenSince = ({ of, given, day }: Found): Block[] => blocks(saidOfDraft, of, given, day)
