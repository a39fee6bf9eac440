/**
 * How long the server waits for a body. Whoever sends slowly on purpose holds a connection and memory, so a body may
 * pause and may be slow, but not for ever: a phone at the edge of its cell (some 10 kB a second, with gaps of half a
 * minute) still gets its two megabytes through, and fifty megabytes pass on a line of half a megabit.
 */
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { endWith } from './answers.ts'
import { edgeProblem } from './problems.ts'

export type Pace = {
  /** The longest silence within a body. */
  readonly silentMs: number
  /** After this time the mean must be at least `bytesPerSecond`. */
  readonly graceMs: number
  readonly bytesPerSecond: number
  /** How long the rest of a body that was refused is still taken, so that the sender reads why. */
  readonly leftoverMs: number
  /** How often it is looked at. */
  readonly everyMs: number
}

export const usualPace: Pace = {
  silentMs: 30_000,
  graceMs: 60_000,
  bytesPerSecond: 8 * 1024,
  leftoverMs: 10_000,
  everyMs: 2_000,
}

/** The same, for what Node itself watches. */
export const usualWaits = {
  /** The head of a request, and a greeting of TLS. */
  headMs: 20_000,
  /** A request until its last byte is here. */
  requestMs: 15 * 60_000,
  /** A connection between two requests; longer than proxies keep theirs. */
  betweenMs: 72_000,
  /** A connection on which nothing moves, though an answer is being made or taken. */
  idleMs: 5 * 60_000,
  /** What has been begun when the program is told to stop. */
  closingMs: 8_000,
} as const

type Coming = {
  readonly response: ServerResponse
  readonly bytesBefore: number
  /** Moved on by the time in which we did not read: that is not the sender's slowness. */
  since: number
  bytes: number
  movedAt: number
  answeredAt: number | null
}

/** Ends requests whose body comes too slowly, as long as the server is up. */
export function watchPace(server: Server, pace: Pace = usualPace): void {
  const coming = new Map<IncomingMessage, Coming>()
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const { headers, socket } = request
    if (headers['transfer-encoding'] === undefined && Number(headers['content-length'] ?? 0) === 0) return
    const [now, bytes] = [Date.now(), socket.bytesRead]
    coming.set(request, { response, bytesBefore: bytes, since: now, bytes, movedAt: now, answeredAt: null })
    // Most are whole when they are answered: kept until the next look, a second's worth of them would grow old here.
    response.once('finish', () => {
      if (request.complete) coming.delete(request)
    })
  })
  const timer = setInterval(() => {
    for (const [request, state] of coming) {
      if (request.complete || request.socket.destroyed) coming.delete(request)
      else if (isTooSlow(request, state, pace)) {
        coming.delete(request)
        if (state.response.headersSent) request.socket.destroy()
        else endWith(request.socket, edgeProblem('input.too_slow'))
      }
    }
  }, pace.everyMs)
  timer.unref()
  server.once('close', () => clearInterval(timer))
}

function isTooSlow(request: IncomingMessage, state: Coming, pace: Pace): boolean {
  const now = Date.now()
  if (state.response.writableEnded) {
    state.answeredAt ??= now
    return now - state.answeredAt > pace.leftoverMs
  }
  const { bytesRead } = request.socket
  if (request.readableLength > 0) state.since += pace.everyMs
  if (bytesRead > state.bytes || request.readableLength > 0) state.movedAt = now
  state.bytes = bytesRead
  if (now - state.movedAt > pace.silentMs) return true
  const seconds = (now - state.since) / 1000
  return seconds > pace.graceMs / 1000 && (bytesRead - state.bytesBefore) / seconds < pace.bytesPerSecond
}
