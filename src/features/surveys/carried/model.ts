/** A household of the register as an official carries it: who it is, who lives there, what class it has. No citizen ids. */
import { type Static, Type } from 'typebox'
import { ClassSchema, type LeaveReason, leaveReasons, RelationSchema } from '#features/households/model.ts'
import { PlainDateSchema } from '#kernel/dates.ts'
import { IdOf } from '#kernel/ids.ts'
import { SexSchema } from '#kernel/persons.ts'

/** What is left out is not known, or has not happened: so that a commune is small enough to be carried. */
export const CarriedMember = Type.Object({
  name: Type.String(),
  sex: SexSchema,
  /** `1985`, `1985-04` or `1985-04-12`. */
  birth: Type.String(),
  relation: RelationSchema,
  leftOn: Type.Optional(PlainDateSchema),
  why: Type.Optional(Type.Unsafe<LeaveReason>(Type.Enum([...leaveReasons]))),
})
export type CarriedMember = Static<typeof CarriedMember>

export const CarriedHousehold = Type.Object({
  householdId: IdOf<'household'>(),
  head: Type.String(),
  number: Type.String(),
  address: Type.String(),
  phone: Type.Optional(Type.String()),
  class: Type.Optional(ClassSchema),
  since: Type.Optional(PlainDateSchema),
  /** The day of the last survey that the actor may see. */
  surveyedOn: Type.Optional(PlainDateSchema),
  /** The head first, then by age; those who left last. */
  members: Type.Array(CarriedMember),
})
export type CarriedHousehold = Static<typeof CarriedHousehold>

/** Of a village: how many households a part of it has at most. */
export const partSize = 1000
