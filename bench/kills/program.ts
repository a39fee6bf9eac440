/** The program itself, as `npm start` runs it, without the launcher: one that died must not come back unseen. */
import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { findPlace } from '#platform/server/embedded/place.ts'
import { findFreePort } from '#platform/server/embedded/port.ts'
import { findPostmaster } from '#platform/server/embedded/postmaster.ts'
import { databaseName } from '#platform/server/embedded/supervisor.ts'
import { urlOf } from '#platform/server/embedded/take.ts'

const main = join(import.meta.dirname, '..', '..', 'src', 'apps', 'server', 'main.ts')

export type Program = {
  readonly port: number
  readonly pid: number
  /** What it printed so far. */
  readonly printed: () => string
  readonly isAlive: () => boolean
  readonly stop: () => Promise<void>
}

const hasEnded = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null

export const isReady = (port: number): Promise<boolean> =>
  fetch(`http://127.0.0.1:${port}/readyz`).then(
    (reply) => reply.ok,
    () => false,
  )

/** Starts it and waits until it is ready; `databaseUrl` null: with the database that comes with it. */
export async function startProgram(dataDir: string, databaseUrl: string | null): Promise<Program> {
  const port = await findFreePort()
  const own = { MODE: 'start', HOST: '127.0.0.1', PORT: String(port), DATA_DIR: dataDir }
  const env = { ...process.env, ...own, DATABASE_URL: databaseUrl ?? '', APP_DATABASE_URL: '' }
  const child = spawn(process.execPath, [main], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (printed += part))
  const program: Program = {
    port,
    pid: child.pid ?? 0,
    printed: () => printed,
    isAlive: () => !hasEnded(child),
    stop: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve))
      if (hasEnded(child)) return
      child.kill('SIGTERM')
      await ended
    },
  }
  while (!(await isReady(port))) {
    if (hasEnded(child)) throw new Error(`the program did not start:\n${printed}`)
    await sleep(100)
  }
  return program
}

/** The data directory of the PostgreSQL that lives in a data folder. */
export async function pgdataOf(dataDir: string): Promise<string> {
  const place = await findPlace(dataDir)
  if (!place) throw new Error(`no database in ${dataDir}`)
  return join(place.dir, 'cluster')
}

/** Address of the program's own database for its owner. */
export async function ownerUrlIn(dataDir: string): Promise<string> {
  const pgdata = await pgdataOf(dataDir)
  const live = await findPostmaster(pgdata)
  if (!live) throw new Error(`no PostgreSQL runs in ${pgdata}`)
  return urlOf({ pgdata }, live.port, databaseName)
}
