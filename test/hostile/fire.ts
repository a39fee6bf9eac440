/** Sends what is malformed to a server that listens, and tells what came back. */
import { type Agent, request } from 'node:http'
import { connect } from 'node:net'
import type { Shot } from './calls.ts'
import type { Bytes } from './sockets.ts'

/** A status, or what happened in its place: `cut` by the server without a word, `hang` where nothing came in time. */
export type Outcome = {
  readonly status: number | 'cut' | 'hang'
  readonly retryAfter: boolean
  readonly type: string
  readonly text: string
}

const patienceMs = 15_000
const without = (status: Outcome['status']): Outcome => ({ status, retryAfter: false, type: '', text: '' })

export type Target = { readonly port: number; readonly agent: Agent }

export function fire({ port, agent }: Target, shot: Shot, more: Readonly<Record<string, string>>): Promise<Outcome> {
  return new Promise((resolve) => {
    const { method } = shot.endpoint
    const length: Record<string, string> = shot.body ? { 'content-length': String(shot.body.length) } : {}
    const headers = { ...more, ...length, ...shot.headers }
    const asked = request({ host: '127.0.0.1', port, agent, method, path: shot.url, headers }, (reply) => {
      const parts: Buffer[] = []
      reply.on('data', (part: Buffer) => parts.push(part))
      reply.on('error', () => resolve(without('cut')))
      reply.on('end', () =>
        resolve({
          status: reply.statusCode ?? 0,
          retryAfter: reply.headers['retry-after'] !== undefined,
          type: String(reply.headers['content-type'] ?? ''),
          text: Buffer.concat(parts).toString('utf8'),
        }),
      )
    })
    asked.setTimeout(patienceMs, () => {
      resolve(without('hang'))
      asked.destroy()
    })
    asked.on('error', () => resolve(without('cut')))
    asked.end(shot.body)
  })
}

/** The first status on the line, when the server has closed or answered and the sender has nothing more to say. */
export function fireBytes(port: number, { pieces, leaves }: Bytes): Promise<Outcome> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port, allowHalfOpen: true })
    let text = ''
    const done = (status: Outcome['status']) => {
      socket.destroy()
      const end = text.indexOf('\r\n\r\n')
      const retryAfter = /^retry-after:/im.test(text.slice(0, Math.max(0, end)))
      resolve({ ...without(status), retryAfter, text: end < 0 ? text : text.slice(end + 4) })
    }
    const statusOf = () => Number(/^HTTP\/1\.1 (?!100)(\d{3})/m.exec(text)?.[1] ?? 0) || 'cut'
    socket.setTimeout(patienceMs, () => done('hang'))
    socket.on('error', () => done(statusOf()))
    socket.on('close', () => done(statusOf()))
    socket.on('data', (data) => {
      text += data.toString('latin1')
      if (leaves === 'stays') done(statusOf())
    })
    socket.on('end', () => done(statusOf()))
    for (const piece of pieces) socket.write(piece)
    if (leaves === 'half') socket.end()
    if (leaves === 'cut') setImmediate(() => done('cut'))
  })
}

/** What must not come back: a fault, an absence that does not say when to come again, silence. */
export const isBad = ({ status, retryAfter }: Outcome): boolean =>
  status === 'hang' || (typeof status === 'number' && status >= 500 && !(status === 503 && retryAfter))
