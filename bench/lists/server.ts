/**
 * Our server with every route. With BENCH_ALONE its calls are asked as the tables' owner, whom row security does not
 * touch: the same SQL alone. Tells what each call took and the statements in it; with BENCH_EXPLAIN it prints the plan
 * of every statement that took longer, made in the same transaction.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { buildApp } from '#apps/server/app.ts'
import { type OpenHost, openHost } from '#apps/server/host.ts'
import { allRoutes } from '#apps/server/routes.ts'
import { findSession } from '#features/people/session.ts'
import { loadStandards } from '#features/standards/library.ts'
import { systemClock } from '#platform/server/clock.ts'
import { ask, databaseOn, openPool } from '#platform/server/database/open.ts'
import { createKeys } from '#platform/server/keys/keys.ts'
import { settingsFrom } from '#platform/server/settings.ts'
import { tellPlans, withinOf } from './plans.ts'

export type Statement = { readonly text: string; readonly ms: number }
export type Call = { readonly ms: number; readonly statements: readonly Statement[] }

const url = process.env['BENCH_URL'] ?? ''
const alone = process.env['BENCH_ALONE'] !== undefined
const explainMs = Number(process.env['BENCH_EXPLAIN'] ?? Number.POSITIVE_INFINITY)
const folder = mkdtempSync(join(tmpdir(), 'nang-buoc-bench-keys-'))
process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
for (const end of ['disconnect', 'SIGTERM']) process.once(end, () => process.exit(0))

/** The same, but for who asks. */
function asOwner(host: OpenHost): OpenHost {
  const pool = openPool({ url, asApplication: false })
  const asked: OpenHost['ask'] = (statement) => ask(pool, statement)
  return { ...host, pool, db: databaseOn(pool), ask: asked, whoIs: (token) => findSession(asked, systemClock, token) }
}

let calls: Call[] = []
let statements: Statement[] = []

/** Prints each plan once, with the functions it stands in. */
function printPlans(client: pg.PoolClient, told: Set<string>): void {
  void tellPlans(client, { overMs: explainMs, format: 'text' })
  client.on('notice', ({ message = '', where = '' }) => {
    const within = withinOf({ message, where })
    const text = message.slice(message.indexOf('Query Text'), message.indexOf('(cost='))
    if (!within || told.has(text)) return
    told.add(text)
    console.log(`-- ${[alone ? 'alone' : 'under the role', ...within].join(', in ')}\n${message}\n`)
  })
}

/** Notes how long every statement of a connection took. */
function watch(client: pg.PoolClient): void {
  const query = client.query.bind(client) as (...given: unknown[]) => Promise<pg.QueryResult>
  const watched = async (...given: unknown[]) => {
    const [first] = given as [string | pg.QueryConfig]
    const text = typeof first === 'string' ? first : first.text
    const begun = performance.now()
    const result = await query(...given)
    const ms = performance.now() - begun
    statements.push({ text, ms })
    // Who holds the nation would work as a role that row security touches after all.
    if (alone && text.includes('nb_begin')) await query('set local role none')
    return result
  }
  client.query = watched as unknown as typeof client.query
}

const keys = createKeys(join(folder, 'keys', 'keys.json'))
const opened = openHost({ clock: systemClock, keys, settings: settingsFrom({ DATA_DIR: folder }) }, { url })
const host = alone ? asOwner(opened) : opened
const told = new Set<string>()
host.pool.on('connect', (client) => {
  if (explainMs < Number.POSITIVE_INFINITY) printPlans(client, told)
  watch(client)
})

const app = await buildApp(host, allRoutes({ library: loadStandards() }))
await app.listen({ host: '127.0.0.1', port: 0 })
app.server.prependListener('request', (_request: IncomingMessage, response: ServerResponse) => {
  const begun = performance.now()
  statements = []
  response.once('finish', () => calls.push({ ms: performance.now() - begun, statements }))
})
process.on('message', () => {
  process.send?.({ calls })
  calls = []
})
process.send?.({ port: (app.server.address() as AddressInfo).port })
