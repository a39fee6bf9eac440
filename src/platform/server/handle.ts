/**
 * The wrappers around every handler. A reading runs in a read-only transaction; a change runs in one transaction that
 * holds the change, the line in the audit that tells of it, and the command's id, so that a resend is answered and not
 * repeated. All run under row security with the areas in which the actor holds the right of the call.
 */
import type { Readable } from 'node:stream'
import { type Actor, areasWith } from '#kernel/access.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { Endpoint, InputOf, OutputOf } from '#kernel/endpoint.ts'
import type { AreaId, CommandId } from '#kernel/ids.ts'
import { Problem, problem } from '#kernel/problem.ts'
import { recordAudit } from './audit.ts'
import { todayOf } from './clock.ts'
import { findCommand, keepCommand } from './commands.ts'
import { withStanding } from './database/actor.ts'
import type { Tx } from './database/open.ts'
import type { Services } from './services.ts'
import type { Session } from './session.ts'

export type UploadedFile = { readonly name: string; readonly mediaType: string; readonly bytes: Buffer }

/** What HTTP knows of a request, freed of HTTP. */
export type Request = {
  readonly input: Record<string, unknown>
  readonly session: Session | null
  readonly commandId: CommandId | null
  readonly contentHash: Buffer
  readonly address: string
  readonly device: string
  readonly file: UploadedFile | null
  readonly setSession: (token: string | null) => void
}

export type Call<E> = {
  /** The transaction; row security is set to the actor and the call's right. */
  readonly db: Tx
  readonly actor: Actor
  /** Where the actor holds the right of this call (each with all below it). */
  readonly areas: readonly AreaId[]
  readonly input: InputOf<E>
  readonly today: PlainDate
  readonly services: Services
  readonly file: UploadedFile | null
  readonly session: Session
}

/** A call that needs no account; there is no actor. */
export type OpenCall<E> = Omit<Call<E>, 'actor' | 'session'> & { readonly request: Request }

export type Paper = { readonly name: string; readonly mediaType: string; readonly body: Buffer | Readable }

/** What a changing handler must say: what happened, to what, where. Ids, codes and counts only, no personal data. */
export type Event = {
  readonly what: string
  readonly subject: string
  readonly area: AreaId | null
  readonly facts?: Record<string, unknown>
  /** The answer holds what must not be kept with the command; a resend runs the handler again. */
  readonly forget?: true
}
export type Happened<T> = { readonly event: Event; readonly result: T }
export const happened = <T>(event: Event, result: T): Happened<T> => ({ event, result })

export type Route = {
  readonly endpoint: Endpoint
  readonly run: (services: Services, request: Request) => Promise<unknown>
}

/** Where the actor may use the endpoint's right; refuses who is not signed in or holds it nowhere. */
export function standingFor(endpoint: Endpoint, session: Session | null): { session: Session; areas: AreaId[] } {
  if (!session) throw problem('access.sign_in_needed')
  if (endpoint.right === 'signed_in' || endpoint.right === 'public') return { session, areas: [] }
  if (session.mustChangePassword) throw problem('access.password_change_first')
  const areas = areasWith(session.actor, endpoint.right)
  if (areas.length === 0) throw problem('access.denied', { right: endpoint.right })
  return { session, areas }
}

function inStanding<E extends Endpoint, T>(
  endpoint: E,
  { services, request }: { services: Services; request: Request },
  work: (call: Call<E>) => Promise<T>,
): Promise<T> {
  const { session, areas } = standingFor(endpoint, request.session)
  return withStanding(services.db, { account: session.actor.accountId, areas }, (db) =>
    work({
      db,
      actor: session.actor,
      areas,
      input: request.input as InputOf<E>,
      today: todayOf(services.clock),
      services,
      file: request.file,
      session,
    }),
  )
}

/** A reading: changes nothing. */
export const read = <E extends Endpoint>(endpoint: E, handler: (call: Call<E>) => Promise<OutputOf<E>>): Route => ({
  endpoint,
  run: (services, request) => inStanding(endpoint, { services, request }, handler),
})

/** A reading that answers with a document. */
export const paper = <E extends Endpoint>(endpoint: E, handler: (call: Call<E>) => Promise<Paper>): Route => ({
  endpoint,
  run: (services, request) => inStanding(endpoint, { services, request }, handler),
})

/** A change: idempotent by its command's id, told in the audit, all or nothing. */
export const change = <E extends Endpoint>(endpoint: E, handler: ChangeHandler<E>): Route => ({
  endpoint,
  run: async (services, request) => {
    try {
      return await changeOnce(endpoint, { services, request }, handler)
    } catch (error) {
      // Sent twice at the same moment: the other one has answered by now, or the id belongs to something else.
      if (error instanceof Problem && error.code === 'command.reused')
        return changeOnce(endpoint, { services, request }, handler)
      throw error
    }
  },
})

type ChangeHandler<E extends Endpoint> = (call: Call<E>) => Promise<Happened<OutputOf<E>>>

async function changeOnce<E extends Endpoint>(
  endpoint: E,
  { services, request }: { services: Services; request: Request },
  handler: ChangeHandler<E>,
): Promise<unknown> {
  const { commandId: id, contentHash } = request
  if (!id) throw problem('input.invalid', { where: 'x-command' })
  return inStanding(endpoint, { services, request }, async (call) => {
    const asked = { id, endpoint: endpoint.name, contentHash }
    const before = await findCommand(call.db, asked)
    if (before && !before.forgotten) return before.result
    const { event, result } = await handler(call)
    const account = call.actor.accountId
    if (!before) await keepCommand(call.db, { ...asked, account, result: event.forget ? null : result })
    await recordAudit(call.db, { account, command: id, event })
    return result
  })
}

/** A call open to everybody. Whatever it reads or writes, row security shows it nothing that belongs to an area. */
export const open = <E extends Endpoint>(endpoint: E, handler: (call: OpenCall<E>) => Promise<OutputOf<E>>): Route => ({
  endpoint,
  run: (services, request) =>
    withStanding(services.db, { account: request.session?.actor.accountId ?? null, areas: [] }, (db) =>
      handler({
        db,
        areas: [],
        input: request.input as InputOf<E>,
        today: todayOf(services.clock),
        services,
        file: null,
        request,
      }),
    ),
})
