/**
 * The doors around every handler. A reading runs in a transaction that can only read; a change runs in one transaction
 * that holds the change, the line in the audit that tells of it, and the command's id, so that a resend is answered and
 * not repeated. All run under row security with the areas in which the actor holds the right of the call.
 *
 * What is slow (passwords, files, papers) is a step of its own beside the transaction: a handler is never given a second
 * connection, and none is held while it works.
 */
import type { Readable } from 'node:stream'
import type { Actor } from '#kernel/access.ts'
import type { PlainDate } from '#kernel/dates.ts'
import { type DeviceKind, deviceKindOf } from '#kernel/device.ts'
import type { Endpoint, InputOf, OutputOf } from '#kernel/endpoint.ts'
import type { Event } from '#kernel/event.ts'
import type { AreaId } from '#kernel/ids.ts'
import { problem } from '#kernel/problem.ts'
import { todayOf } from './clock.ts'
import { finish } from './database/change.ts'
import type { Tx } from './database/open.ts'
import { withSecondLook, withTries } from './doors/again.ts'
import { commandOf, makeRoute, type Request, type Route, type UploadedFile } from './doors/route.ts'
import { changing, reading, standingFor } from './doors/standing.ts'
import { type Tell, telling, withTraces } from './doors/traces.ts'
import type { Host, Services } from './services.ts'
import type { Session } from './session.ts'

export type { Request, Route, UploadedFile } from './doors/route.ts'

/** What a step without a connection is given. */
export type Outside<E> = {
  readonly actor: Actor
  /** Where the actor holds the right of this call (each with all below it). */
  readonly areas: readonly AreaId[]
  readonly input: InputOf<E>
  readonly today: PlainDate
  readonly services: Services
  readonly file: UploadedFile | null
  readonly session: Session
  /** The kind of device it comes from, where its browser says so. */
  readonly device: DeviceKind | null
}

/** What a handler is given: with the transaction; row security is set to the actor and the call's right. */
export type Call<E> = Outside<E> & { readonly db: Tx }

/** A call that needs no account; there is no actor. */
export type OpenCall<E> = Omit<Call<E>, 'actor' | 'session' | 'device'> & { readonly request: Request }

export type Paper = {
  readonly name: string
  readonly mediaType: string
  readonly body: Buffer | Readable
  /** Somebody else made it: it is saved and never opened as a page of ours. */
  readonly fromOutside?: true
}

/** What a change did. `also`: of one act on many, what happened to each of the others; a line of the audit each. */
export type Happened<T> = { readonly event: Event; readonly also?: readonly Event[]; readonly result: T }
export const happened = <T>(event: Event, result: T, also: readonly Event[] = []): Happened<T> => ({
  event,
  also,
  result,
})

/** A call in steps: a short look, slow work that holds no connection, and the act in the call's transaction. */
export type Steps<E, Looked, Worked, Result> = {
  /**
   * What is counted before the slow work, and stays whatever comes of it: many at once are counted as so many in a row.
   * `sending` is the same only of the same command with the same words, and is told to nobody.
   */
  readonly count?: (call: Call<E>, sending: string, tell: Tell) => Promise<void>
  readonly look?: (call: Call<E>) => Promise<Looked>
  readonly work: (outside: Outside<E>, looked: Looked) => Promise<Worked>
  readonly act: (call: Call<E>, worked: Worked) => Promise<Result>
}
type Handler<E, Result> = (call: Call<E>) => Promise<Result>
type Given<E, L, W, Result> = Handler<E, Result> | Steps<E, L, W, Result>

/** What a call's steps are given; refuses who may not call at all. */
export const outsideOf = <E extends Endpoint>(endpoint: E, host: Host, request: Request): Outside<E> => {
  const { session, areas } = standingFor(endpoint, request.session)
  const { services } = host
  const { file, input } = request
  const today = todayOf(services.clock)
  const device = deviceKindOf(request.device)
  return { actor: session.actor, areas, input: input as InputOf<E>, today, services, file, session, device }
}

const standingOf = ({ actor, areas }: Outside<unknown>) => ({ account: actor.accountId, areas })

/** The steps before the act, and the act as one handler. */
async function prepared<E extends Endpoint, L, W, Result>(
  host: Host,
  outside: Outside<E>,
  given: Given<E, L, W, Result>,
): Promise<Handler<E, Result>> {
  if (typeof given === 'function') return given
  const { look, work, act } = given
  const looked = look ? await reading(host, standingOf(outside), (db) => look({ ...outside, db })) : undefined
  const worked = await work(outside, looked as L)
  return (call) => act(call, worked)
}

/** A reading: changes nothing. */
export const read = <E extends Endpoint, L = undefined, W = undefined>(
  endpoint: E,
  given: Given<E, L, W, OutputOf<E>>,
): Route =>
  makeRoute(endpoint, async (host, request) => {
    const outside = outsideOf(endpoint, host, request)
    const handler = await prepared(host, outside, given)
    const standing = standingOf(outside)
    return withTraces(host, standing, () => reading(host, standing, (db) => handler({ ...outside, db })))
  })

/** Reads on while a document is sent: a transaction each time, and no connection held between them. */
export type ReadOn<E> = <Data>(ask: Handler<E, Data>) => Promise<Data>

/** A reading that answers with a document. `ask` reads what stands in it; `compose` makes it when that is done. */
export function paper<E extends Endpoint>(endpoint: E, ask: Handler<E, Paper>): Route
export function paper<E extends Endpoint, Data>(
  endpoint: E,
  ask: Handler<E, Data>,
  compose: (data: Data, outside: Outside<E>, readOn: ReadOn<E>) => Promise<Paper> | Paper,
): Route
export function paper<E extends Endpoint>(
  endpoint: E,
  ask: Handler<E, unknown>,
  compose: (data: unknown, outside: Outside<E>, readOn: ReadOn<E>) => unknown = (data) => data,
): Route {
  return makeRoute(endpoint, async (host, request) => {
    const outside = outsideOf(endpoint, host, request)
    const readOn: ReadOn<E> = (more) => reading(host, standingOf(outside), (db) => more({ ...outside, db }))
    return withTraces(host, standingOf(outside), async () => compose(await readOn(ask), outside, readOn))
  })
}

/** A change: idempotent by its command's id, told in the audit, all or nothing. */
export const change = <E extends Endpoint, L = undefined, W = undefined>(
  endpoint: E,
  given: Given<E, L, W, Happened<OutputOf<E>>>,
): Route =>
  makeRoute(endpoint, async (host, request) => {
    const outside = outsideOf(endpoint, host, request)
    const asking = { ...standingOf(outside), asked: commandOf(endpoint, request) }
    const counted = async () => {
      const { count } = given as Partial<Steps<E, L, W, unknown>>
      const sending = `${asking.asked.id} ${asking.asked.contentHash.toString('hex')}`
      const countIn = async (db: Tx) => count?.({ ...outside, db }, sending, telling(db, outside.actor.accountId))
      if (count) await withTries(() => changing(host, standingOf(outside), countIn))
    }
    const once = async () => {
      await counted()
      const handler = await prepared(host, outside, given)
      return changing(host, asking, async (db, before) => {
        if (before.state === 'reused') throw problem('command.reused')
        if (before.answer !== null) return before.answer
        const { event, also, result } = await handler({ ...outside, db })
        const { device } = outside
        await finish(db, { ...asking, event, also, answer: result, device, keep: before.state === 'new' })
        return result
      })
    }
    return withTraces(host, standingOf(outside), () => withSecondLook(host, asking, once))
  })

/** A reading open to everybody. Row security shows it nothing that belongs to an area. */
export const open = <E extends Endpoint>(endpoint: E, handler: (call: OpenCall<E>) => Promise<OutputOf<E>>): Route =>
  makeRoute(endpoint, (host, request) => {
    const { services } = host
    const account = request.session?.actor.accountId ?? null
    const input = request.input as InputOf<E>
    const told = { areas: [], input, today: todayOf(services.clock), services, file: null, request }
    return reading(host, { account, areas: [] }, (db) => handler({ ...told, db }))
  })
