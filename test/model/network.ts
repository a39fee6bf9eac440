/** The line of a device to the real server, and what happens on it. */
import { request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Chance } from './chance.ts'

export type Line = {
  readonly chance: Chance
  /** False in the hills: nothing leaves. */
  on: boolean
  /** In what share of the requests something happens to them; 0: a good line. */
  trouble: number
  /** What is asked and not answered. */
  readonly asking: Set<string>
}

export type Trouble = 'lost before' | 'reply lost' | 'reply cut' | 'sent twice' | 'late'

/** What the server was asked and what it said, as one who listens on the line hears it. */
export type Heard = {
  readonly path: string
  readonly body: Uint8Array | string | null
  readonly encoding: string | null
  readonly status: number
  readonly answer: Buffer
}

export type Wire = {
  /** Where the server listens now. */
  readonly port: () => number
  readonly onHeard: (heard: Heard) => void
  readonly count: Record<Trouble | 'asked' | 'no line' | 'no server', number>
}

type Asked = { readonly path: string; readonly init: RequestInit; readonly cookie: string | null }
type Reply = {
  readonly status: number
  readonly headers: Headers
  readonly bytes: Buffer
  readonly cookie: string | null
}

const bytesOf = (body: unknown): Uint8Array | string | null =>
  body == null ? null : typeof body === 'string' ? body : new Uint8Array(body as ArrayBuffer)

const headersIn = (init: RequestInit): Record<string, string> => Object.fromEntries(new Headers(init.headers))

function exchange(port: number, { path, init, cookie }: Asked): Promise<Reply> {
  const headers = { ...headersIn(init), 'sec-fetch-site': 'same-origin', ...(cookie && { cookie }) }
  const body = bytesOf(init.body)
  const more = body === null ? {} : { 'content-length': String(Buffer.byteLength(body)) }
  return new Promise((resolve, reject) => {
    const asked = request(
      { host: '127.0.0.1', port, path, method: init.method ?? 'GET', headers: { ...headers, ...more } },
      (reply) => {
        const parts: Buffer[] = []
        reply.on('data', (part: Buffer) => parts.push(part))
        reply.on('error', reject)
        reply.on('aborted', () => reject(new Error('broken off')))
        reply.on('end', () => {
          const said = new Headers()
          for (const [name, value] of Object.entries(reply.headers)) if (value) said.set(name, String(value))
          const set = reply.headers['set-cookie']?.find((one) => one.startsWith('nb_session='))
          const got = { status: reply.statusCode ?? 0, headers: said, bytes: Buffer.concat(parts) }
          resolve({ ...got, cookie: set?.split(';')[0] ?? null })
        })
      },
    )
    asked.on('error', reject)
    asked.setTimeout(30_000, () => asked.destroy(new Error('no answer')))
    asked.end(body ?? undefined)
  })
}

const troubles: readonly Trouble[] = [
  'lost before',
  'reply lost',
  'reply lost',
  'reply cut',
  'sent twice',
  'late',
  'late',
]
const unreached = () => new TypeError('fetch failed')

/** `fetch` of one device: its cookie, and its line. */
export function fetchOver(line: Line, { port, onHeard, count }: Wire): typeof fetch {
  let cookie: string | null = null
  const ask = async (path: string, init: RequestInit): Promise<Reply> => {
    const reply = await exchange(port(), { path, init, cookie }).catch(() => {
      count['no server']++
      throw unreached()
    })
    const { status, bytes } = reply
    onHeard({
      path,
      body: bytesOf(init.body),
      encoding: headersIn(init)['content-encoding'] ?? null,
      status,
      answer: bytes,
    })
    return reply
  }
  const carried = async (path: string, init: RequestInit): Promise<Reply> => {
    count.asked++
    if (!line.on) {
      count['no line']++
      throw unreached()
    }
    const met = line.chance.is(line.trouble) ? line.chance.oneOf(troubles) : null
    const lateMs = line.chance.below(40)
    if (met) count[met]++
    if (met === 'lost before') throw unreached()
    if (met === 'late') await sleep(lateMs)
    // The first of two is answered to nobody.
    if (met === 'sent twice' && init.method === 'POST') void ask(path, init).catch(() => {})
    const reply = await ask(path, init)
    if (met === 'late') await sleep(lateMs)
    // Out of reach meanwhile: done there, and not known here.
    if (met === 'reply lost' || !line.on) throw unreached()
    if (met !== 'reply cut') return reply
    return { ...reply, bytes: reply.bytes.subarray(0, Math.floor(reply.bytes.length / 2)) }
  }
  return async (input, init = {}) => {
    const asked = `${init.method ?? 'GET'} ${input}`
    line.asking.add(asked)
    const reply = await carried(String(input), init).finally(() => line.asking.delete(asked))
    const { status, headers, bytes, cookie: given } = reply
    if (given) cookie = given
    const empty = status === 204 || status === 304
    return new Response(empty ? null : new Uint8Array(bytes), { status, headers })
  }
}

export const noCount = (): Wire['count'] => ({
  asked: 0,
  'no line': 0,
  'no server': 0,
  'lost before': 0,
  'reply lost': 0,
  'reply cut': 0,
  'sent twice': 0,
  late: 0,
})
