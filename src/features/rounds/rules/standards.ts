/** Which standards a round reads by: decided by the day from which its classes hold, never by the day of the survey. */

import type { Standard } from '#features/standards/model/standard.ts'
import { bestStandardOn } from '#features/standards/rules/library.ts'
import { addDays, type PlainDate, plainDate, yearOf } from '#kernel/dates.ts'
import type { RoundKind } from '../model.ts'

/** Annual: 1 January of the year after the round's window ends. Ad hoc: null, the decision's day. */
export const namedDay = (kind: RoundKind, windowUntil: PlainDate): PlainDate | null =>
  kind === 'annual' ? plainDate(`${yearOf(windowUntil) + 1}-01-01`) : null

export type Chosen<S> = { readonly opens: S; readonly closes: S | null }

/**
 * The standard that opens holds on the day the classes hold from (an ad hoc round: the day it is made). The one that
 * closes is in force on the day before where that is another one. Null: no standard holds on that day.
 */
export function standardsFor<S extends Standard>(
  standards: readonly S[],
  on: { readonly day: PlainDate; readonly provinceCode: string | null },
): Chosen<S> | null {
  const province = on.provinceCode ?? undefined
  const opens = bestStandardOn(standards, on.day, province)
  if (!opens) return null
  const eve = bestStandardOn(standards, addDays(on.day, -1), province)
  return { opens, closes: eve && eve.id !== opens.id ? eve : null }
}
