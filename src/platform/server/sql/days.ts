/** Validity is half-open: it begins on its first day and no longer holds on the day of its end, where it has one. */
import { type RawBuilder, sql } from 'kysely'
import type { PlainDate } from '#kernel/dates.ts'

/** A day given, or one that stands in the query. */
export type Day = PlainDate | RawBuilder<PlainDate>

/** `period('joined_on', 'left_on')('m', day)`: whether the row `m` held on the day. */
export const period =
  (from: string, until: string) =>
  (row: string, day: Day): RawBuilder<boolean> =>
    sql<boolean>`(${sql.ref(`${row}.${from}`)} <= ${day}
      and (${sql.ref(`${row}.${until}`)} is null or ${sql.ref(`${row}.${until}`)} > ${day}))`

/** Of the tables that say `valid_from` and `valid_until`. */
export const validOn = period('valid_from', 'valid_until')

/** Whether the row held on some day from `from` on, before `until`. */
export const heldWithin = (row: string, from: Day, until: Day): RawBuilder<boolean> =>
  sql<boolean>`(${sql.ref(`${row}.valid_from`)} < ${until} and coalesce(${sql.ref(`${row}.valid_until`)}, 'infinity') > ${from})`
