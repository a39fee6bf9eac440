/** What a call is to the server, and the one place where a route can be made: only doors import `makeRoute`. */
import type { Endpoint } from '#kernel/endpoint.ts'
import type { CommandId } from '#kernel/ids.ts'
import { type Problem, problem } from '#kernel/problem.ts'
import type { Asked, Named } from '../database/change.ts'
import type { Host } from '../services.ts'
import type { Session } from '../session.ts'

export type UploadedFile = { readonly name: string; readonly mediaType: string; readonly bytes: Buffer }

/** What HTTP knows of a request, freed of HTTP. */
export type Request = {
  readonly input: Record<string, unknown>
  readonly session: Session | null
  readonly commandId: CommandId | null
  readonly contentHash: Buffer
  /** The same bytes under the names the call had before. */
  readonly formerly?: () => readonly Named[]
  readonly address: string
  readonly device: string
  readonly file: UploadedFile | null
  readonly setSession: (token: string | null) => void
}

export type Run = (host: Host, request: Request) => Promise<unknown>

declare const made: unique symbol
/** A call with all that its door does around it. */
export type Route = { readonly endpoint: Endpoint; readonly run: Run; readonly [made]: true }

export const makeRoute = (endpoint: Endpoint, run: Run): Route => ({ endpoint, run }) as Route

/** The command of a change; a change without one cannot be sent again safely and is refused. */
export function commandOf(endpoint: Endpoint, { commandId: id, contentHash, formerly }: Request): Asked {
  if (!id) throw problem('input.invalid', { where: 'x-command' })
  return { id, endpoint: endpoint.name, contentHash, ...(formerly ? { formerly } : {}) }
}

/** Whether a problem speaks of the call (and not of the server). */
export const isRefusal = ({ status }: Problem): boolean => status < 500
