/** Of which day the answers of a survey are. A phone's clock may stand anywhere; what was filled in is not lost for it. */
import { addDays, type PlainDate } from '#kernel/dates.ts'

type Window = { readonly from: PlainDate; readonly today: PlainDate }

/** Null where the day that was said cannot be: before the round, or still to come. */
export const believed = (said: PlainDate, { from, today }: Window): PlainDate | null =>
  said >= from && said <= today ? said : null

/** The day for looking up where the household was surveyed then, before the round is known. */
export const lookedUpOn = (said: PlainDate, today: PlainDate): PlainDate =>
  said <= today && said > addDays(today, -366) ? said : today

/** Whether an official may say that the answers are of this day. */
export const mayBeOf = (on: PlainDate, { from, until }: { from: PlainDate; until: PlainDate }): boolean =>
  on >= from && on <= until
