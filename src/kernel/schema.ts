/** Shapes that every contract needs. */
import { type Static, type TObject, type TSchema, Type } from 'typebox'
import { printableLinesPattern, printablePattern, wordsPattern } from './letters.ts'

export const Nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()])
export const Count = Type.Integer({ minimum: 0 })
export const SaidSchema = Type.Object({ vi: Type.String(), en: Type.String() })

/** What hangs on the subject of an act, told before it. */
export const ToldSchema = Type.Object({
  held: Type.Array(
    Type.Object({
      what: SaidSchema,
      count: Count,
      /** Some of them by name, the first few. */
      names: Type.Optional(Type.Array(Type.String())),
      /** `what` names the one thing that it is, and no count stands beside it. */
      one: Type.Optional(Type.Boolean()),
      /** The page where they can be seen. */
      opens: Nullable(Type.String()),
      /** Of a page that is told to nobody whom it would refuse: the right there by which others see it. */
      seenBy: Type.Optional(Type.String()),
    }),
  ),
  /** Why the act may not be. */
  forbidden: Nullable(SaidSchema),
})
export type Told = Static<typeof ToldSchema>

/** What a person must say in words: spaces and signs that nobody sees say nothing, and nothing turns the rest of a line round. */
export const Words = (maxLength: number) => Type.String({ minLength: 1, maxLength, pattern: wordsPattern })

/** The same where papers or lists print it: each of its letters can be shown. */
export const PrintableText = (maxLength: number) =>
  Type.String({ minLength: 1, maxLength, pattern: `^(?=[^]*\\S)${printablePattern}` })

/** The same over several lines. */
export const PrintableWords = (maxLength: number) =>
  Type.String({ minLength: 1, maxLength, pattern: `^(?=[^]*\\S)${printableLinesPattern}` })

/** Printed too, and may be empty. */
export const PrintableLine = (maxLength: number) => Type.String({ maxLength, pattern: `^${printablePattern}` })

/** Printed, of several lines, and may be empty: a paragraph a line. */
export const PrintableLines = (maxLength: number) => Type.String({ maxLength, pattern: `^${printableLinesPattern}` })

/**
 * The part of an input that says what its maker saw of the fields that it replaces (`revisions.ts`). Optional: the first
 * versions did not say it, and what they sent is still taken.
 */
export const seenOf = <T extends TObject>(fields: T) => ({ was: Type.Optional(Type.Partial(fields)) })
