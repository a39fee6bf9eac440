/** Where classes may be held, and how far it is from a unit to another. */
import { type Static, Type } from 'typebox'
import { CanSchema } from '#kernel/buttons.ts'
import { PlainDateSchema } from '#kernel/dates.ts'
import { IdOf } from '#kernel/ids.ts'
import { Nullable } from '#kernel/schema.ts'
import { NormStateSchema } from '../money/model.ts'

export const KmSchema = Type.Integer({ minimum: 1, maximum: 1000 })

export const placeButtons = { close: { right: 'training.manage' } } as const
export const wayButtons = { change: { right: 'training.manage' }, drop: { right: 'training.manage' } } as const

export const PlaceRow = Type.Object({
  classPlaceId: IdOf<'class_place'>(),
  areaId: IdOf<'area'>(),
  areaName: Type.String(),
  /** The names above it. */
  within: Type.String(),
  hall: Type.String(),
  from: PlainDateSchema,
  until: Nullable(PlainDateSchema),
  endedBecause: Nullable(Type.String()),
  state: NormStateSchema,
  /** From which day the unit stands no more, and holds no classes; null: it stands. */
  unitEnded: Nullable(PlainDateSchema),
  can: CanSchema(placeButtons),
})
export type Place = Static<typeof PlaceRow>

export const WayRow = Type.Object({
  trainingWayId: IdOf<'training_way'>(),
  fromId: IdOf<'area'>(),
  fromName: Type.String(),
  toId: IdOf<'area'>(),
  toName: Type.String(),
  /** From which day an end of it stands no more; null: it stands. */
  fromEnded: Nullable(PlainDateSchema),
  toEnded: Nullable(PlainDateSchema),
  km: KmSchema,
  can: CanSchema(wayButtons),
})
export type Way = Static<typeof WayRow>
