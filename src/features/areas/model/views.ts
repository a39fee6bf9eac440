/** A unit and what is known of it, as the calls of this room tell it. */
import { type TSchema, Type } from 'typebox'
import { PlainDateSchema } from '#kernel/dates.ts'
import { IdOf } from '#kernel/ids.ts'
import { KindSchema, LevelSchema, MarkSchema } from '../model.ts'
import { type EventKind, eventWords, type Settlement, type Status, statusNames } from '../words.ts'

export const Nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()])
const SettlementSchema = Type.Unsafe<Settlement>(Type.Enum(['rural', 'urban']))
export const StatusSchema = Type.Unsafe<Status>(Type.Enum(statusNames))
export const EventKindSchema = Type.Unsafe<EventKind>(Type.Enum(Object.keys(eventWords)))
export const Count = Type.Integer({ minimum: 0, maximum: 100_000_000 })

export const AreaBody = {
  areaId: IdOf<'area'>(),
  level: LevelSchema,
  kind: KindSchema,
  code: Nullable(Type.String()),
  name: Type.String(),
  parentId: Nullable(IdOf<'area'>()),
  settlement: Nullable(SettlementSchema),
  from: PlainDateSchema,
  until: Nullable(PlainDateSchema),
  fromKnown: Type.Boolean(),
  untilKnown: Type.Boolean(),
  mark: MarkSchema,
}
export const AreaSchema = Type.Object(AreaBody)

export const DeclaredTotalSchema = Type.Object({
  id: IdOf<'declared_total'>(),
  day: PlainDateSchema,
  households: Count,
  persons: Nullable(Count),
  kinhHouseholds: Nullable(Count),
  dttsHouseholds: Nullable(Count),
  source: Type.String(),
  mark: MarkSchema,
  /** Of a correction: why, and what it replaces. */
  because: Nullable(Type.String()),
  was: Nullable(Type.Object({ households: Count, at: Type.String(), by: Nullable(Type.String()) })),
})

export const StatusRow = Type.Object({
  id: IdOf<'area_status'>(),
  status: StatusSchema,
  from: PlainDateSchema,
  until: Nullable(PlainDateSchema),
  decision: Nullable(Type.String()),
  mark: MarkSchema,
  note: Nullable(Type.String()),
})

export const Told = Type.Object({
  eventId: IdOf<'area_event'>(),
  kind: EventKindSchema,
  happenedOn: Nullable(PlainDateSchema),
  legalBasis: Nullable(Type.String()),
  mark: MarkSchema,
  note: Nullable(Type.String()),
})
export const Relation = Type.Object({
  areaId: IdOf<'area'>(),
  name: Type.String(),
  within: Type.String(),
  eventId: IdOf<'area_event'>(),
  share: Nullable(Type.Number()),
  mark: MarkSchema,
  note: Nullable(Type.String()),
})
