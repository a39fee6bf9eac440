/** The shapes of this room: a dated version of an area, what happened, what became of what; schemas of its words. */
import { Type } from 'typebox'
import type { PlainDate } from '#kernel/dates.ts'
import type { AreaId, Id } from '#kernel/ids.ts'
import { type EventKind, type Kind, kindNames, type Level, levels, type Mark, marks, type Settlement } from './words.ts'

export const LevelSchema = Type.Unsafe<Level>(Type.Enum([...levels]))
export const KindSchema = Type.Unsafe<Kind>(Type.Enum(kindNames))
export const MarkSchema = Type.Unsafe<Mark>(Type.Enum([...marks]))

export type AreaEventId = Id<'area_event'>
export type AreaVersionId = Id<'area_version'>

/** An area as it stands in `[from, until)`. `name` is the full one ("Xã Tam Hồng"); `code` text, zeros kept. */
export type AreaVersion = {
  readonly id: AreaVersionId
  readonly areaId: AreaId
  readonly from: PlainDate
  readonly until: PlainDate | null
  readonly level: Level
  readonly kind: Kind
  readonly code: string | null
  readonly name: string
  readonly parentId: AreaId | null
  readonly settlement: Settlement | null
  readonly eventId: AreaEventId | null
  readonly untilEventId: AreaEventId | null
  /** False: the sources do not say since when; `from` is the day from which they are read. */
  readonly fromKnown: boolean
  readonly mark: Mark
}

export type AreaEvent = {
  readonly id: AreaEventId
  readonly kind: EventKind
  /** Null: the day is not known to the sources. */
  readonly happenedOn: PlainDate | null
  readonly legalBasis: string | null
  readonly mark: Mark
  readonly note: string | null
}

export type Succession = {
  readonly id: Id<'area_succession'>
  readonly fromId: AreaId
  readonly toId: AreaId
  readonly eventId: AreaEventId
  /** Part of the households, 0 < share <= 1; null where unknown. */
  readonly share: number | null
  readonly mark: Mark
  readonly note: string | null
}
