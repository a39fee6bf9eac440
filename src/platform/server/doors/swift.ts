/**
 * A change in two statements, for the busiest calls: one reads all that must be known, one stores all of it. Both are
 * put between the same beginning and end as every change (`nb_begin`, `nb_finish`), and what happened must be said here
 * too; only the round trips are fewer. Each statement is whole by itself.
 */
import { deviceKindOf } from '#kernel/device.ts'
import type { Endpoint } from '#kernel/endpoint.ts'
import { problem } from '#kernel/problem.ts'
import {
  type Asked,
  type Begun,
  beforeOf,
  type Done,
  finishTypes,
  finishValues,
  type Standing,
  standingValues,
} from '../database/change.ts'
import { gathered } from '../gather.ts'
import { type Outside, outsideOf } from '../handle.ts'
import type { Host } from '../services.ts'
import { withSecondLook } from './again.ts'
import { commandOf, makeRoute, type Request, type Route } from './route.ts'
import { reading } from './standing.ts'
import { manyAtOnce, type One } from './swiftMany.ts'
import type { Refusals, SwiftSteps } from './swiftSteps.ts'

const places = (from: number, count: number): string =>
  Array.from({ length: count }, (_, n) => `, $${from + n}`).join('')

const textsOf = <E extends Endpoint, L, K>({ look, store }: SwiftSteps<E, L, K>) => ({
  // Each function hangs on the beginning by its account, so it runs after it.
  look: `select b.kept_as, b.kept_hash, b.answer, l.* from nb_begin($1, $2, $3) b
           left join lateral (select true as found, ${look.name}.* from ${look.name}(b.account${places(4, look.types.length)})) l
             on b.kept_as is null`,
  // The command is looked for once: where it was used meanwhile, the end refuses.
  store: `select 1 from nb_begin($1, $2, null) b, lateral ${store.name}(b.account${places(3, store.types.length)}) s,
           lateral nb_finish(b.account${places(3 + store.types.length, finishTypes.length)}) f`,
})

/** At work at once, and how many of those who wait go together. */
const gathering = { slots: 3, most: 16 }

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
  const askingOf = (host: Host, request: Request): One<E> => {
    const outside = outsideOf(endpoint, host, request)
    const asked = commandOf(endpoint, request)
    const device = deviceKindOf(request.device)
    return { outside, asking: { account: outside.actor.accountId, areas: outside.areas, asked, device } }
  }
  const alone = (host: Host, { outside, asking }: One<E>) =>
    withSecondLook(host, asking, () => asThingsStand(steps.store.again ?? {}, () => once(host, outside, asking)))
  const { together } = steps
  if (!together) return makeRoute(endpoint, (host, request) => alone(host, askingOf(host, request)))
  const many = (host: Host, all: readonly One<E>[]) => manyAtOnce(host, { ...steps, together }, all)
  const gatherings = new WeakMap<Host, (one: One<E>) => Promise<unknown>>()
  const gatheringOf = (host: Host) => {
    const held = gatherings.get(host)
    if (held) return held
    const made = gathered<One<E>, unknown>(
      (one) => alone(host, one),
      (all) => many(host, all),
      gathering,
    )
    gatherings.set(host, made)
    return made
  }
  return makeRoute(
    endpoint,
    (host, request) => {
      const one = askingOf(host, request)
      return together.of(one.outside) ? gatheringOf(host)(one) : alone(host, one)
    },
    (host, requests) =>
      many(
        host,
        requests.map((request) => askingOf(host, request)),
      ),
  )
}
