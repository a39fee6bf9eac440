/**
 * The door for a call that brings others, as a phone does that was away for a week. It has no transaction of its own:
 * each is done as if it had come alone, one after the other in the order in which they stand, so what one meets is no
 * matter of the next, and what was done when the line, the session or the server ended stays done.
 */
import type { Endpoint, InputOf, OutputOf } from '#kernel/endpoint.ts'
import { type Brought, makeRoute, type Route, type Taken } from './route.ts'
import { standingFor } from './standing.ts'

export const batch = <E extends Endpoint>(
  endpoint: E,
  itemsOf: (input: InputOf<E>) => readonly Brought[],
  answerOf: (taken: readonly Taken[]) => OutputOf<E>,
): Route =>
  makeRoute(endpoint, async (_host, request) => {
    standingFor(endpoint, request.session)
    if (!request.each) throw new Error(`${endpoint.name} does not say what it brings`)
    return answerOf(await request.each(itemsOf(request.input as InputOf<E>)))
  })
