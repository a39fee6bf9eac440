/**
 * Events: what a change says of itself in the audit. Each room defines its own with `defineEvents`; one without its two
 * sentences, or of a kind without a word, does not compile. `happened` takes no other.
 */
import type { AreaId } from './ids.ts'
import type { Renamed } from './oldNames.ts'
import { type Fields, same } from './revisions.ts'
import type { Said } from './text.ts'

/** To what it happened, and where. Ids, codes and counts only, no personal data. */
export type Telling = {
  readonly subject: string
  readonly area: AreaId | null
  readonly facts?: Record<string, unknown>
  /** The answer holds what must not be kept with the command; a resend runs the handler again. */
  readonly forget?: true
}

declare const defined: unique symbol
/** Made by a function of `defineEvents` alone. */
export type Event = Telling & { readonly what: string; readonly [defined]: true }

/**
 * How a fact of an event is told: a number, a day, yes or no and the name of what an id stands for as they are; a code by its
 * `words`; what was typed where it is `free`; a sentence in both languages as it is. With `fields` it is a list of what changed
 * (`changedIn`), each field by its words. Null: it is kept and not told.
 */
export type FactWord = {
  readonly said: Said
  readonly words?: Readonly<Record<string, Said>>
  readonly free?: true
  readonly fields?: Readonly<Record<string, Said>>
} | null
export type FactWords = Readonly<Record<string, FactWord>>

/** One field from what to what; `field` in words where it is no field of a form. Without both only that it changed. */
export type Changed = { readonly field: string | Said; readonly was?: unknown; readonly is?: unknown }

const most = 120
const clipped = (value: unknown): unknown =>
  typeof value === 'string' && value.length > most ? `${value.slice(0, most)}…` : (value ?? null)

/** Not a list or a group of values. */
const isWhole = (value: unknown): boolean => typeof value !== 'object' || value === null

/** What of these fields is another, for the audit: long texts by their beginnings, lists by their name alone. */
export const changedIn = (was: Fields, is: Fields, fields: readonly string[]): Changed[] =>
  fields.flatMap((field) =>
    same(was[field] ?? null, is[field] ?? null)
      ? []
      : isWhole(was[field]) && isWhole(is[field])
        ? [{ field, was: clipped(was[field]), is: clipped(is[field]) }]
        : [{ field }],
  )

/** A room's events as the audit reads them. Their names stand in the database: they are never changed. */
export type Events = {
  /** The part before the dot: `household`. */
  readonly kinds: Readonly<Record<string, Said>>
  readonly said: Readonly<Record<string, Said>>
  /** Those that the home page counts since yesterday. */
  readonly news: readonly string[]
  readonly facts: FactWords
}

/** Of all rooms, with the names that events had before. */
export type AllEvents = Omit<Events, 'facts'> & {
  readonly renamed: Renamed
  /** The words of an event's facts, as its room has them. */
  readonly factsOf: (what: string) => FactWords
}

/**
 * Defines a room's events and returns the function that makes one:
 * `happened(roundEvent('round.opened', { subject, area }), answer)`.
 */
export function defineEvents<const Kinds extends Record<string, Said>, const Specs extends Record<string, Said>>(
  kinds: Kinds,
  said: Specs & { readonly [What in keyof Specs]: What extends `${keyof Kinds & string}.${string}` ? Said : never },
  { news = [], facts = {} }: { readonly news?: readonly (keyof Specs & string)[]; readonly facts?: FactWords } = {},
) {
  const make = (what: keyof Specs & string, telling: Telling): Event => ({ ...telling, what }) as Event
  return Object.assign(make, { kinds, said, news, facts } satisfies Events)
}
