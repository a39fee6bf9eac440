/** What a call is to the server, and the one place where a route can be made: only doors import `makeRoute`. */
import type { Endpoint } from '#kernel/endpoint.ts'
import type { CommandId } from '#kernel/ids.ts'
import { type Problem, problem } from '#kernel/problem.ts'
import type { Said } from '#kernel/text.ts'
import type { Asked, Named } from '../database/change.ts'
import type { Answered } from '../gather.ts'
import type { Host } from '../services.ts'
import type { Session } from '../session.ts'

export type UploadedFile = { readonly name: string; readonly mediaType: string; readonly bytes: Buffer }

/** A change as a device stored it. `body`: its bytes as text. */
export type Brought = {
  readonly id: string
  readonly path: string
  readonly schemaVersion: number
  readonly body: string
}

/** What became of it. `hash`: SHA-256 of the bytes that were taken or refused, in hexadecimal digits. */
export type Taken = {
  readonly id: string
  readonly status: number
  readonly hash: string
  readonly answer?: unknown
  readonly problem?: { readonly code: string; readonly title: Said; readonly facts: Record<string, unknown> }
}

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
  /**
   * Of a call that brings others: does each as if it had come alone, from the same device and session, in their order;
   * or in the name of `by`, where what was brought proves whose it is.
   */
  readonly each?: (many: readonly Brought[], by?: () => Promise<Session | null>) => Promise<Taken[]>
}

export type Run = (host: Host, request: Request) => Promise<unknown>

/** Does many of one account as one; null for each that goes its own way by `run`, where nothing of it was done. */
export type RunMany = (host: Host, requests: readonly Request[]) => Promise<(Answered<unknown> | null)[]>

declare const made: unique symbol
/** A call with all that its door does around it. */
export type Route = {
  readonly endpoint: Endpoint
  readonly run: Run
  readonly runMany?: RunMany
  readonly [made]: true
}

export const makeRoute = (endpoint: Endpoint, run: Run, runMany?: RunMany): Route =>
  ({ endpoint, run, ...(runMany && { runMany }) }) as Route

const keptOf = ({ kept }: Endpoint, input: Request['input']): Asked['kept'] =>
  kept && {
    short: (answer) => kept.short(answer as never, input as never),
    whole: (held) => kept.whole(held, input as never),
  }

/** The command of a change; a change without one cannot be sent again safely and is refused. */
export function commandOf(endpoint: Endpoint, { commandId: id, contentHash, formerly, input }: Request): Asked {
  if (!id) throw problem('input.invalid', { where: 'x-command' })
  const kept = keptOf(endpoint, input)
  return { id, endpoint: endpoint.name, contentHash, ...(formerly && { formerly }), ...(kept && { kept }) }
}

/** Whether a problem speaks of the call (and not of the server). */
export const isRefusal = ({ status }: Problem): boolean => status < 500
