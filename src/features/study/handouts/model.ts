/** Copies on paper that were handed out. */
import { type Static, Type } from 'typebox'
import { CanSchema } from '#kernel/buttons.ts'
import { type Instant, PlainDateSchema } from '#kernel/dates.ts'
import { IdOf } from '#kernel/ids.ts'
import { Count, Nullable } from '#kernel/schema.ts'
import type { Said } from '#kernel/text.ts'

export const handoutStates = {
  stands: { vi: 'Đã phát', en: 'Handed out' },
  back: { vi: 'Đã rút', en: 'Taken back' },
} as const satisfies Record<string, Said>
export type HandoutState = keyof typeof handoutStates
export const HandoutStateSchema = Type.Unsafe<HandoutState>(Type.Enum(Object.keys(handoutStates) as HandoutState[]))

export const mostCopies = 100_000
export const handoutButtons = { back: { right: 'library.manage' } } as const

const When = Type.Unsafe<Instant>(Type.String())
export const HandoutRow = Type.Object({
  handoutId: IdOf<'handout'>(),
  areaId: IdOf<'area'>(),
  areaName: Type.String(),
  materialId: IdOf<'material'>(),
  title: Type.String(),
  version: Count,
  copies: Count,
  toArea: Nullable(Type.String()),
  toClass: Nullable(Type.Object({ trainingClassId: IdOf<'training_class'>(), name: Type.String() })),
  toWords: Nullable(Type.String()),
  on: PlainDateSchema,
  by: Nullable(Type.String()),
  back: Nullable(Type.Object({ at: When, because: Type.String() })),
  can: CanSchema(handoutButtons),
})
export type Handout = Static<typeof HandoutRow>

/** What a unit handed out of a material. */
export const HandoutSum = Type.Object({
  areaId: IdOf<'area'>(),
  areaName: Type.String(),
  materialId: IdOf<'material'>(),
  title: Type.String(),
  times: Count,
  copies: Count,
})
export type HandoutSum = Static<typeof HandoutSum>

/** A version that can be handed out, and a class that can be given it. */
export const Handable = Type.Object({ materialId: IdOf<'material'>(), version: Count, title: Type.String() })
export const GivenClass = Type.Object({ trainingClassId: IdOf<'training_class'>(), name: Type.String() })
