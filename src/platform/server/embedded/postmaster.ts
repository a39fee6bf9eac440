import { execFile } from 'node:child_process'
import { readdir, readFile, readlink, realpath, rename, rm, stat } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import type { Cluster } from './cluster.ts'
import { StartFailure } from './failure.ts'
import { lastLine, run } from './run.ts'

/** A server process that answers for a cluster. */
export type Postmaster = { readonly pid: number; readonly port: number }

const logName = 'postgres.log'
const startSeconds = 600
const stopSeconds = 30

/** Whether a process of this number exists, ours or not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Every PostgreSQL process stands in its data directory: on Linux that tells ours from a stranger with a reused number. */
async function worksIn(pid: number, pgdata: string): Promise<boolean> {
  if (process.platform === 'linux') return (await readlink(`/proc/${pid}/cwd`).catch(() => '')) === pgdata
  if (process.platform === 'win32') return true
  const listed = await promisify(execFile)('ps', ['-o', 'command=', '-p', String(pid)]).catch(() => ({ stdout: '' }))
  return listed.stdout.includes('postgres')
}

/** The live server of this cluster, told by its pid file; undefined where the file is missing or stale. */
export async function findPostmaster(pgdata: string): Promise<Postmaster | undefined> {
  const lines = (await readFile(join(pgdata, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')
  const [pid, port] = [Number(lines[0]), Number(lines[3])]
  if (!(pid > 0) || !isAlive(pid)) return undefined
  return (await worksIn(pid, await realpath(pgdata))) ? { pid, port } : undefined
}

async function listLeftovers(pgdata: string): Promise<number[]> {
  if (process.platform !== 'linux') return []
  const real = await realpath(pgdata)
  const pids = (await readdir('/proc')).map(Number).filter((pid) => pid > 0 && pid !== process.pid)
  const ours = await Promise.all(pids.map((pid) => worksIn(pid, real)))
  return pids.filter((_, index) => ours[index])
}

/** Ends server processes whose postmaster was killed: they would keep its shared memory and stop a new one. */
async function endLeftovers(pgdata: string): Promise<void> {
  for (const signal of ['SIGQUIT', 'SIGKILL'] as const) {
    for (const pid of await listLeftovers(pgdata)) {
      try {
        process.kill(pid, signal)
      } catch {
        // It ended by itself in the meantime.
      }
    }
    for (let round = 0; round < 20 && (await listLeftovers(pgdata)).length > 0; round++) await sleep(100)
  }
}

/** A port of 127.0.0.1 that nobody listens on right now. */
export function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      )
    })
  })
}

async function keepLogSmall(log: string): Promise<void> {
  const present = await stat(log).catch(() => undefined)
  if (present && present.size > 5_000_000) await rename(log, `${log}.old`)
}

const pgCtl = ({ binaries, place }: Cluster, args: readonly string[]) =>
  run(join(binaries.bin, 'pg_ctl'), args, { cwd: place.dir, as: place.as })

/** Starts the server on a port and waits until it accepts connections. Only for a cluster that has no live server. */
export async function startPostmaster(cluster: Cluster, port: number): Promise<void> {
  const { pgdata } = cluster
  await endLeftovers(pgdata)
  // Still there after the check above: its number was given to a stranger, which PostgreSQL itself cannot tell.
  if (!(await findPostmaster(pgdata))) await rm(join(pgdata, 'postmaster.pid'), { force: true })
  const log = join(pgdata, logName)
  await keepLogSmall(log)
  const args = ['start', '-w', '-t', String(startSeconds), '-s', '-D', pgdata, '-l', log, '-o', `-p ${port}`]
  const outcome = await pgCtl(cluster, args)
  if (outcome.code === 0) return
  const reason = (await readFile(log, 'utf8').catch(() => '')) || outcome.output
  throw new StartFailure({
    vi: `PostgreSQL không khởi động được: ${lastLine(reason)} (xem ${log})`,
    en: `PostgreSQL did not start: ${lastLine(reason)} (see ${log})`,
  })
}

/** Stops the server in order; where it does not obey within 30 s, at once (it recovers from its log at the next start). */
export async function stopPostmaster(cluster: Cluster): Promise<void> {
  for (const mode of ['fast', 'immediate']) {
    if (!(await findPostmaster(cluster.pgdata))) return
    const outcome = await pgCtl(cluster, [
      'stop',
      '-w',
      '-t',
      String(stopSeconds),
      '-s',
      '-D',
      cluster.pgdata,
      '-m',
      mode,
    ])
    if (outcome.code === 0) return
  }
}
