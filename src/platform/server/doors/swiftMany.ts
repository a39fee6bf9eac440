/**
 * Many swift changes, as a phone brings them or as several phones send them at once: looked up in one statement, stored
 * as one set in another. All or nothing of what is stored: whatever is not plain (a refusal, a collision, two that touch
 * the same) is left to its own way, one by one, so that none of them hurts another.
 */
import type { Endpoint } from '#kernel/endpoint.ts'
import { beforeOf, finishValues } from '../database/change.ts'
import type { Answered } from '../gather.ts'
import type { Host } from '../services.ts'
import { type Found, lookUp, type One, type Storing, storeAll } from './swiftAsked.ts'
import type { SwiftSteps } from './swiftSteps.ts'

type Steps<E, L, K> = SwiftSteps<E, L, K> & { readonly together: NonNullable<SwiftSteps<E, L, K>['together']> }

type Ready = Storing & { readonly result: unknown }

/** What is to be stored of each, or its answer where all of it stands; null where it goes its own way. */
function decided<E extends Endpoint, L extends object, K>(
  { known, decide }: SwiftSteps<E, L, K>,
  { outside, asking }: One<E>,
  found: Found<L>,
): Answered<unknown> | Ready | null {
  const before = beforeOf(found, asking.asked)
  if (before.answer !== null) return { answer: before.answer }
  if (before.state !== 'new' || !found.found) return null
  const law = known.atHand(found)
  if (!law) return null
  try {
    const { stored, result, ...rest } = decide(outside, found, law)
    if (stored === null || !('event' in rest)) return { answer: result }
    const finishing = finishValues({ ...asking, event: rest.event, answer: result, keep: true })
    return { result, standing: asking, stored, finishing }
  } catch {
    return null
  }
}

/** An answer for each, or null where it goes its own way. */
export async function manyAtOnce<E extends Endpoint, L extends object, K>(
  host: Host,
  steps: Steps<E, L, K>,
  many: readonly One<E>[],
): Promise<(Answered<unknown> | null)[]> {
  const answers: (Answered<unknown> | null)[] = many.map(() => null)
  // Of two that touch the same, or one command twice, the second rests on the first.
  const keys = many.map(({ outside, asking }) => ({ own: steps.together.alone(outside), id: asking.asked.id }))
  const first = keys
    .map(({ own, id }, at) => ({ at, own, is: !keys.slice(0, at).some((one) => one.own === own || one.id === id) }))
    .filter(({ is }) => is)
    .toSorted((a, b) => (a.own < b.own ? -1 : 1))
    .map(({ at }) => ({ at, one: many[at] as One<E> }))
  try {
    const found = await lookUp(
      host,
      steps,
      first.map(({ one }) => one),
    )
    const ready: (Ready & { readonly at: number })[] = []
    for (const [n, { one, at }] of first.entries()) {
      const row = found.get(n)
      const next = row ? decided(steps, one, row) : null
      if (next && 'answer' in next) answers[at] = next
      else if (next) ready.push({ ...next, at })
    }
    if (ready.length === 0) return answers
    await storeAll(host, steps, ready)
    for (const { at, result } of ready) answers[at] = { answer: result }
  } catch {
    // Nothing of it was stored: each goes its own way, and is refused there where it must be.
  }
  return answers
}
