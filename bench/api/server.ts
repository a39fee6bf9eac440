/** Our server with every route, as it runs in service, on a free port. */
import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildApp } from '#apps/server/app.ts'
import { openHost } from '#apps/server/host.ts'
import { allRoutes } from '#apps/server/routes.ts'
import { loadStandards } from '#features/standards/library.ts'
import { systemClock } from '#platform/server/clock.ts'
import { assertApplicationRole } from '#platform/server/database/open.ts'
import { createKeys } from '#platform/server/keys/keys.ts'
import { settingsFrom } from '#platform/server/settings.ts'
import { watchLoop } from '#test/loop.ts'

const folder = mkdtempSync(join(tmpdir(), 'nang-buoc-bench-keys-'))
process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
for (const end of ['disconnect', 'SIGTERM']) process.once(end, () => process.exit(0))

const keys = createKeys(join(folder, 'keys', 'keys.json'))
const settings = settingsFrom({ DATA_DIR: folder, PUBLIC_URL: process.env['PUBLIC_URL'] })
const host = openHost({ clock: systemClock, keys, settings }, { url: process.env['BENCH_URL'] ?? '' })
await assertApplicationRole(host.pool)

/** How often the database was asked. */
let asked = 0
host.pool.on('connect', (client) => {
  const { query } = client
  client.query = ((...args: Parameters<typeof query>) => {
    asked += 1
    return query.apply(client, args)
  }) as typeof query
})
let watched = watchLoop()
process.on('message', (what) => {
  const held = watched.stop()
  watched = watchLoop()
  process.send?.(what === 'asked?' ? { asked } : held)
})

const app = await buildApp(host, allRoutes({ library: loadStandards() }))
await app.listen({ host: '127.0.0.1', port: 0 })
process.send?.({ port: (app.server.address() as AddressInfo).port })
