/** Somebody at a running server, over HTTP as a browser would: the same words to an old build and to today's. */
import { newId } from '#platform/server/ids.ts'

export type Raw = { readonly path: string; readonly headers: Readonly<Record<string, string>>; readonly body: string }
export type Answer = { readonly status: number; readonly body: unknown }
export type Upload = { readonly name: string; readonly type: string; readonly bytes: string }

export type Person = {
  /** A reading. Throws where it is refused. */
  get<T>(path: string): Promise<T>
  /** A document. */
  bytes(path: string): Promise<Buffer>
  /** A change under a command id of its own. Throws where it is refused. */
  post<T>(path: string, body?: object): Promise<T>
  upload<T>(path: string, fields: Readonly<Record<string, string>>, file: Upload): Promise<T>
  /** These very bytes under these very headers; the session's are added. Answers refusals too. */
  send(raw: Raw): Promise<Answer>
}

export type Account = {
  readonly accountId: string
  readonly name: string
  readonly grants: readonly { readonly role: string; readonly areaId: string }[]
  readonly csrf: string
}
export type Me = { readonly account: Account | null; readonly today: string }

type Session = Readonly<Record<string, string>>

async function answerOf(reply: Response): Promise<Answer> {
  const text = await reply.text()
  return { status: reply.status, body: text === '' ? null : JSON.parse(text) }
}

/** Whoever holds this session at the server; an empty one is nobody. */
export function personAt(address: string, session: Session): Person {
  const must = async <T>(path: string, init: RequestInit): Promise<T> => {
    const headers = { ...session, ...(init.headers as Record<string, string>) }
    const answer = await answerOf(await fetch(address + path, { ...init, headers }))
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`)
    return answer.body as T
  }
  return {
    bytes: async (path) => {
      const reply = await fetch(address + path, { headers: session })
      if (reply.status !== 200) throw new Error(`${path}: ${reply.status} ${await reply.text()}`)
      return Buffer.from(await reply.arrayBuffer())
    },
    get: (path) => must(path, { method: 'GET' }),
    post: (path, body = {}) =>
      must(path, {
        method: 'POST',
        headers: { 'x-command': newId(), 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    upload: (path, fields, file) => {
      const form = new FormData()
      for (const [name, value] of Object.entries(fields)) form.append(name, value)
      form.append('file', new Blob([file.bytes], { type: file.type }), file.name)
      return must(path, { method: 'POST', headers: { 'x-command': newId() }, body: form })
    },
    send: async ({ path, headers, body }) =>
      answerOf(await fetch(address + path, { method: 'POST', headers: { ...session, ...headers }, body })),
  }
}

export const nobodyAt = (address: string): Person => personAt(address, {})

/** Whoever holds this cookie. Throws where it opens nothing. */
export async function holderOf(address: string, cookie: string): Promise<Person & { account: Account }> {
  const { account } = await personAt(address, { cookie }).get<Me>('/api/me')
  if (!account) throw new Error('the session does not stand')
  return { ...personAt(address, { cookie, 'x-csrf': account.csrf }), account }
}

/** The cookie of a session that begins, as `name=value`. Throws where nobody is let in. */
export async function signInCookie(address: string, login: string, password: string): Promise<string> {
  const reply = await fetch(`${address}/api/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login, password }),
  })
  if (reply.status !== 200) throw new Error(`${login}: ${reply.status} ${await reply.text()}`)
  return reply.headers.getSetCookie()[0]?.split(';')[0] ?? ''
}

export const signIn = async (
  address: string,
  login: string,
  password: string,
): Promise<Person & { account: Account }> => holderOf(address, await signInCookie(address, login, password))
