/** Takes a cluster for this process: a server runs, and the one connection that holds it is ours. */
import { setTimeout as sleep } from 'node:timers/promises'
import { type Cluster, getOwnerPassword, ownerRole, writeSettings } from './cluster.ts'
import { StartFailure } from './failure.ts'
import { connect, findHolder, type Line, tryHold } from './hold.ts'
import { findFreePort, isFree } from './port.ts'
import { findPostmaster, startPostmaster } from './postmaster.ts'

/** The open line is the hold. */
export type Taken = { readonly port: number; readonly line: Line }

export type Taking = {
  readonly dataDir: string
  /** The only port that will do; any free one where absent. */
  readonly port?: number
  readonly signal?: AbortSignal
}

/** Another program listens where the database must be. */
export class PortTaken extends StartFailure {}

/** A start that was killed may still be shutting its database down. */
const patienceWithHolderMs = 8_000
/** Recovery after a crash reads the log since the last checkpoint. */
const patienceWithServerMs = 600_000

export async function urlOf(cluster: Pick<Cluster, 'pgdata'>, port: number, database: string): Promise<string> {
  const password = encodeURIComponent(await getOwnerPassword(cluster))
  return `postgres://${ownerRole}:${password}@127.0.0.1:${port}/${database}`
}

async function choosePort(wanted: number | undefined): Promise<number> {
  if (wanted === undefined) return findFreePort()
  if (await isFree(wanted)) return wanted
  throw new PortTaken({
    vi: `Cổng ${wanted} của cơ sở dữ liệu đang bị một chương trình khác chiếm.`,
    en: `Port ${wanted} of the database is taken by another program.`,
  })
}

/** Port of the live server, adopted as it stands or started now. */
async function ensureServer(cluster: Cluster, wanted: number | undefined): Promise<number> {
  const live = await findPostmaster(cluster.pgdata)
  if (live) return live.port
  const port = await choosePort(wanted)
  try {
    await writeSettings(cluster)
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

/** The line that holds, or who else holds; undefined where the server does not answer yet. */
export async function reach(cluster: Cluster, port: number): Promise<Line | string | undefined> {
  try {
    const line = await connect(await urlOf(cluster, port, 'postgres'))
    if (await tryHold(line)) return line
    const holder = await findHolder(line)
    await line.client.end()
    return holder
  } catch (error) {
    if (error instanceof StartFailure) throw error
    return undefined
  }
}

/**
 * Tries until a server runs and is held by us. Throws StartFailure where the server does not start, another process
 * holds it, or it does not answer for ten minutes; the signal's reason where that is aborted.
 */
export async function take(cluster: Cluster, { dataDir, port: wanted, signal }: Taking): Promise<Taken> {
  const begun = Date.now()
  let busySince: number | undefined
  while (Date.now() - begun < patienceWithServerMs) {
    signal?.throwIfAborted()
    const port = await ensureServer(cluster, wanted)
    const reached = await reach(cluster, port)
    if (typeof reached === 'object') return { port, line: reached }
    if (reached !== undefined) busySince ??= Date.now()
    if (reached !== undefined && Date.now() - (busySince ?? 0) > patienceWithHolderMs) throw heldBy(reached, dataDir)
    // A server that starts up, recovers or goes down refuses connections: it is asked again.
    await sleep(200)
  }
  throw new StartFailure({
    vi: `PostgreSQL trong ${cluster.pgdata} đang chạy nhưng không trả lời.`,
    en: `The PostgreSQL in ${cluster.pgdata} runs but does not answer.`,
  })
}
