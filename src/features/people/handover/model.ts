/** The words of handing a record over. */
import { type Static, Type } from 'typebox'
import { type Buttons, CanSchema } from '#kernel/buttons.ts'
import { PlainDateSchema } from '#kernel/dates.ts'
import { IdOf } from '#kernel/ids.ts'
import { Nullable } from '#kernel/schema.ts'
import type { Said } from '#kernel/text.ts'

export const handoverStates = {
  asked: { vi: 'Chờ nhận', en: 'Waits to be taken' },
  taken: { vi: 'Đã nhận', en: 'Taken' },
  refused: { vi: 'Không nhận', en: 'Not taken' },
  withdrawn: { vi: 'Đã rút', en: 'Withdrawn' },
} as const satisfies Record<string, Said>
export type HandoverState = keyof typeof handoverStates
export const handoverStateNames = Object.keys(handoverStates) as HandoverState[]
export const HandoverStateSchema = Type.Unsafe<HandoverState>(Type.Enum(handoverStateNames))

/** Who is to take it takes or refuses; who gives it withdraws. `at`: at which of the two units. */
export const handoverButtons = {
  take: { right: 'roster.write', at: 'to' },
  refuse: { right: 'roster.write', at: 'to' },
  withdraw: { right: 'roster.write', at: 'from' },
} as const satisfies Buttons<{ at: 'to' | 'from' }>

export const HandoverRow = Type.Object({
  handoverId: IdOf<'official_handover'>(),
  officialId: IdOf<'official'>(),
  name: Type.String(),
  birthYear: Type.Integer(),
  fromName: Type.String(),
  toName: Type.String(),
  because: Type.String(),
  askedBy: Type.String(),
  askedOn: PlainDateSchema,
  state: HandoverStateSchema,
  settledBy: Nullable(Type.String()),
  settledOn: Nullable(PlainDateSchema),
  settledBecause: Nullable(Type.String()),
  can: CanSchema(handoverButtons),
})
export type Handover = Static<typeof HandoverRow>

/** A record whose keeper has ended. */
export const LeftRow = Type.Object({
  officialId: IdOf<'official'>(),
  name: Type.String(),
  birthYear: Type.Integer(),
  unitName: Type.String(),
  endedOn: PlainDateSchema,
})
export type Left = Static<typeof LeftRow>
