/**
 * One start of the phone's page: the bundled files in a context of their own, over what the device keeps. `kill` ends it
 * as a phone whose battery is taken out: nothing of it runs on, what the store had not committed is gone, what it had is
 * there.
 */
import { createContext, runInContext, type Script } from 'node:vm'
import { IDBKeyRange } from 'fake-indexeddb'
import type * as phoneFiles from './phone.ts'
import { deadFactory, type Store } from './store.ts'

export type Phone = typeof phoneFiles

export type Body = {
  readonly store: Store
  /** `localStorage`. */
  readonly kept: Map<string, string>
  /** What its clock says beside the right time, in milliseconds. */
  readonly clockOffMs: number
}

export type Page = { readonly phone: Phone; readonly kill: () => void; readonly isAlive: () => boolean }

export type Outside = {
  readonly script: Script
  readonly fetch: typeof fetch
  /** Waits of the page are shorter by this. */
  readonly haste: number
}

const speaking = ['log', 'info', 'warn', 'error', 'trace', 'debug'] as const
const never = new Promise<never>(() => {})

/** What a context has of its own realm: the promises of a page are of one kind, as Dexie needs them. */
const inside = `
  'use strict';
  globalThis.self = globalThis.window = globalThis
  const { subtle } = host.crypto
  const ours = (work) => async (...given) => work(...given)
  const names = ['encrypt', 'decrypt', 'sign', 'digest', 'importKey', 'exportKey', 'generateKey', 'deriveKey', 'deriveBits']
  globalThis.crypto = {
    subtle: Object.fromEntries(names.map((name) => [name, ours((...given) => subtle[name](...given))])),
    getRandomValues: (bytes) => host.crypto.getRandomValues(bytes),
    randomUUID: () => host.crypto.randomUUID(),
  }
  globalThis.fetch = ours(host.fetch)
  const Right = Date
  globalThis.Date = class extends Right {
    constructor(...given) { if (given.length === 0) super(Right.now() + host.clockOffMs); else super(...given) }
    static now() { return Right.now() + host.clockOffMs }
  }
`

const storage = (kept: Map<string, string>) => ({
  getItem: (name: string) => kept.get(name) ?? null,
  setItem: (name: string, value: string) => void kept.set(name, value),
  removeItem: (name: string) => void kept.delete(name),
})

/** Timers that end with the page. */
function clockwork(haste: number) {
  const going = new Set<NodeJS.Timeout>()
  const set =
    (what: typeof setTimeout | typeof setInterval) =>
    (work: () => void, ms = 0) => {
      const timer = what(work, Math.max(1, ms / haste)) as NodeJS.Timeout
      going.add(timer)
      return timer
    }
  const clear = (timer?: NodeJS.Timeout) => {
    clearTimeout(timer)
    if (timer) going.delete(timer)
  }
  return {
    timers: { setTimeout: set(setTimeout), clearTimeout: clear, setInterval: set(setInterval), clearInterval: clear },
    stop: () => {
      for (const timer of going) clearTimeout(timer)
    },
  }
}

/** One window: whoever asks for the lock while it is held gets none, as `ifAvailable` says. */
function locksOf() {
  let held = false
  return {
    request: async (_name: string, _how: object, work: (lock: object | null) => Promise<unknown>) => {
      if (held) return work(null)
      held = true
      try {
        return await work({})
      } finally {
        held = false
      }
    },
  }
}

const ofThePlatform = {
  AbortController,
  Blob,
  CompressionStream,
  CustomEvent,
  DOMException,
  File,
  FormData,
  Headers,
  Response,
  TextDecoder,
  TextEncoder,
  URL,
  URLSearchParams,
  atob,
  btoa,
  performance,
  queueMicrotask,
  structuredClone,
}

export function openPage({ store, kept, clockOffMs }: Body, { script, fetch, haste }: Outside): Page {
  let alive = true
  const { timers, stop } = clockwork(haste)
  const session = store.open()
  const element = { toggleAttribute: () => false, lang: 'vi', setAttribute: () => {} }
  const context = createContext({
    ...ofThePlatform,
    ...timers,
    // What a dead page complains of is nobody's business.
    console: Object.fromEntries(
      speaking.map((name) => [name, (...said: unknown[]) => alive && console[name](...said)]),
    ),
    indexedDB: session.factory,
    IDBKeyRange,
    localStorage: storage(kept),
    navigator: { onLine: true, locks: locksOf(), language: 'vi', userAgent: 'model' },
    location: { href: 'http://127.0.0.1/phone', pathname: '/phone', search: '', assign: () => {}, reload: () => {} },
    document: { addEventListener: () => {}, visibilityState: 'visible', documentElement: element },
    addEventListener: () => {},
    removeEventListener: () => {},
    host: {
      crypto,
      clockOffMs,
      // Whatever a dead page asks for is never answered.
      fetch: async (...given: Parameters<typeof globalThis.fetch>) => {
        if (!alive) return never
        const answer = await fetch(...given).finally(() => (alive ? undefined : never))
        return alive ? answer : never
      },
    },
  })
  runInContext(inside, context)
  script.runInContext(context)
  const phone = context.phone as Phone
  phone.start()
  return {
    phone,
    isAlive: () => alive,
    kill: () => {
      alive = false
      stop()
      Object.assign(context, { setTimeout: () => 0, setInterval: () => 0, indexedDB: deadFactory })
      session.kill()
    },
  }
}
