import type { PlainDate } from '#kernel/dates.ts'
import type { EventAnswer } from '../answers.ts'

const phoneIn = (of: unknown): unknown => (of as { readonly phone?: unknown } | undefined)?.phone

/** The day on which the telephone number of a household was said last, by its timeline, newest first; null where that does not tell. */
export const saidOn = (phone: string, timeline: readonly EventAnswer[]): PlainDate | null =>
  timeline.find(
    ({ undone, facts }) =>
      !undone && (facts.phone === phone || (phoneIn(facts.to) === phone && phoneIn(facts.from) !== phone)),
  )?.on ?? null
