/** What a swift change says of itself: how it is looked up, decided and stored. */
import type { OutputOf } from '#kernel/endpoint.ts'
import type { Problem } from '#kernel/problem.ts'
import type { Tx } from '../database/open.ts'
import type { Happened, Outside } from '../handle.ts'

/** A function of the database, called as `name(account, ...values)`; `types` of the values, as the database names them. */
export type Named = { readonly name: string; readonly types: readonly string[] }

export type SwiftSteps<E, Looked, Known> = {
  /** Answers one row, or none where there is nothing to change. */
  readonly look: Named & { readonly of: (outside: Outside<E>) => readonly unknown[] }
  readonly missing: () => Problem
  /** What else the decision rests on: mostly at hand, else read once. */
  readonly known: {
    readonly atHand: (looked: Looked) => Known | null
    readonly read: (db: Tx, looked: Looked) => Promise<Known>
  }
  /**
   * May they, and what is stored: throws what refuses. `stored` are the values of the storing function; null where all of
   * it stands already: it is answered, and nothing happens.
   */
  readonly decide: (outside: Outside<E>, looked: Looked, known: Known) => Decided<OutputOf<E>> | Kept<OutputOf<E>>
  /**
   * That many may be stored as one: whose (those who work under one role of the database), what each touches alone (two
   * of the same are never stored together), and the order in which they take what several of them touch.
   */
  readonly together?: {
    readonly of: (outside: Outside<E>) => boolean
    readonly alone: (outside: Outside<E>) => string
    readonly order: (looked: Looked) => string
    readonly store: StoredTogether
  }
  readonly store: Named & {
    readonly refusals: Refusals
    /** What was seen has moved on meanwhile: looked at and decided anew, and refused only where that does not help. */
    readonly again?: Refusals
  }
}
/**
 * What stores one of many, called as the storing function, and answers one row of `gives`; and what is done once for all
 * of them, with a list of each.
 */
export type StoredTogether = { readonly name: string; readonly gives: readonly string[]; readonly settles: string }
/** By the code that the storing function raises. */
export type Refusals = Readonly<Record<string, () => Problem>>
type Decided<T> = Happened<T> & { readonly stored: readonly unknown[] }
type Kept<T> = { readonly result: T; readonly stored: null }
