/** A phone with the web platform on it and a server that says what the test tells it to; everything between is real. */
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { Browser, Page, Request, Route } from 'playwright-core'
import { build } from 'vite'
import { openPhone } from '../../upgrade/chromium.ts'
import { type BrowserStore, writeStore } from '../../upgrade/store.ts'
import type { Nb } from './inPage.ts'

/** Nobody listens there: every request is answered below. A name of this machine, since a phone has locks. */
const address = 'http://localhost:9'

export async function bundleOfPlatform(): Promise<string> {
  const root = join(import.meta.dirname, '..', '..', '..')
  const built = await build({
    configFile: false,
    root,
    logLevel: 'error',
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: {
      write: false,
      minify: false,
      lib: { entry: join(import.meta.dirname, 'inPage.ts'), formats: ['iife'], name: 'platform' },
    },
  })
  const [first] = [built].flat()
  const chunk = first && 'output' in first ? first.output[0] : undefined
  if (!chunk) throw new Error('the platform was not built')
  return chunk.code
}

export type Arrived = { readonly id: string; readonly toy: string; readonly body: string; readonly csrf: string }
type Item = { readonly id: string; readonly path: string; readonly body: string }
type Answer = { readonly status: number; readonly body: unknown }

const said = (code: string) => ({ code, title: { vi: `Không nhận: ${code}`, en: `Refused: ${code}` } })
export const refusal = (status: number, code: string): Answer => ({ status, body: said(code) })

/** What the server says and has heard. */
export class Server {
  /** Whether a line leads to it. */
  line = true
  who: string | null = 'mai'
  day = '2026-11-26'
  /** What it says to a taking; `null`: it takes it, and its answer is lost. */
  answers: (toy: string) => Answer | null = () => ({ status: 200, body: {} })
  list: () => Answer = () => ({ status: 200, body: { of: this.who } })
  lawsRead = 0
  readonly arrived: Arrived[] = []
  /** Whether it knows how to take many at once; how many came in each request. */
  takesMany = true
  readonly together: number[] = []
  /** What it says of the bytes of one that came among others. */
  hashOf = (body: string): string => createHash('sha256').update(body).digest('hex')

  me(): unknown {
    const { who: name, day: today } = this
    const account = name && {
      accountId: `account-${name}`,
      name,
      login: name,
      mustChangePassword: false,
      grants: [],
      ended: [],
      can: [],
      csrf: `word of ${name}`,
    }
    return { account, today, demo: false, setup: false }
  }

  /** Each as if it had come alone. */
  private answerMany(request: Request): Answer {
    const csrf = request.headers()['x-csrf'] ?? ''
    const { items } = JSON.parse(gunzipSync(request.postDataBuffer() ?? '').toString()) as { items: Item[] }
    this.together.push(items.length)
    const told = items.map(({ id, path, body }) => {
      const toy = path.split('/')[3] ?? ''
      this.arrived.push({ id, toy, body, csrf })
      const { status, body: answer } = this.answers(toy) ?? refusal(503, 'server.busy')
      const hash = this.hashOf(body)
      return status === 200
        ? { id, status, hash, answer }
        : { id, status, hash, problem: { facts: {}, ...(answer as object) } }
    })
    return { status: 200, body: { items: told } }
  }

  async answer(route: Route): Promise<void> {
    const request = route.request()
    const { pathname } = new URL(request.url())
    const say = ({ status, body }: Answer) =>
      route.fulfill({ status, contentType: 'application/json', body: JSON.stringify(body) })
    if (!this.line) return route.abort('connectionfailed')
    if (pathname === '/api/me') return say({ status: 200, body: this.me() })
    if (pathname === '/api/toys') return say(this.list())
    if (pathname.startsWith('/api/laws/')) {
      this.lawsRead += 1
      return say({ status: 200, body: { hash: pathname.slice(10) } })
    }
    if (pathname === '/api/field/commands' && this.takesMany) return say(this.answerMany(request))
    const [, toy = ''] = /^\/api\/toys\/(.*)\/takings$/.exec(pathname) ?? []
    const headers = request.headers()
    if (this.who && headers['x-csrf'] !== `word of ${this.who}`) return say(refusal(403, 'access.csrf'))
    this.arrived.push({
      id: headers['x-command'] ?? '',
      toy,
      body: request.postData() ?? '',
      csrf: headers['x-csrf'] ?? '',
    })
    const answer = this.who ? this.answers(toy) : refusal(401, 'access.sign_in_needed')
    return answer ? say(answer) : route.abort('connectionfailed')
  }
}

export type Phone = {
  readonly page: Page
  readonly server: Server
  /** Does something in the page, with what it offers. */
  readonly does: <T, A>(what: (nb: Nb, given: A) => T | Promise<T>, given?: A) => Promise<T>
  /** Opens the application, anew; `many`: one that sends many at once. */
  readonly start: (many?: 'many') => Promise<void>
  readonly close: () => Promise<void>
}

type Given = {
  readonly browser: Browser
  readonly script: string
  /** What an earlier build left in it. */
  readonly left?: BrowserStore
}

export async function takePhone({ browser, script, left }: Given): Promise<Phone> {
  const server = new Server()
  const { context, page, close } = await openPhone(address, browser)
  const html = '<!doctype html><html><body></body></html>'
  await context.route('**/*', (route) => {
    const { pathname } = new URL(route.request().url())
    if (pathname.startsWith('/api/')) return server.answer(route)
    if (pathname === '/script.js') return route.fulfill({ contentType: 'text/javascript; charset=utf-8', body: script })
    return route.fulfill({ contentType: 'text/html', body: html })
  })
  await page.goto('/')
  if (left) await writeStore(page, left)
  return {
    page,
    server,
    does: (what, given) => page.evaluate(`(${what})(globalThis.nb, ${JSON.stringify(given) ?? 'undefined'})`) as never,
    start: async (many) => {
      await page.goto(many ? '/?many' : '/')
      await page.addScriptTag({ url: '/script.js' })
      await page.evaluate('started')
    },
    close,
  }
}
