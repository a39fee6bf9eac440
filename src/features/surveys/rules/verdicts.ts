/** What a survey gives: a verdict by the standard that opens and, in a standard's last year, by the one that closes. */

import type { Facts } from '#features/standards/model/facts.ts'
import type { Verdict } from '#features/standards/model/verdict.ts'
import type { Scorers } from '#features/standards/rules/compile.ts'
import { whyNotDecidable } from '#features/standards/rules/faults.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { Purpose, Undecidable, VerdictLine } from '../model.ts'
import { codesOf, type Printing } from './codes.ts'

/** A verdict as it is stored beside its survey. The law it was made by is what the round pins. */
export type VerdictRow = {
  readonly purpose: Purpose
  readonly standard_id: string
  readonly class: Verdict['class']
  readonly possible: Verdict['bounds']['possible']
  readonly b1: number | null
  readonly b2: number | null
  readonly lacking: readonly string[]
  readonly undecidable: Undecidable | null
  /** Its states and its fingerprint (`codes.ts`). */
  readonly codes: string
}

const rowOf = (purpose: Purpose, verdict: Verdict, print: Printing): VerdictRow => ({
  purpose,
  standard_id: verdict.standardId,
  class: verdict.class,
  possible: verdict.bounds.possible,
  b1: verdict.b1,
  b2: verdict.b2,
  lacking: verdict.lacking,
  undecidable: whyNotDecidable(verdict),
  codes: codesOf(verdict, print),
})

type Judging = { readonly day: PlainDate; readonly print: Printing }

/** Both verdicts of one survey in one go. `day` is the day the answers speak of: ages are counted on it. */
export const verdictRows = (facts: Facts, { opens, closes }: Scorers, { day, print }: Judging): VerdictRow[] => [
  rowOf('opens', opens.explain(facts, day), print),
  ...(closes ? [rowOf('closes', closes.explain(facts, day), print)] : []),
]

/** As its row is kept, lists with commas: where there is a class, it is what is possible; nothing lacking is no list. */
export const keptOf = (row: VerdictRow) => ({
  ...row,
  possible: row.class === null ? row.possible.join(',') : null,
  lacking: row.lacking.join(',') || null,
})

export const lineOf = (row: VerdictRow): VerdictLine => ({
  purpose: row.purpose,
  standardId: row.standard_id,
  class: row.class,
  possible: [...row.possible],
  b1: row.b1,
  b2: row.b2,
  lacking: [...row.lacking],
  undecidable: row.undecidable,
})

/** Columns drawn out of the facts for lists and figures. */
export const columnsOf = (facts: Facts): { members: number; income: number | null } => {
  const members = facts.members?.length ?? facts.memberCount ?? 0
  const { perPersonMonth, total12Months } = facts.income ?? {}
  const spread = total12Months !== undefined && members > 0 ? Math.floor(total12Months / (members * 12)) : null
  return { members, income: perPersonMonth ?? spread }
}
