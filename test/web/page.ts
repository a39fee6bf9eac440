/**
 * A page without a browser, for what belongs to no component: answers of a server in order, a device that keeps rows in
 * memory, a clock in hand. `import` the file under test after `openPage`.
 */
import { vi } from 'vitest'

export type Asked = { readonly path: string; readonly init: RequestInit & { readonly headers: Headers } }
/** `null`: the server is not reached. `to`: the account whose session answered. */
export type Answer = { readonly status: number; readonly body: unknown; readonly to?: string } | null

export const ok = (body: unknown = {}, to?: string): Answer => ({ status: 200, body, ...(to && { to }) })
export const problem = (status: number, code: string): Answer => ({
  status,
  body: { code, title: { vi: `Câu của ${code}`, en: `Sentence of ${code}` }, facts: {} },
})

/** What was asked of the server, in order; each is answered by the next answer, the last one for good. */
export function serverThat(...answers: Answer[]): Asked[] {
  const asked: Asked[] = []
  vi.stubGlobal('fetch', async (path: string, init: Asked['init']) => {
    asked.push({ path, init })
    const answer = answers[Math.min(asked.length, answers.length) - 1] ?? null
    if (!answer) throw new TypeError('fetch failed')
    const headers: HeadersInit = answer.to ? { 'x-account': answer.to } : {}
    return new Response(JSON.stringify(answer.body), { status: answer.status, headers })
  })
  return asked
}

/** The few names of a browser that these files touch when they are read. */
export function openPage(): void {
  const root = { lang: '', toggleAttribute: () => false }
  vi.stubGlobal('document', { documentElement: root, visibilityState: 'visible', addEventListener: () => {} })
  vi.stubGlobal('navigator', { onLine: true })
  vi.stubGlobal('addEventListener', () => {})
}

type Row = Record<string, unknown>

/** A table of the device as these files use one. */
export class MemoryTable {
  readonly rows = new Map<string, Row>()
  #last = 0
  readonly #key: readonly string[]

  constructor(...key: string[]) {
    this.#key = key
  }

  #keyOf = (row: Row) =>
    JSON.stringify(this.#key.length === 1 ? row[this.#key[0] as string] : this.#key.map((k) => row[k]))

  async add(row: Row) {
    this.#last += 1
    const stored = this.#key[0] === 'seq' ? { ...row, seq: this.#last } : row
    this.rows.set(this.#keyOf(stored), stored)
    return this.#last
  }
  async put(row: Row) {
    this.rows.set(this.#keyOf(row), structuredClone(row))
  }
  async get(key: unknown) {
    return this.rows.get(JSON.stringify(key))
  }
  async update(key: unknown, change: Row) {
    const row = this.rows.get(JSON.stringify(key))
    if (row) this.rows.set(JSON.stringify(key), { ...row, ...change })
  }
  async bulkUpdate(changes: readonly { key: unknown; changes: Row }[]) {
    for (const { key, changes: change } of changes) await this.update(key, change)
  }
  async delete(key: unknown) {
    this.rows.delete(JSON.stringify(key))
  }
  async bulkDelete(keys: readonly unknown[]) {
    for (const key of keys) await this.delete(key)
  }
  toCollection() {
    return this.#listing([...this.rows.values()])
  }
  where(index: string) {
    const names = index.replace(/[[\]]/g, '').split('+')
    const fits = (wanted: unknown) => (row: Row) =>
      JSON.stringify(names.length === 1 ? row[names[0] as string] : names.map((n) => row[n])) === JSON.stringify(wanted)
    const of = (row: Row) => JSON.stringify(names.map((name) => row[name]))
    const within = (from: unknown, to: unknown) => (row: Row) =>
      JSON.stringify(from) <= of(row) && of(row) <= JSON.stringify(to)
    return {
      equals: (wanted: unknown) => this.#listing([...this.rows.values()].filter(fits(wanted))),
      between: (from: unknown, to: unknown) => this.#listing([...this.rows.values()].filter(within(from, to))),
    }
  }
  orderBy(name: string) {
    return this.#listing([...this.rows.values()].sort((a, b) => Number(a[name]) - Number(b[name])))
  }
  #listing = (rows: Row[]) => ({
    toArray: async () => rows,
    primaryKeys: async () => rows.map((row) => this.#key.map((name) => row[name])),
    sortBy: async (name: string) => rows.toSorted((a, b) => Number(a[name]) - Number(b[name])),
  })
}
