import { plainDate } from '#kernel/dates.ts'

/** The day on which the tests happen: in the autumn of the last year of a standard. */
export const testDay = plainDate('2026-11-20')
