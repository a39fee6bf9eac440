/** The server of Node with its limits, and what stands between a connection and the first request on it. */
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { Socket } from 'node:net'
import { type Problem, problem } from '#kernel/problem.ts'
import { endWith } from './answers.ts'
import { usualWaits, watchPace } from './pace.ts'
import { edgeProblem } from './problems.ts'

/** No browser sends the next request before the answer; thousands at once would be read and answered in one go. */
const mostAtOnce = 16

type InHand = { count: number; latest: ServerResponse }
const inHand = new WeakMap<Socket, InHand>()

/** False where the connection has too many requests in hand; it is ended then. */
function takesOneMore({ socket }: IncomingMessage, response: ServerResponse): boolean {
  const state = inHand.get(socket) ?? { count: 0, latest: response }
  inHand.set(socket, state)
  if (state.count >= mostAtOnce) {
    socket.destroy()
    return false
  }
  state.count += 1
  state.latest = response
  // One that is never finished ends with its connection.
  response.once('finish', () => {
    state.count -= 1
  })
  return true
}

/** A server over TLS where a certificate is given. It listens when told to. */
export function edgeServer(handler: RequestListener, tls: { cert: Buffer; key: Buffer } | null): Server {
  const { headMs, requestMs, idleMs } = usualWaits
  const waits = { headersTimeout: headMs, requestTimeout: requestMs, connectionsCheckingInterval: headMs / 4 }
  const listener: RequestListener = (request, response) => {
    if (takesOneMore(request, response)) handler(request, response)
  }
  const server = tls
    ? createTlsServer({ ...waits, ...tls, handshakeTimeout: headMs }, listener)
    : createServer(waits, listener)
  server.keepAliveTimeout = usualWaits.betweenMs
  server.setTimeout(idleMs)
  watchPace(server)
  return server
}

/** Answers what is no HTTP, or too slow to become some, in the form of every refusal. */
export function answerClientError({ code }: NodeJS.ErrnoException, socket: Socket): void {
  const latest = inHand.get(socket)?.latest
  // An answer already on its way must not be followed by words that are no part of it.
  const free = !latest || latest.writableFinished || !latest.headersSent
  if (code !== 'ECONNRESET' && socket.writable && free) endWith(socket, problemOf(code))
  else socket.destroy()
}

function problemOf(code: string | undefined): Problem {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return edgeProblem('input.too_slow')
  return code === 'HPE_HEADER_OVERFLOW' ? problem('input.too_large') : edgeProblem('input.unreadable', { what: 'HTTP' })
}
