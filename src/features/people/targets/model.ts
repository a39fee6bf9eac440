/** How many officials a province moves into especially difficult units in a year, and how many it has moved. */
import { type Static, Type } from 'typebox'
import { PlainDateSchema } from '#kernel/dates.ts'
import { IdOf } from '#kernel/ids.ts'
import { type ValueMark, valueMarks } from '#kernel/marks.ts'
import { Count, Nullable, PrintableText } from '#kernel/schema.ts'
import type { Said } from '#kernel/text.ts'
import { type MoveKind, MoveKindSchema, moveWords } from '../moves/model.ts'

export const YearSchema = Type.Integer({ minimum: 1990, maximum: 2100 })

/** What counts where no kind is named. */
export const bothKinds: Said = { vi: 'Luân chuyển hoặc biệt phái', en: 'Rotation or secondment' }
export const kindSaid = (kind: MoveKind | null): Said => (kind ? moveWords[kind] : bothKinds)

/** What a target says. */
export const Target = {
  year: YearSchema,
  kind: Nullable(MoveKindSchema),
  people: Type.Integer({ minimum: 1, maximum: 100_000 }),
  legalReference: PrintableText(300),
  mark: Type.Unsafe<ValueMark>(Type.Enum(Object.keys(valueMarks) as ValueMark[])),
}
export const TargetParticulars = Type.Object(Target)
export type TargetParticulars = Static<typeof TargetParticulars>

/** A year, what is aimed at in it by the day, and who was moved in it by the day. Without a target: those moved alone. */
export const TargetLine = Type.Object({
  moveTargetId: Nullable(IdOf<'move_target'>()),
  year: YearSchema,
  kind: Nullable(MoveKindSchema),
  people: Nullable(Count),
  /** Null: no unit of the area is recorded as especially difficult in the year, so nobody knows who was moved into one. */
  moved: Nullable(Count),
  legalReference: Nullable(Type.String()),
  mark: Nullable(Target.mark),
  from: Nullable(PlainDateSchema),
  until: Nullable(PlainDateSchema),
  endedBecause: Nullable(Type.String()),
  /** Whether it took the place of another on its first day, which goes on where this one was a mistake. */
  follows: Type.Boolean(),
})
export type TargetLine = Static<typeof TargetLine>

/** How many are still to be moved; null where nothing is aimed at, or nobody knows who was moved. */
export const missingOf = ({ people, moved }: Pick<TargetLine, 'people' | 'moved'>): number | null =>
  people === null || moved === null ? null : Math.max(0, people - moved)
