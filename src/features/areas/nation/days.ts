/** The days the national catalogue turns on. */
import { type PlainDate, plainDate } from '#kernel/dates.ts'

/**
 * The day from which the three-level snapshot is read. The package states no day ("about 2021"), so every state that
 * begins here says `fromKnown: false`.
 */
export const snapshotDay: PlainDate = plainDate('2021-01-01')
/** Two levels from this day on [secondary: Nghị quyết 202/2025/QH15 and the resolutions for each province]. */
export const reformDay: PlainDate = plainDate('2025-07-01')
/** The old-to-new table attests how the old units were called on this day, not since when. */
export const eveOfReform: PlainDate = plainDate('2025-06-30')
