/** The one Vietnamese order of lists in SQL; `kernel/order.ts` agrees. */
import { type RawBuilder, sql } from 'kysely'

/** A text in the order of the alphabet and of counting: "Thôn 2" before "Thôn 10". */
export const inVietnamese = (text: RawBuilder<unknown>): RawBuilder<string> => sql<string>`${text} collate vietnamese`

/** People as Vietnamese lists have them: by the given name, the last word, then by the whole name. */
export const byGivenName = (name: RawBuilder<unknown>): RawBuilder<string> =>
  sql<string>`given_name(${name}) collate vietnamese, ${name} collate vietnamese`
