/**
 * A change in two statements, for the busiest calls: one reads all that must be known, one stores all of it. Both are
 * put between the same beginning and end as every change (`nb_begin`, `nb_finish`), and what happened must be said here
 * too; only the round trips are fewer. Each statement is whole by itself.
 */
import { deviceKindOf } from '#kernel/device.ts'
import type { Endpoint, OutputOf } from '#kernel/endpoint.ts'
import { type Problem, problem } from '#kernel/problem.ts'
import {
  type Asked,
  type Begun,
  beforeOf,
  type Done,
  finishValues,
  type Standing,
  standingValues,
} from '../database/change.ts'
import type { Tx } from '../database/open.ts'
import { type Happened, type Outside, outsideOf } from '../handle.ts'
import type { Host } from '../services.ts'
import { withSecondLook } from './again.ts'
import { commandOf, makeRoute, type Route } from './route.ts'
import { reading } from './standing.ts'

/** A function of the database, called as `name(account, ...values)`. */
type Named = { readonly name: string; readonly values: number }

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
  readonly store: Named & {
    readonly refusals: Refusals
    /** What was seen has moved on meanwhile: looked at and decided anew, and refused only where that does not help. */
    readonly again?: Refusals
  }
}
/** By the code that the storing function raises. */
type Refusals = Readonly<Record<string, () => Problem>>
type Decided<T> = Happened<T> & { readonly stored: readonly unknown[] }
type Kept<T> = { readonly result: T; readonly stored: null }

const places = (from: number, count: number): string =>
  Array.from({ length: count }, (_, n) => `, $${from + n}`).join('')

const textsOf = <E extends Endpoint, L, K>({ look, store }: SwiftSteps<E, L, K>) => ({
  // Each function hangs on the beginning by its account, so it runs after it.
  look: `select b.kept_as, b.kept_hash, b.answer, l.* from nb_begin($1, $2, $3) b
           left join lateral (select true as found, ${look.name}.* from ${look.name}(b.account${places(4, look.values)})) l
             on b.kept_as is null`,
  // The command is looked for once: where it was used meanwhile, the end refuses.
  store: `select 1 from nb_begin($1, $2, null) b, lateral ${store.name}(b.account${places(3, store.values)}) s,
           lateral nb_finish(b.account${places(3 + store.values, 9)}) f`,
})

const tries = 5
const codeOf = (error: unknown): string => (error as { code?: string } | null)?.code ?? ''

/** Runs it again while what it saw has moved on meanwhile. */
async function asThingsStand<T>(again: Refusals, work: () => Promise<T>): Promise<T> {
  for (let n = 1; ; n++) {
    try {
      return await work()
    } catch (error) {
      const refusal = again[codeOf(error)]
      if (!refusal) throw error
      if (n === tries) throw refusal()
    }
  }
}

type Beginning = Standing & { readonly asked: Asked }

async function lookUp<Looked>(host: Host, statement: { name: string; text: string }, values: readonly unknown[]) {
  const [row] = await host.ask<Begun & Looked & { readonly found: true | null }>({ ...statement, values: [...values] })
  if (!row) throw new Error(`${statement.name} answers one row`)
  return row
}

async function storeAll<E extends Endpoint, L, K>(host: Host, steps: SwiftSteps<E, L, K>, values: readonly unknown[]) {
  const { name, refusals } = steps.store
  try {
    await host.ask({ name, text: textsOf(steps).store, values: [...values] })
  } catch (error) {
    const refusal = refusals[codeOf(error)]
    throw refusal ? refusal() : error
  }
}

export const swift = <E extends Endpoint, L extends object, K>(endpoint: E, steps: SwiftSteps<E, L, K>): Route => {
  const text = textsOf(steps).look
  const once = async (host: Host, outside: Outside<E>, asking: Beginning & Pick<Done, 'device'>): Promise<unknown> => {
    const values = [...standingValues(asking), asking.asked.id, ...steps.look.of(outside)]
    const looked = await lookUp<L>(host, { name: steps.look.name, text }, values)
    const before = beforeOf(looked, asking.asked)
    if (before.state === 'reused') throw problem('command.reused')
    if (before.answer !== null) return before.answer
    if (!looked.found) throw steps.missing()
    const known = steps.known.atHand(looked) ?? (await reading(host, asking, (db) => steps.known.read(db, looked)))
    const decided = steps.decide(outside, looked, known)
    if (decided.stored === null) return decided.result
    const { event, result, stored } = decided
    const finishing = finishValues({ ...asking, event, answer: result, keep: true })
    await storeAll(host, steps, [...standingValues(asking), ...stored, ...finishing])
    return result
  }
  return makeRoute(endpoint, (host, request) => {
    const outside = outsideOf(endpoint, host, request)
    const asked = commandOf(endpoint, request)
    const device = deviceKindOf(request.device)
    const asking = { account: outside.actor.accountId, areas: outside.areas, asked, device }
    return withSecondLook(host, asking, () => asThingsStand(steps.store.again ?? {}, () => once(host, outside, asking)))
  })
}
