/** From where the income stands and how many indicators lack to the classes that remain possible. */

import type { Bounds, Class } from '../model/verdict.ts'

/** Sets as bits, so that a million verdicts allocate nothing here. */
const bit = { poor: 1, near_poor: 2, average: 4, not_poor: 8 } as const satisfies Record<Class, number>
const classesInOrder = Object.keys(bit) as Class[]

/** All classes: nothing is known of the household. */
export const anyClass = 15

/** Where an income can stand: at or below the poor line, between two lines, up to the average line, above it. */
export const zone = { poor: 1, between: 2, average: 4, above: 8 } as const

/** Thresholds of one settlement in one measure (đồng, or points). What the sources do not give is undefined. */
export type Thresholds = {
  readonly poor: number | undefined
  readonly nearPoor: number | undefined
  readonly average: number | undefined
  /** Is an income above the last threshold surely "not poor", or may an average line exist that we do not know? */
  readonly averageKnown: boolean
}

/** The zones in which an income of `[low, high]` may stand. On a line counts as below it. */
export function zonesOf(low: number, high: number, t: Thresholds, twoLines: boolean): number {
  if (t.poor === undefined || (twoLines && t.nearPoor === undefined)) return 15
  const near = twoLines && t.nearPoor !== undefined ? t.nearPoor : t.poor
  let zones = 0
  if (low <= t.poor) zones |= zone.poor
  if (twoLines && high > t.poor && low <= near) zones |= zone.between
  if (high <= near) return zones
  if (!t.averageKnown) return zones | zone.average | zone.above
  if (t.average !== undefined && low <= t.average) zones |= zone.average
  if (t.average === undefined || high > t.average) zones |= zone.above
  return zones
}

/** The classes possible, as bits, for the zones possible and a number of lacking indicators in `[least, most]`. */
export function classBits(
  zones: number,
  lacking: { least: number; most: number; forPoor: number },
  twoLines: boolean,
): number {
  let byLacking = 0
  if (lacking.most >= lacking.forPoor) byLacking |= bit.poor
  if (lacking.least < lacking.forPoor) byLacking |= bit.near_poor
  let bits = 0
  if (zones & zone.poor) bits |= twoLines ? bit.poor : byLacking
  if (zones & zone.between) bits |= byLacking
  if (zones & zone.average) bits |= bit.average
  if (zones & zone.above) bits |= bit.not_poor
  return bits
}

const boundsOf = (bits: number): Bounds => ({
  possible: classesInOrder.filter((c) => bits & bit[c]),
  poor: bits === bit.poor ? 'surely' : bits & bit.poor ? 'depends' : 'surely_not',
})

const table = Array.from({ length: 16 }, (_, bits) => boundsOf(bits))
for (const bounds of table) Object.freeze(Object.freeze(bounds).possible)
const nothing: Bounds = boundsOf(15)

/** The bounds said by class bits; one shared frozen object a set. */
export const boundsFor = (bits: number): Bounds => table[bits] ?? nothing

/** The class when only one is possible, else null. */
export const classFor = (bits: number): Class | null => {
  const { possible } = boundsFor(bits)
  return possible.length === 1 ? (possible[0] ?? null) : null
}
