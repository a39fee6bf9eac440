/** What a correcting paper of this room puts right: what the papers of a decision say of one household. */
import { type Static, Type } from 'typebox'
import { CorrectionStateSchema } from '#features/papers/model.ts'
import type { Class } from '#features/standards/model/verdict.ts'
import { type PlainDate, PlainDateSchema } from '#kernel/dates.ts'
import { IdOf } from '#kernel/ids.ts'
import { Nullable, SaidSchema } from '#kernel/schema.ts'
import type { EntryContent } from '../rules/content.ts'

/** The class is the same before and after: a wrong one is not put right by a correction of names and data. */
export type Told = {
  readonly class: Class
  readonly content: EntryContent
  /** What its village hangs under, as its papers write it; of what was drafted before that was kept, left out. */
  readonly within?: string
  /**
   * The same place where it is called or hangs otherwise since the day of the register: no fault of the papers, but what the
   * new certificate writes.
   */
  readonly now?: PlaceNow
  /**
   * With which id the papers were fixed: what happened on the day of the register and was recorded later is no fault of them.
   * Left out of what was drafted before that was told apart.
   */
  readonly fixed?: string
}

/** `from`: since when it stands so; null where that was before the day of the register, and only heard of later. */
export type PlaceNow = { readonly village: string; readonly within: string; readonly from: PlainDate | null }

/** One line of a correction; an empty side says that nothing stood there, or stands there now. */
export const DifferenceSchema = Type.Object({ what: SaidSchema, was: Type.String(), is: Type.String() })
export type Difference = Static<typeof DifferenceSchema>

/** A correction of what a decision says of one household, as lists have it. */
export const CorrectionLine = Type.Object({
  correctionId: IdOf<'correction'>(),
  householdId: IdOf<'household'>(),
  headName: Type.String(),
  state: CorrectionStateSchema,
  number: Nullable(Type.String()),
  signedOn: Nullable(PlainDateSchema),
})
