import { execFile } from 'node:child_process'
import { readdir, readFile, readlink, realpath, rename, rm, stat, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import type { Cluster } from './cluster.ts'
import { explainDiskError, StartFailure } from './failure.ts'
import { lastLine, run } from './run.ts'

/** A server process that answers for a cluster. */
export type Postmaster = { readonly pid: number; readonly port: number }

const logName = 'postgres.log'
const startSeconds = 600
/** How long each way of stopping may take before the next, harder one. */
const stopSeconds = { fast: 15, immediate: 5 }

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

const pidFile = (pgdata: string) => join(pgdata, 'postmaster.pid')
const readPidFile = (pgdata: string) => readFile(pidFile(pgdata), 'utf8').catch(() => '')

/** The live server of this cluster, told by its pid file; undefined where the file is missing or stale. */
export async function findPostmaster(pgdata: string, told?: string): Promise<Postmaster | undefined> {
  const lines = (told ?? (await readPidFile(pgdata))).split('\n')
  const [pid, port] = [Number(lines[0]), Number(lines[3])]
  if (!(pid > 0) || !isAlive(pid)) return undefined
  return (await worksIn(pid, await realpath(pgdata))) ? { pid, port } : undefined
}

/** All server processes of this cluster, whoever their parent is. Linux only, elsewhere none is known. */
async function listFamily(pgdata: string): Promise<number[]> {
  if (process.platform !== 'linux') return []
  const real = await realpath(pgdata)
  const pids = (await readdir('/proc')).map(Number).filter((pid) => pid > 0 && pid !== process.pid)
  const ours = await Promise.all(pids.map((pid) => worksIn(pid, real)))
  return pids.filter((_, index) => ours[index])
}

/** A worker names its work in its command line; a postmaster, perhaps one that another start has just begun, does not. */
async function isWorker(pid: number): Promise<boolean> {
  return (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).startsWith('postgres: ')
}

async function listLeftovers(pgdata: string): Promise<number[]> {
  const family = await listFamily(pgdata)
  const workers = await Promise.all(family.map(isWorker))
  return family.filter((_, index) => workers[index])
}

function signal(pids: readonly number[], name: NodeJS.Signals): void {
  for (const pid of pids) {
    try {
      process.kill(pid, name)
    } catch {
      // It ended by itself in the meantime.
    }
  }
}

/** Ends server processes whose postmaster was killed: they would keep its shared memory and stop a new one. */
async function endLeftovers(pgdata: string): Promise<void> {
  for (const name of ['SIGQUIT', 'SIGKILL'] as const) {
    signal(await listLeftovers(pgdata), name)
    for (let round = 0; round < 20 && (await listLeftovers(pgdata)).length > 0; round++) await sleep(100)
  }
}

/**
 * Removes a pid file that names nobody of ours: its number may have been given to a stranger, which PostgreSQL itself
 * cannot tell. A file that another start has written meanwhile stays.
 */
async function removeStalePidFile(pgdata: string): Promise<void> {
  const told = await readPidFile(pgdata)
  if (told === '' || (await findPostmaster(pgdata, told))) return
  if ((await readPidFile(pgdata)) === told) await rm(pidFile(pgdata), { force: true })
}

async function keepLogSmall(log: string): Promise<void> {
  const present = await stat(log).catch(() => undefined)
  if (present && present.size > 5_000_000) await rename(log, `${log}.old`)
}

const sizeOf = (path: string): Promise<number> =>
  stat(path).then(
    ({ size }) => size,
    () => 0,
  )

/** What the server said in its log since `from`: the line that ended it, else the last one. */
async function reasonIn(log: string, from: number): Promise<string> {
  const bytes = await readFile(log).catch(() => Buffer.alloc(0))
  const text = bytes.subarray(from).toString('utf8')
  return lastLine(text.match(/^.*(?:FATAL|PANIC): .*$/gm)?.at(-1) ?? text)
}

/** A full disk cannot hold the line that would say so. */
async function isFull(folder: string): Promise<boolean> {
  const disk = await statfs(folder).catch(() => undefined)
  return disk !== undefined && disk.bavail * disk.bsize < 65_536
}

async function failedStart({ pgdata }: Cluster, reason: string): Promise<unknown> {
  if (/no space left/i.test(reason) || (await isFull(pgdata)))
    return explainDiskError(Object.assign(new Error(reason), { code: 'ENOSPC' }), pgdata)
  const log = join(pgdata, logName)
  return new StartFailure({
    vi: `PostgreSQL không khởi động được; lý do ở cuối tệp ${log}.`,
    en: `PostgreSQL did not start: ${reason} (see ${log})`,
  })
}

const pgCtl = ({ binaries, place }: Cluster, args: readonly string[]) =>
  run(join(binaries.bin, 'pg_ctl'), args, { cwd: place.dir, as: place.as })

/**
 * Starts the server on a port and waits until it accepts connections. Only for a cluster that has no live server.
 * Throws StartFailure with the server's own reason.
 */
export async function startPostmaster(cluster: Cluster, port: number): Promise<void> {
  const { pgdata } = cluster
  await endLeftovers(pgdata)
  await removeStalePidFile(pgdata)
  const log = join(pgdata, logName)
  await keepLogSmall(log)
  const from = await sizeOf(log)
  const args = ['start', '-w', '-t', String(startSeconds), '-s', '-D', pgdata, '-l', log, '-o', `-p ${port}`]
  const outcome = await pgCtl(cluster, args)
  if (outcome.code !== 0) throw await failedStart(cluster, (await reasonIn(log, from)) || lastLine(outcome.output))
}

async function listAll(pgdata: string): Promise<number[]> {
  const live = await findPostmaster(pgdata)
  return live ? [live.pid, ...(await listFamily(pgdata))] : []
}

/** What stands still by a signal hears no other. */
async function thaw(pgdata: string): Promise<void> {
  if (process.platform !== 'win32') signal(await listAll(pgdata), 'SIGCONT')
}

/**
 * Stops the server within half a minute: in order; where it does not obey, at once; where it does not hear (frozen by
 * more than a signal), by killing it. It recovers from its log at the next start.
 */
export async function stopPostmaster(cluster: Cluster): Promise<void> {
  const { pgdata } = cluster
  await thaw(pgdata)
  for (const [mode, seconds] of Object.entries(stopSeconds)) {
    if (!(await findPostmaster(pgdata))) return
    const outcome = await pgCtl(cluster, ['stop', '-w', '-t', String(seconds), '-s', '-D', pgdata, '-m', mode])
    if (outcome.code === 0) return
  }
  signal(await listAll(pgdata), 'SIGKILL')
}
