/** What training knows today: needs found in the work, and decisions as they are put right. */
import { type Static, Type } from 'typebox'
import { PlainDateSchema } from '#kernel/dates.ts'
import { PrintableText, Words } from '#kernel/schema.ts'

export const needCauses = ['returned_form', 'back_check', 'complaint_upheld', 'late_step', 'inquiry'] as const
export type NeedCause = (typeof needCauses)[number]

const decided = { number: PrintableText(60), decidedOn: PlainDateSchema, issuer: PrintableText(200) }
/** A decision as it should have been typed, why, and as it stood when it was looked at. */
export const DecisionCorrected = { ...decided, because: Words(500), was: Type.Object(decided) }

/** What a decision said before it was corrected: until which day, and why. */
export const EarlierDecision = Type.Object({
  number: Type.String(),
  day: PlainDateSchema,
  issuer: Type.String(),
  until: PlainDateSchema,
  because: Type.String(),
})
export type EarlierDecision = Static<typeof EarlierDecision>
