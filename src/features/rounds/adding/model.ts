/** Why a household found for the list of a round cannot simply be added. */
import { type Static, Type } from 'typebox'
import { PlainDateSchema } from '#kernel/dates.ts'
import { IdOf } from '#kernel/ids.ts'
import { Nullable, SaidSchema } from '#kernel/schema.ts'

/** A household as the register has it, with what stands against adding it: null where nothing does. */
export const FoundSchema = Type.Object({
  householdId: IdOf<'household'>(),
  number: Type.String(),
  headName: Type.String(),
  /** Who else in the household was sought by name; null where the head or the number was. */
  member: Nullable(Type.String()),
  villageName: Type.String(),
  endedOn: Nullable(PlainDateSchema),
  why: Nullable(Type.Object({ said: SaidSchema, withReason: Type.Boolean() })),
})
export type Found = Static<typeof FoundSchema>
