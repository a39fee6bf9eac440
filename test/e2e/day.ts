import { plainDate } from '#kernel/dates.ts'

/** The day on which the journeys happen: the ad hoc round of November 2026 is under way, so is the autumn's annual one. */
export const journeyDay = plainDate('2026-11-21')
