/** What moved between the class held before and the class decided. */

import type { Class } from '#features/standards/model/verdict.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { Movement } from '../model.ts'

/** One stretch of a household's lawful classes, half-open. */
export type HeldClass = { readonly class: Class; readonly from: PlainDate; readonly until: PlainDate | null }

const isListed = (held: Class | null): held is 'poor' | 'near_poor' => held === 'poor' || held === 'near_poor'

/** The class held on a day; null where none was ever decided for it. */
export const classOn = (history: readonly HeldClass[], day: PlainDate): Class | null =>
  history.find((h) => h.from <= day && (h.until === null || day < h.until))?.class ?? null

/**
 * `fell_back` (tái nghèo, tái cận nghèo): held the same class once, left the lists, now holds it again. `day` is the
 * last one before the new class.
 */
export function movementOf(now: Class, history: readonly HeldClass[], day: PlainDate): Movement {
  const before = classOn(history, day)
  if (!isListed(now)) return isListed(before) ? 'escaped' : 'other'
  if (before === now) return 'stays'
  if (before === 'poor') return 'poor_to_near'
  if (before === 'near_poor') return 'near_to_poor'
  return history.some((h) => h.class === now && h.from <= day) ? 'fell_back' : 'newly'
}

/** A new stretch from a day on: where the one before ends, and where this one ends since a later one is already decided. */
export function succession(
  history: readonly HeldClass[],
  from: PlainDate,
): { readonly taken: boolean; readonly ends: HeldClass | null; readonly until: PlainDate | null } {
  const ends = history.find((h) => h.from < from && (h.until === null || from < h.until)) ?? null
  const later = history.map((h) => h.from).filter((day) => day > from)
  const until = later.length > 0 ? later.reduce((a, b) => (a < b ? a : b)) : null
  return { taken: history.some((h) => h.from === from), ends, until }
}
