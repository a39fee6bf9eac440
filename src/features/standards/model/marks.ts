/**
 * How far a value of law is to be trusted: read in the text, stated by a page about it, recalled, or only an
 * illustration. Every value of a standard, a points table or a form carries one.
 */
import { type Static, type TSchema, Type } from 'typebox'

/** From the most to the least trusted. */
export const marks = ['text', 'secondary', 'recalled', 'illustrative'] as const
export const MarkSchema = Type.Enum([...marks])
export type Mark = (typeof marks)[number]

export const strict = { additionalProperties: false } as const

/** A value of law beside its mark. */
export const Marked = <T extends TSchema>(value: T) =>
  Type.Object({ value, mark: MarkSchema, note: Type.Optional(Type.String()) }, strict)
export type Marked<T> = { value: T; mark: Mark; note?: string }

export const SaidSchema = Type.Object({ vi: Type.String({ minLength: 1 }), en: Type.String({ minLength: 1 }) }, strict)

/** An article of a document listed in the standard's `legal`. */
export const CitationSchema = Type.Object(
  { legal: Type.String({ minLength: 1 }), article: Type.Optional(Type.String()) },
  strict,
)
export type Citation = Static<typeof CitationSchema>
