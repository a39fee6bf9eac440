/** Pure decisions about dated rules. */
import type { PlainDate } from '#kernel/dates.ts'

type Ending = { readonly from: PlainDate; readonly until: PlainDate | null; readonly endedBecause: string | null }

/**
 * Whether an end may be recorded: where there is none, or where the one that there is, as it was seen, was written wrongly.
 * What another value followed ends with that, and what never held has no end.
 */
export const mayEnd = ({ from, until, endedBecause }: Ending, seen: PlainDate | null): boolean =>
  until === seen && (until === null || (endedBecause !== null && until > from))
