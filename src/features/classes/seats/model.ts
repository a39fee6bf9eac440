/** Who learns in a class: how many a unit may send, who was named, who has a seat, and who waits for one. */
import { type Static, Type } from 'typebox'
import { CanSchema } from '#kernel/buttons.ts'
import { PlainDateSchema } from '#kernel/dates.ts'
import { IdOf } from '#kernel/ids.ts'
import { Count, Nullable, SaidSchema } from '#kernel/schema.ts'
import type { Said } from '#kernel/text.ts'
import { ClassKindSchema, ClassStateSchema } from '../list/model.ts'
import { Slot } from '../sessions/model.ts'

export const seatStates = {
  nominated: { vi: 'Chờ duyệt', en: 'Waits for approval' },
  refused: { vi: 'Không duyệt', en: 'Not approved' },
  waiting: { vi: 'Chờ chỗ', en: 'Waits for a seat' },
  offered: { vi: 'Được mời, chờ trả lời', en: 'Offered a seat' },
  enrolled: { vi: 'Có chỗ', en: 'Has a seat' },
  declined: { vi: 'Không nhận chỗ', en: 'Declined' },
  withdrawn: { vi: 'Xin rút', en: 'Withdrawn' },
  substituted: { vi: 'Đã thay người khác', en: 'Substituted' },
} as const satisfies Record<string, Said>
export type SeatState = keyof typeof seatStates
export const seatStateNames = Object.keys(seatStates) as SeatState[]
export const SeatStateSchema = Type.Unsafe<SeatState>(Type.Enum(seatStateNames))

/** In one sending. */
export const mostNamed = 200
export const mostQuotas = 500
export const QuotaSeatsSchema = Type.Integer({ minimum: 1, maximum: 2000 })

/** What may be done with one seat. */
export const seatDeeds = {
  approve: { vi: 'Duyệt', en: 'Approve' },
  refuse: { vi: 'Không duyệt', en: 'Do not approve' },
  offer: { vi: 'Mời vào chỗ trống', en: 'Offer a seat' },
  answer: { vi: 'Ghi trả lời', en: 'Record the answer' },
  withdraw: { vi: 'Ghi xin rút', en: 'Withdraw' },
  substitute: { vi: 'Cử người thay', en: 'Substitute' },
} as const satisfies Record<string, Said>
export type SeatDeed = keyof typeof seatDeeds

/** Of a seat, at the unit that sends; an offer at the unit of the class. */
export const seatButtons = {
  approve: { right: 'training.decide' },
  refuse: { right: 'training.decide' },
  offer: { right: 'class.manage' },
  answer: { right: 'class.manage' },
  withdraw: { right: 'class.manage' },
  substitute: { right: 'class.manage' },
} as const satisfies Record<SeatDeed, { right: string }>

/** Of the whole class. */
export const seatsButtons = {
  quotas: { right: 'class.manage' },
  add: { right: 'class.manage' },
} as const

/** A class in which somebody learns or teaches at one of the hours of another. */
const BusyView = Type.Object({ code: Type.String(), title: Type.String(), areaName: Type.String(), ...Slot })

export const SeatView = Type.Object({
  classSeatId: IdOf<'class_seat'>(),
  officialId: IdOf<'official'>(),
  name: Type.String(),
  birthYear: Nullable(Type.Integer()),
  /** What they hold today; null: nothing. */
  posts: Nullable(SaidSchema),
  fromId: IdOf<'area'>(),
  fromName: Type.String(),
  state: SeatStateSchema,
  because: Type.String(),
  /** Who learns in their place, and in whose place they learn. */
  followedBy: Nullable(Type.String()),
  follows: Nullable(Type.String()),
  offerUntil: Nullable(PlainDateSchema),
  /** Whether the offer was not accepted in time. */
  lapsed: Type.Boolean(),
  /** Whether a line of the plan names them, or they were named or asked for the topic. */
  needed: Type.Boolean(),
  /** What else they are in at an hour of the class, of whom a seat is still to be decided. */
  busy: Nullable(BusyView),
  can: CanSchema(seatButtons),
})
export type ClassSeat = Static<typeof SeatView>

export const QuotaView = Type.Object({
  areaId: IdOf<'area'>(),
  areaName: Type.String(),
  seats: Count,
  nominated: Count,
  waiting: Count,
  enrolled: Count,
  /** Of those who wait, who have an open offer. */
  offered: Count,
})
export type ClassQuota = Static<typeof QuotaView>

/** A unit below, and how many of its people the line of the plan names. */
export const PlannedQuota = Type.Object({ areaId: IdOf<'area'>(), areaName: Type.String(), planned: Count })

/** Somebody of the roster who may be named. */
export const CandidateView = Type.Object({
  officialId: IdOf<'official'>(),
  name: Type.String(),
  birthYear: Nullable(Type.Integer()),
  unitName: Type.String(),
  posts: Nullable(SaidSchema),
  /** The line of the plan names them. */
  planned: Type.Boolean(),
  /** They were named for the topic, or asked for it. */
  wished: Type.Boolean(),
  /** The last day on which they completed a class of the topic. */
  learntOn: Nullable(PlainDateSchema),
  /** Their seat in the class, where they have or had one. */
  state: Nullable(SeatStateSchema),
  /** What else they are in at an hour of the class. */
  busy: Nullable(BusyView),
})
export type Candidate = Static<typeof CandidateView>

/** A class that is open to a unit. */
export const OpenClassRow = Type.Object({
  trainingClassId: IdOf<'training_class'>(),
  code: Type.String(),
  title: Type.String(),
  kind: ClassKindSchema,
  classState: ClassStateSchema,
  organiser: Type.String(),
  areaId: IdOf<'area'>(),
  areaName: Type.String(),
  firstDay: Nullable(PlainDateSchema),
  lastDay: Nullable(PlainDateSchema),
  quota: Count,
  /** Of the quota, what nobody has yet. */
  left: Count,
  nominated: Count,
  waiting: Count,
  offered: Count,
  enrolled: Count,
  /** Until when the first open offer is to be answered. */
  offerUntil: Nullable(PlainDateSchema),
  /** Whether people can be named now. */
  open: Type.Boolean(),
})
export type OpenClass = Static<typeof OpenClassRow>

/** A class of the own unit with free seats for which people wait. */
export const ToOfferRow = Type.Object({
  trainingClassId: IdOf<'training_class'>(),
  title: Type.String(),
  free: Count,
  waiting: Count,
})
export type ToOffer = Static<typeof ToOfferRow>

/** A class in which the actor has a seat, or was named for one. */
export const MyClassRow = Type.Object({
  classSeatId: IdOf<'class_seat'>(),
  trainingClassId: IdOf<'training_class'>(),
  code: Type.String(),
  title: Type.String(),
  kind: ClassKindSchema,
  classState: ClassStateSchema,
  organiser: Type.String(),
  fromName: Type.String(),
  state: SeatStateSchema,
  because: Type.String(),
  offerUntil: Nullable(PlainDateSchema),
  /** One more with each change of the class or of the seat. */
  changes: Count,
  sessions: Type.Array(
    Type.Object({
      id: IdOf<'class_session'>(),
      ...Slot,
      place: Nullable(Type.String()),
    }),
  ),
})
export type MyClass = Static<typeof MyClassRow>
