/** The clock is injected: handlers get the day and the instant as arguments and never ask the machine. */
import { dayInVietnam, type Instant, type PlainDate } from '#kernel/dates.ts'

export type Clock = { readonly now: () => number }

export const systemClock: Clock = { now: () => Date.now() }

/** A clock that stands at noon in Vietnam on one day (tests, and looking at the demo on another day). */
export const clockAt = (day: PlainDate): Clock => ({ now: () => Date.parse(`${day}T05:00:00Z`) })

export const todayOf = (clock: Clock): PlainDate => dayInVietnam(clock.now())
export const instantOf = (clock: Clock): Instant => new Date(clock.now()).toISOString() as Instant
