/** What a swift change says of itself: how it is looked up, decided and stored. */
import type { OutputOf } from '#kernel/endpoint.ts'
import type { Problem } from '#kernel/problem.ts'
import type { Tx } from '../database/open.ts'
import type { Happened, Outside } from '../handle.ts'

/**
 * A function of the database that looks for one or many, called as `name(many, ...lists)`: a row with `n` (from 1) for each
 * that there is. `types` of the lists' values, as the database names them.
 */
export type Named = { readonly name: string; readonly types: readonly string[] }

export type SwiftSteps<E, Looked, Known> = {
  /** No row where there is nothing to change. */
  readonly look: Named & { readonly of: (outside: Outside<E>) => readonly unknown[] }
  readonly missing: () => Problem
  /** What else the decision rests on: mostly at hand, else read once. */
  readonly known: {
    readonly atHand: (looked: Looked) => Known | null
    readonly read: (db: Tx, looked: Looked) => Promise<Known>
  }
  /** May they, and what is stored: throws what refuses. */
  readonly decide: (outside: Outside<E>, looked: Looked, known: Known) => Decided<OutputOf<E>> | Kept<OutputOf<E>>
  /**
   * That many may be stored as one: whose (those who work under one role of the database), and what each touches alone
   * (two of the same are never stored together, and all take them in one order).
   */
  readonly together?: {
    readonly of: (outside: Outside<E>) => boolean
    readonly alone: (outside: Outside<E>) => string
  }
  /**
   * A function of the database that stores one or many, all or none of them: called as `name(...lists)`, each list a JSON
   * array of what `stored` says of each, `lists` their types. In whose name and where the n-th is stored it asks of `nb_standings`.
   */
  readonly store: {
    readonly name: string
    readonly lists: readonly ('json' | 'jsonb')[]
    readonly refusals: Refusals
    /** What was seen has moved on meanwhile: looked at and decided anew, and refused only where that does not help. */
    readonly again?: Refusals
  }
}
/** By the code that the storing function raises. */
export type Refusals = Readonly<Record<string, () => Problem>>
/** `stored`: a text of JSON for each list of the storing function. */
type Decided<T> = Happened<T> & { readonly stored: readonly string[] }
/** All of it stands already: it is answered, and nothing happens. */
type Kept<T> = { readonly result: T; readonly stored: null }
