/** Who may call at all, asked before anything of a body is looked at, and what a call is then given. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Endpoint } from '#kernel/endpoint.ts'
import { Problem, problem } from '#kernel/problem.ts'
import type { Route } from '../doors/route.ts'
import { keptOr, standingFor } from '../doors/standing.ts'
import type { Host } from '../services.ts'
import { type Session, sessionCookie } from '../session.ts'
import { type Came, requestOf } from './came.ts'
import type { Door } from './paths.ts'

/** A change must come from a page of ours: same origin where the browser says it, and the session's own word. */
function guardAgainstForgery(request: FastifyRequest, session: Session | null): void {
  const site = request.headers['sec-fetch-site']
  if (site && site !== 'same-origin' && site !== 'none') throw problem('access.csrf')
  const origin = request.headers.origin
  if (origin && URL.parse(origin)?.host !== request.host) throw problem('access.csrf')
  if (session && request.headers['x-csrf'] !== session.csrf) throw problem('access.csrf')
}

/** `denied`: the right is not held now. */
export type Admitted = { readonly session: Session | null; readonly denied: Problem | null }
const isDenial = (refusal: unknown): refusal is Problem =>
  refusal instanceof Problem && refusal.code === 'access.denied'

/** Who may not call is refused; but a command may have been taken while the right still stood, and is looked for first. */
export function admitted(endpoint: Endpoint, session: Session | null, mayBeKept: boolean): Admitted {
  try {
    if (endpoint.right !== 'public') standingFor(endpoint, session)
  } catch (refusal) {
    if (session && mayBeKept && isDenial(refusal)) return { session, denied: refusal }
    throw refusal
  }
  return { session, denied: null }
}

/** Who asks, before a byte of the body is read: an upload is not taken from whom it would be refused. */
export async function admit(
  host: Host,
  endpoint: Endpoint,
  [request, reply]: [FastifyRequest, FastifyReply],
): Promise<Admitted> {
  const session = await host.whoIs(request.cookies[sessionCookie])
  // A browser has one cookie for all its windows: each sees for whom it was answered.
  if (session) reply.header('x-account', session.actor.accountId)
  if (endpoint.method !== 'GET') guardAgainstForgery(request, endpoint.right === 'public' ? null : session)
  const mayBeKept = endpoint.method !== 'GET' && !endpoint.upload && request.headers['x-command'] !== undefined
  return admitted(endpoint, session, mayBeKept)
}

/**
 * Does a call. Where the right for it ended meanwhile, what was done by it is answered, and what is wrong with the input
 * is no matter of who may not send it.
 */
export async function done(
  host: Host,
  door: Door & Route,
  { session, denied }: Admitted,
  came: () => Promise<Came> | Came,
): Promise<unknown> {
  const { endpoint, run } = door
  const asked = async () => requestOf(door, session, await came())
  if (!denied) return run(host, await asked())
  const request = await asked().catch(() => {
    throw denied
  })
  return keptOr(host, { endpoint, request }, denied)
}
