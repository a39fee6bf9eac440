/**
 * A change in two statements, for the busiest calls: one reads all that must be known, one stores all of it. Both are
 * put between the same beginning and end as every change (`nb_begin`, `nb_finish`), and what happened must be said here
 * too; only the round trips are fewer. Each statement is whole by itself.
 */
import { availableParallelism } from 'node:os'
import { deviceKindOf } from '#kernel/device.ts'
import type { Endpoint } from '#kernel/endpoint.ts'
import { problem } from '#kernel/problem.ts'
import { beforeOf, finishValues } from '../database/change.ts'
import { gathered } from '../gather.ts'
import { outsideOf } from '../handle.ts'
import type { Host } from '../services.ts'
import { withSecondLook } from './again.ts'
import { commandOf, makeRoute, type Request, type Route } from './route.ts'
import { reading } from './standing.ts'
import { lookUp, type One, type Storing, storeAll } from './swiftAsked.ts'
import { manyAtOnce } from './swiftMany.ts'
import type { Refusals, SwiftSteps } from './swiftSteps.ts'

/**
 * At work at once, and how many of those who wait go together: a set of many costs little more than one alone. This program
 * and the database share the cores.
 */
const gathering = { slots: Math.max(1, Math.floor(availableParallelism() / 2)), most: 32 }

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

async function storeOne<E extends Endpoint, L, K>(host: Host, steps: SwiftSteps<E, L, K>, one: Storing): Promise<void> {
  try {
    await storeAll(host, steps, [one])
  } catch (error) {
    const refusal = steps.store.refusals[codeOf(error)]
    throw refusal ? refusal() : error
  }
}

export const swift = <E extends Endpoint, L extends object, K>(endpoint: E, steps: SwiftSteps<E, L, K>): Route => {
  const once = async (host: Host, one: One<E>): Promise<unknown> => {
    const { outside, asking } = one
    const looked = (await lookUp(host, steps, [one])).get(0)
    if (!looked) throw new Error(`${steps.look.name} answers one row`)
    const before = beforeOf(looked, asking.asked)
    if (before.state === 'reused') throw problem('command.reused')
    if (before.answer !== null) return before.answer
    if (!looked.found) throw steps.missing()
    const known = steps.known.atHand(looked) ?? (await reading(host, asking, (db) => steps.known.read(db, looked)))
    const decided = steps.decide(outside, looked, known)
    if (decided.stored === null) return decided.result
    const { event, result, stored } = decided
    const finishing = finishValues({ ...asking, event, answer: result, keep: true })
    await storeOne(host, steps, { standing: asking, stored, finishing })
    return result
  }
  const askingOf = (host: Host, request: Request): One<E> => {
    const outside = outsideOf(endpoint, host, request)
    const asked = commandOf(endpoint, request)
    const device = deviceKindOf(request.device)
    return { outside, asking: { account: outside.actor.accountId, areas: outside.areas, asked, device } }
  }
  const alone = (host: Host, one: One<E>) =>
    withSecondLook(host, one.asking, () => asThingsStand(steps.store.again ?? {}, () => once(host, one)))
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
