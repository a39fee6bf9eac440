/** The one Vietnamese order of lists in SQL; `kernel/order.ts` agrees. */
import { type RawBuilder, sql } from 'kysely'

/** A text in the order of the alphabet and of counting: "Thôn 2" before "Thôn 10". */
export const inVietnamese = (text: RawBuilder<unknown>): RawBuilder<string> => sql<string>`${text} collate vietnamese`

/** People as Vietnamese lists have them: by the given name, the last word, then by the whole name. */
export const byGivenName = (name: RawBuilder<unknown>): RawBuilder<string> =>
  sql<string>`coalesce(given_name(${name}), '') collate vietnamese, ${name} collate vietnamese`

type Household = {
  readonly head: RawBuilder<unknown>
  readonly number: RawBuilder<unknown>
  readonly id: RawBuilder<unknown>
}

/** The households of a village in every list and paper: by the given name of the head, the whole name, the number. */
export const byHead = ({ head, number, id }: Household): RawBuilder<string> =>
  sql<string>`${byGivenName(head)}, ${inVietnamese(number)}, ${id}`

/** The same of a table of households under a name. */
export const byHeadOf = (alias: string): RawBuilder<string> =>
  byHead({
    head: sql.ref(`${alias}.head_name`),
    number: sql.ref(`${alias}.number`),
    id: sql.ref(`${alias}.household_id`),
  })
