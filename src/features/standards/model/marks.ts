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

const rank: Record<Mark, number> = { text: 0, secondary: 1, recalled: 2, illustrative: 3 }

/** The least trusted of two marks. */
export const weaker = (a: Mark, b: Mark): Mark => (rank[a] >= rank[b] ? a : b)

/** The least trusted of many; `text` where there is none. */
export const weakest = (all: readonly Mark[]): Mark => all.reduce(weaker, 'text')

/** Every mark found anywhere inside a value: a threshold is as good as its weakest part. */
export function marksIn(value: unknown): Mark[] {
  if (typeof value !== 'object' || value === null) return []
  const own = 'mark' in value ? [(value as { mark: Mark }).mark] : []
  return [...own, ...Object.values(value).flatMap(marksIn)]
}
