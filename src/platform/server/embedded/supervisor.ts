import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Binaries, placeBinaries } from './binaries.ts'
import { type Cluster, checkVersion, createIfAbsent, sweepUnfinished } from './cluster.ts'
import type { Line } from './hold.ts'
import { keepRunning } from './keep.ts'
import { choosePlace, findPlace, type Place } from './place.ts'
import { findPostmaster, isAlive, stopPostmaster } from './postmaster.ts'
import { reach, take, urlOf } from './take.ts'

export type EmbeddedOptions = {
  readonly dataDir: string
  readonly log: (line: string) => void
  /** Called where the server cannot be brought back on its address: the program must be started anew. */
  readonly onLost?: (error: Error) => void
  /** Other PostgreSQL programs than those of the package, e.g. Debian's 15 in tests. */
  readonly binaries?: Binaries
  /** Settings that replace the durable ones, e.g. fsync off for a throwaway test database. */
  readonly settings?: Readonly<Record<string, string>>
}

export type Embedded = {
  /** Address of the database for its owner, the role that migrates. */
  readonly ownerUrl: string
  /** Stops the server within a minute, however it fares; harmless when called twice. */
  stop(): Promise<void>
}

/** The one database of an embedded server. */
export const databaseName = 'nang_buoc'

const clusterIn = (place: Place, binaries: Binaries, settings: Cluster['settings']): Cluster => ({
  place,
  pgdata: join(place.dir, 'cluster'),
  binaries,
  settings,
})

async function createDatabase({ client }: Line): Promise<void> {
  const { rowCount } = await client.query('select from pg_database where datname = $1', [databaseName])
  if (rowCount === 0) await client.query(`create database ${databaseName}`)
}

/**
 * Starts the PostgreSQL that comes with the program on a data folder, made on the first start, and holds it for this
 * process. Adopts a server left alive by a killed start, ends leftovers, recovers from a crash; keeps it running until
 * it is stopped. Throws StartFailure, nothing damaged: folder not writable, disk full, data of another major, held by
 * another process.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const { dataDir, log, onLost = () => {}, settings = {} } = options
  const place = await choosePlace(dataDir, log)
  const cluster = clusterIn(place, options.binaries ?? (await placeBinaries(place.dir)), settings)
  await checkVersion(cluster)
  await createIfAbsent(cluster)
  const taken = await take(cluster, { dataDir })
  const stop = keepRunning(cluster, { dataDir, log, onLost }, taken)
  try {
    await sweepUnfinished(cluster)
    await createDatabase(taken.line)
    return { ownerUrl: await urlOf(cluster, taken.port, databaseName), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** How long a server may start, recover or stand still before it counts as nobody's. */
const patienceMs = 5000

/** Whether a living process holds the server. One that does not answer in time is held by nobody. */
async function isHeld(cluster: Cluster, port: number): Promise<boolean> {
  for (const begun = Date.now(); Date.now() - begun < patienceMs; await sleep(200)) {
    const reached = await reach(cluster, port)
    if (typeof reached === 'object') return false
    if (reached !== undefined && isAlive(Number(reached))) return true
  }
  return false
}

/** Stops a server that nobody holds any more, as a program that was killed leaves it. Does nothing where there is none. */
export async function stopAbandoned(dataDir: string): Promise<void> {
  const place = await findPlace(dataDir)
  if (!place) return
  const cluster = clusterIn(place, await placeBinaries(place.dir), {})
  const live = await findPostmaster(cluster.pgdata)
  if (live && !(await isHeld(cluster, live.port))) await stopPostmaster(cluster)
}
