/** A standard as it was pinned by hash, so that a later correction does not change what was asked. */
import { type Static, Type } from 'typebox'
import { Nullable } from '#kernel/schema.ts'
import { SaidSchema } from './marks.ts'

export const PinnedSchema = Type.Object({
  standardId: Type.String(),
  hash: Type.String(),
  name: SaidSchema,
  /** The points table with which B1 is counted from answers; null: only directly measured income counts. */
  points: Nullable(
    Type.Object({
      tableId: Type.String(),
      hash: Type.String(),
      illustrative: Type.Boolean(),
      decidable: Type.Boolean(),
    }),
  ),
})
export type Pinned = Static<typeof PinnedSchema>

/** What a round pins: the standard that opens and, in a standard's last year, the one that closes. */
export type Pins = {
  readonly opening_hash: string
  readonly opening_points: string | null
  readonly closing_hash: string | null
  readonly closing_points: string | null
}
