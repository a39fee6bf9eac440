/** What a points table may be used for. */
import type { PointsTable } from '../model/points.ts'

/** Does any value of the table only illustrate? */
export const isIllustrative = (table: PointsTable): boolean =>
  table.mark === 'illustrative' || table.sections.some((s) => s.rows.some((r) => r.mark === 'illustrative'))

/** May a round that used this table be decided? Only when no value is illustrative and two different people confirmed. */
export const isDecidable = (table: PointsTable): boolean =>
  !isIllustrative(table) && new Set(table.confirmedBy.map((c) => c.accountId)).size >= 2
