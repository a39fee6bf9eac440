import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Client } from 'pg'
import { type Binaries, placeBinaries } from './binaries.ts'
import { type Cluster, checkVersion, createIfAbsent, getOwnerPassword, ownerRole, writeSettings } from './cluster.ts'
import { StartFailure } from './failure.ts'
import { connect, findHolder, tryHold } from './hold.ts'
import { choosePlace } from './place.ts'
import { findFreePort, findPostmaster, startPostmaster, stopPostmaster } from './postmaster.ts'

export type EmbeddedOptions = {
  readonly dataDir: string
  readonly log: (line: string) => void
  /** Other PostgreSQL programs than those of the package, e.g. Debian's 15 in tests. */
  readonly binaries?: Binaries
  /** Settings that replace the durable ones, e.g. fsync off for a throwaway test database. */
  readonly settings?: Readonly<Record<string, string>>
}

export type Embedded = {
  /** Address of the database for its owner, the role that migrates. */
  readonly ownerUrl: string
  /** Stops the server; harmless when called twice. */
  stop(): Promise<void>
}

type Taken = { readonly port: number; readonly client: Client }

const databaseName = 'nang_buoc'
/** A start that was killed may still be shutting its database down. */
const patienceWithHolderMs = 8_000
/** Recovery after a crash reads the log since the last checkpoint. */
const patienceWithServerMs = 600_000

async function getCluster({ dataDir, log, binaries, settings }: EmbeddedOptions): Promise<Cluster> {
  const place = await choosePlace(dataDir, log)
  return {
    place,
    pgdata: join(place.dir, 'cluster'),
    binaries: binaries ?? (await placeBinaries(place.dir)),
    settings: settings ?? {},
  }
}

async function urlOf(cluster: Cluster, port: number, database: string): Promise<string> {
  const password = encodeURIComponent(await getOwnerPassword(cluster))
  return `postgres://${ownerRole}:${password}@127.0.0.1:${port}/${database}`
}

/** Port of the live server, adopted as it stands or started now. */
async function ensureServer(cluster: Cluster, wantedPort: number | undefined): Promise<number> {
  const live = await findPostmaster(cluster.pgdata)
  if (live) return live.port
  const port = wantedPort ?? (await findFreePort())
  await writeSettings(cluster)
  try {
    await startPostmaster(cluster, port)
    return port
  } catch (error) {
    // Two starts at once: the other one's server is as good as ours.
    const another = await findPostmaster(cluster.pgdata)
    if (!another) throw error
    return another.port
  }
}

const heldBy = (pid: string, dataDir: string) =>
  new StartFailure({
    vi: `Thư mục dữ liệu ${dataDir} đang được tiến trình ${pid} dùng; hãy dừng tiến trình đó trước.`,
    en: `The data folder ${dataDir} is in use by process ${pid}; stop that one first.`,
  })

/** Tries until a server runs and is held by us. The open connection is the hold. */
async function take(cluster: Cluster, dataDir: string, wantedPort?: number): Promise<Taken> {
  const begun = Date.now()
  let busySince: number | undefined
  for (;;) {
    try {
      const port = await ensureServer(cluster, wantedPort)
      const client = await connect(await urlOf(cluster, port, 'postgres'))
      if (await tryHold(client)) return { port, client }
      const holder = await findHolder(client)
      await client.end()
      busySince ??= Date.now()
      if (holder && Date.now() - busySince > patienceWithHolderMs) throw heldBy(holder, dataDir)
    } catch (error) {
      // A server that starts up, recovers or goes down refuses connections: it is asked again.
      if (error instanceof StartFailure || Date.now() - begun > patienceWithServerMs) throw error
    }
    await sleep(200)
  }
}

async function createDatabase(client: Client): Promise<void> {
  const { rowCount } = await client.query('select from pg_database where datname = $1', [databaseName])
  if (rowCount === 0) await client.query(`create database ${databaseName}`)
}

/** Keeps the server under our hold: where it dies on its own it is started again on the same port. */
function supervise(cluster: Cluster, options: EmbeddedOptions, taken: Taken): () => Promise<void> {
  let stopping: Promise<void> | undefined
  let recovering: Promise<void> | undefined

  const watch = (client: Client) => client.once('end', () => (recovering = stopping ? undefined : recover()))
  const recover = async () => {
    options.log(
      'PostgreSQL đã dừng ngoài ý muốn, đang khởi động lại. / PostgreSQL ended unexpectedly, starting it again.',
    )
    try {
      const again = await take(cluster, options.dataDir, taken.port)
      watch(again.client)
    } catch (error) {
      options.log(error instanceof Error ? error.message : String(error))
    }
  }
  const end = async () => {
    await recovering
    await stopPostmaster(cluster)
  }
  watch(taken.client)
  return () => (stopping ??= end())
}

/**
 * Starts the PostgreSQL that comes with the program on a data folder, made on the first start, and holds it for this
 * process. Adopts a server left alive by a killed start, ends leftovers, recovers from a crash.
 * Throws StartFailure, nothing damaged: folder not writable, disk full, data of another major, held by another process.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const cluster = await getCluster(options)
  await checkVersion(cluster)
  await createIfAbsent(cluster)
  const taken = await take(cluster, options.dataDir)
  await createDatabase(taken.client)
  return { ownerUrl: await urlOf(cluster, taken.port, databaseName), stop: supervise(cluster, options, taken) }
}

/** Stops a server that nobody holds any more, as a program that was killed leaves it. Does nothing where there is none. */
export async function stopAbandoned(dataDir: string): Promise<void> {
  const cluster = await getCluster({ dataDir, log: () => {} })
  const live = await findPostmaster(cluster.pgdata)
  if (!live) return
  const client = await connect(await urlOf(cluster, live.port, 'postgres'))
  if (await tryHold(client)) await stopPostmaster(cluster)
  await client.end().catch(() => {})
}
