import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Binaries } from './binaries.ts'
import { findPostmaster, isAlive } from './postmaster.ts'
import { type Embedded, startEmbedded } from './supervisor.ts'

const prefix = 'nang-buoc-test-'

/** Nothing here must outlive a crash, so nothing waits for the disk. */
const careless = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' }

/** Ends what runs in a data folder and removes every file of it, elsewhere too. */
export async function discard(dataDir: string): Promise<void> {
  const outside = (await readFile(join(dataDir, 'LOCATION'), 'utf8').catch(() => '')).trim()
  const place = outside || join(dataDir, 'postgres')
  const live = await findPostmaster(join(place, 'cluster')).catch(() => undefined)
  if (live) process.kill(live.pid, 'SIGQUIT')
  await rm(place, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  await rm(dataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
}

/** Removes what test runs left that were killed before they could. */
async function sweep(): Promise<void> {
  const names = (await readdir(tmpdir())).filter((name) => name.startsWith(prefix))
  const abandoned = names.filter((name) => !isAlive(Number.parseInt(name.slice(prefix.length), 10)))
  // Another account's leftovers are not ours to remove.
  for (const name of abandoned) await discard(join(tmpdir(), name)).catch(() => {})
}

/** A private database for tests, fast because it forgets; `stop` ends it and removes every file of it. */
export async function startThrowaway(options: { binaries?: Binaries } = {}): Promise<Embedded> {
  await sweep()
  const dataDir = await mkdtemp(join(tmpdir(), `${prefix}${process.pid}-`))
  try {
    const server = await startEmbedded({ dataDir, log: () => {}, settings: careless, ...options })
    return {
      ownerUrl: server.ownerUrl,
      stop: async () => {
        await server.stop()
        await discard(dataDir)
      },
    }
  } catch (error) {
    await discard(dataDir)
    throw error
  }
}
