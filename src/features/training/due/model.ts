/** What of training is due to one person: seats in plans, and what is asked for. */
import { type Static, Type } from 'typebox'
import { PlainDateSchema } from '#kernel/dates.ts'
import { IdOf } from '#kernel/ids.ts'
import { Count, Nullable } from '#kernel/schema.ts'
import { NeedSourceSchema } from '../needs/model.ts'
import { PlanStateSchema } from '../plan/model.ts'

const Topic = { code: Type.String(), title: Type.String() }

export const DueSeat = Type.Object({
  planSeatId: IdOf<'plan_seat'>(),
  /** The plan as it was first approved, which is read as amended. */
  planId: IdOf<'training_plan'>(),
  name: Type.String(),
  amendment: Count,
  unitName: Type.String(),
  state: PlanStateSchema,
  year: Type.Integer(),
  ...Topic,
  weeks: Type.Array(Type.Integer()),
})
export type DueSeat = Static<typeof DueSeat>

export const DueWish = Type.Object({
  trainingWishId: IdOf<'training_wish'>(),
  source: NeedSourceSchema,
  ...Topic,
  unitName: Type.String(),
  reason: Type.String(),
  day: PlainDateSchema,
})
export type DueWish = Static<typeof DueWish>

/** A seat of who asks, in an approved plan of whoever. */
export const MySeat = Type.Object({
  planSeatId: IdOf<'plan_seat'>(),
  name: Type.String(),
  amendment: Count,
  unitName: Type.String(),
  year: Type.Integer(),
  ...Topic,
  weeks: Type.Array(Type.Integer()),
  placeName: Nullable(Type.String()),
  place: Type.String(),
  /** Whether its last week has passed. */
  over: Type.Boolean(),
})
export type MySeat = Static<typeof MySeat>
