/** The shapes of this room: a dated version of an area, what happened, what became of what; schemas of its words. */
import { type Static, type TSchema, Type } from 'typebox'
import type { PlainDate } from '#kernel/dates.ts'
import { type AreaEventId, type AreaId, type AreaVersionId, type Id, IdOf } from '#kernel/ids.ts'
import { printablePattern } from '#kernel/letters.ts'
import { type EventKind, type Kind, kindNames, type Level, levels, type Mark, marks, type Settlement } from './words.ts'

export const LevelSchema = Type.Unsafe<Level>(Type.Enum([...levels]))
export const KindSchema = Type.Unsafe<Kind>(Type.Enum(kindNames))
export const MarkSchema = Type.Unsafe<Mark>(Type.Enum([...marks]))

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

/** A name is said aloud: it has a letter, and no sign of a markup. */
const Name = Type.String({ minLength: 1, maxLength: 120, pattern: `^(?=[^]*\\p{L})(?![^]*[<>])${printablePattern}` })
const Nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()])
const NewUnitSchema = Type.Object({
  name: Name,
  kind: KindSchema,
  code: Nullable(Type.String({ pattern: '^[0-9]{2,7}$' })),
  parentId: IdOf<'area'>(),
})
const Share = Nullable(Type.Number({ exclusiveMinimum: 0, maximum: 1 }))
/** What happened. One shape a kind; the day and the legal basis are said beside it. */
export const ChangeSchema = Type.Union([
  Type.Object({ kind: Type.Literal('create'), unit: NewUnitSchema }),
  Type.Object({ kind: Type.Literal('rename'), areaId: IdOf<'area'>(), name: Name }),
  Type.Object({ kind: Type.Literal('change_kind'), areaId: IdOf<'area'>(), to: KindSchema, name: Name }),
  Type.Object({
    kind: Type.Literal('change_code'),
    areaId: IdOf<'area'>(),
    code: Type.String({ pattern: '^[0-9]{2,7}$' }),
  }),
  Type.Object({ kind: Type.Literal('move'), areaId: IdOf<'area'>(), parentId: IdOf<'area'>() }),
  Type.Object({
    kind: Type.Literal('merge'),
    areaIds: Type.Array(IdOf<'area'>(), { minItems: 2, maxItems: 50 }),
    into: NewUnitSchema,
  }),
  Type.Object({
    kind: Type.Literal('split'),
    areaId: IdOf<'area'>(),
    parts: Type.Array(
      Type.Object({ unit: NewUnitSchema, share: Share, children: Type.Array(IdOf<'area'>(), { maxItems: 500 }) }),
      {
        minItems: 2,
        maxItems: 20,
      },
    ),
  }),
  Type.Object({
    kind: Type.Literal('abolish'),
    areaId: IdOf<'area'>(),
    successors: Type.Array(Type.Object({ areaId: IdOf<'area'>(), share: Share }), { maxItems: 20 }),
  }),
])
export type Change = Static<typeof ChangeSchema>
