/**
 * A call as the browser knows it: method, path and types, generated from the contracts (`scripts/generate-calls.ts`).
 * The schemas themselves stay on the server; what comes back was checked there.
 */
import type { InputOf, Method, OutputOf } from '#kernel/endpoint.ts'
import { seeTime } from './clock.ts'
import { readProblem, WebProblem } from './problem.ts'
import { wire } from './wire.ts'

/** `read`: changes nothing. `change`: carries a command id. `upload`: with a file. `document`: a link, never fetched. */
export type CallKind = 'read' | 'change' | 'upload' | 'document'

export type Call<I, O> = {
  readonly name: string
  readonly method: Method
  readonly path: string
  readonly kind: CallKind
  /** Of its shape; left out: the first. What is stored says it, so that a later server still reads it. */
  readonly version?: number
  /** For the compiler only; never there. */
  readonly types?: { readonly input: I; readonly output: O }
}

/* @__NO_SIDE_EFFECTS__ */
export const call = <E>(
  name: string,
  method: Method,
  path: string,
  kind: CallKind = method === 'GET' ? 'read' : 'change',
  version = 1,
): Call<InputOf<E>, OutputOf<E>> => ({ name, method, path, kind, ...(version > 1 && { version }) })

export type SendOptions = {
  readonly signal?: AbortSignal | undefined
  readonly commandId?: string | undefined
  readonly file?: File | undefined
  /** Who is signed in is what is asked: the answer may be another account's than the one this page stands for. */
  readonly whoever?: boolean
  /** In the background: is refused where the session has ended, and does not wait until somebody signs in. */
  readonly background?: boolean
  /** Given up after so many milliseconds, as if the server were out of reach; instead of `signal`. */
  readonly patienceMs?: number
}

type Parts = { readonly path: string; readonly rest: Record<string, unknown> }

/** Path with its names filled in, and what is left for the query or the body. Throws where a name has no value. */
export function partsOf(call: Pick<Call<unknown, unknown>, 'path'>, input: object): Parts {
  const rest: Record<string, unknown> = { ...input }
  const path = call.path.replace(/:(\w+)/g, (_whole, name: string) => {
    const value = rest[name]
    if (value === undefined || value === null || value === '') throw new Error(`${call.path} needs ${name}`)
    delete rest[name]
    return encodeURIComponent(String(value))
  })
  return { path, rest }
}

/** The address of a reading or a document, for a link: `href={href(certificate, { decisionId })}`. */
export function href<I extends object, O>(call: Call<I, O>, input: I): string {
  const { path, rest } = partsOf(call, input)
  const query = queryOf(rest)
  return query ? `${path}?${query}` : path
}

function queryOf(rest: Record<string, unknown>): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(rest)) {
    if (value === undefined || value === null) continue
    for (const one of Array.isArray(value) ? value : [value]) query.append(name, String(one))
  }
  return query.toString()
}

/** Sends a call. Rejects with a WebProblem that holds a sentence in both languages, or an AbortError. */
export async function send<I extends object, O>(call: Call<I, O>, input: I, options: SendOptions = {}): Promise<O> {
  const { path, rest } = partsOf(call, input)
  if (call.method === 'GET') return request<O>(href(call, input), { method: 'GET' }, options)
  const { body, headers } = bodyOf(rest, options.file)
  const version = call.version ? { 'x-schema-version': String(call.version) } : {}
  return request<O>(path, { method: 'POST', body, headers: { ...headers, ...version } }, options)
}

type Written = { readonly body: BodyInit; readonly headers: Readonly<Record<string, string>> }

function bodyOf(rest: Record<string, unknown>, file: File | undefined): Written {
  if (!file) return { body: JSON.stringify(rest), headers: { 'content-type': 'application/json' } }
  const form = new FormData()
  for (const [name, value] of Object.entries(rest)) {
    if (value !== undefined && value !== null)
      form.append(name, typeof value === 'string' ? value : JSON.stringify(value))
  }
  // The file goes last: the server has read the fields when the stream begins.
  form.append('file', file)
  return { body: form, headers: {} }
}

/** A line that carries nothing any more often breaks off nothing either: what waits for it gives up, and tries again later. */
export const patience = { askingMs: 30_000, sendingMs: 90_000 } as const

/** Sends a stored body byte for byte, under the id and the schema version it was made with. */
export const sendStored = (stored: { path: string; body: string; commandId: string; schemaVersion: number }) =>
  request<unknown>(
    stored.path,
    {
      method: 'POST',
      body: stored.body,
      headers: { 'content-type': 'application/json', 'x-schema-version': String(stored.schemaVersion) },
    },
    { commandId: stored.commandId, background: true, patienceMs: patience.sendingMs },
  )

/** A document as a file in hand, named as the server names it, for what a link cannot do. Rejects as `send` does. */
export const fetchDocument = async (address: string): Promise<File> =>
  documentOf(await taken(address, { method: 'GET' }, {}))

/** The same of a document that is made of a file. */
export async function exchangeFile<I extends object>(call: Call<I, unknown>, input: I, file: File): Promise<File> {
  const { path, rest } = partsOf(call, input)
  return documentOf(await taken(path, { method: 'POST', ...bodyOf(rest, file) }, {}))
}

async function documentOf(answer: Response): Promise<File> {
  const [, named = ''] = /filename\*=UTF-8''([^;]+)/.exec(answer.headers.get('content-disposition') ?? '') ?? []
  return new File([await answer.blob()], decodeURIComponent(named))
}

/** One request and its answer, for what is no call of one change. Rejects as `send` does. */
export async function request<O>(address: string, init: RequestInit, options: SendOptions): Promise<O> {
  const answer = await taken(address, init, options)
  return (await answer.json().catch(() => Promise.reject(unreadable()))) as O
}

/** The answer, where the server gave what was asked for and gave it to the account that this page stands for. */
async function taken(address: string, init: RequestInit, options: SendOptions): Promise<Response> {
  const headers = new Headers(init.headers)
  if (init.method === 'POST' && wire.csrf) headers.set('x-csrf', wire.csrf)
  if (options.commandId) headers.set('x-command', options.commandId)
  const asks = wire.accountId()
  const limit = limitOf(options)
  const signal = limit ?? options.signal ?? null
  const answer = await reach(address, { ...init, headers, signal }, limit)
  const answered = answer.headers.get('x-account')
  const stranger = asks && answered && answered !== asks && !options.whoever
  if (answer.ok && !stranger) return answer
  const problem = stranger ? anotherAccount() : await readProblem(answer)
  const renewed = wire.renewed(problem)
  // The call that found the session ended goes on once the same person has signed in again.
  if (!options.background && (await renewed)) return taken(address, init, { ...options, background: true })
  throw problem
}

/** It holds for the answer's body too. (`AbortSignal.timeout` is newer than the browser floor.) */
function limitOf({ patienceMs }: SendOptions): AbortSignal | null {
  if (patienceMs === undefined) return null
  const over = new AbortController()
  setTimeout(() => over.abort(), patienceMs)
  return over.signal
}

const unread = {
  vi: 'Chưa kết nối được máy chủ. Phần này chưa đọc được; có mạng thì bấm Thử lại.',
  en: 'The server cannot be reached. This could not be read; try again where there is a line.',
}
const unsent = {
  vi: 'Chưa kết nối được máy chủ. Những gì bạn nhập vẫn còn trên trang này.',
  en: 'The server cannot be reached. What you typed is still on this page.',
}

async function reach(address: string, init: RequestInit, limit: AbortSignal | null): Promise<Response> {
  try {
    const answer = await fetch(address, { ...init, credentials: 'same-origin' })
    wire.onReached(true)
    seeTime(answer.headers.get('date'))
    return answer
  } catch (fault) {
    if (fault instanceof DOMException && fault.name === 'AbortError' && !limit?.aborted) throw fault
    wire.onReached(false)
    throw new WebProblem('web.unreached', 0, init.method === 'GET' ? unread : unsent)
  }
}

/** Another window of this browser signed out and in: its cookie answers here too. Nothing of the answer is used. */
const anotherAccount = () =>
  new WebProblem('web.another_account', 401, {
    vi: 'Trình duyệt này vừa đăng nhập bằng tài khoản khác. Trang sẽ mở lại theo tài khoản đó.',
    en: 'Another account has signed in in this browser. The page opens anew for it.',
  })

const unreadable = () =>
  new WebProblem('web.unreadable', 0, {
    vi: 'Máy chủ trả lời không đọc được. Hãy thử lại.',
    en: 'The answer of the server cannot be read. Try again.',
  })
