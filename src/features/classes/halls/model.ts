/** Halls and rooms where classes are taught, and how many people find a seat in each. */
import { type Static, Type } from 'typebox'
import { CanSchema } from '#kernel/buttons.ts'
import { PlainDateSchema } from '#kernel/dates.ts'
import { IdOf } from '#kernel/ids.ts'
import { Nullable } from '#kernel/schema.ts'
import type { Said } from '#kernel/text.ts'

export const SeatsSchema = Type.Integer({ minimum: 1, maximum: 2000 })

export const hallStates = {
  in_use: { vi: 'Đang dùng', en: 'In use' },
  coming: { vi: 'Sắp dùng', en: 'Coming' },
  ended: { vi: 'Đã thôi', en: 'Given up' },
} as const satisfies Record<string, Said>
export type HallState = keyof typeof hallStates
export const HallStateSchema = Type.Unsafe<HallState>(Type.Enum(Object.keys(hallStates) as HallState[]))

export const hallButtons = { change: { right: 'class.manage' }, close: { right: 'class.manage' } } as const

export const HallRow = Type.Object({
  classHallId: IdOf<'class_hall'>(),
  areaId: IdOf<'area'>(),
  areaName: Type.String(),
  name: Type.String(),
  address: Type.String(),
  seats: SeatsSchema,
  equipment: Type.String(),
  from: PlainDateSchema,
  until: Nullable(PlainDateSchema),
  endedBecause: Nullable(Type.String()),
  state: HallStateSchema,
  /** From which day its unit stands no more; null: it stands. */
  unitEnded: Nullable(PlainDateSchema),
  can: CanSchema(hallButtons),
})
export type Hall = Static<typeof HallRow>
