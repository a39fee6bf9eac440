/** Keeps a server running under our hold until we stop it: where it dies it is started again on the same port. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Cluster } from './cluster.ts'
import { StartFailure } from './failure.ts'
import { stopPostmaster } from './postmaster.ts'
import { PortTaken, type Taken, take } from './take.ts'

type Keeping = {
  readonly dataDir: string
  readonly log: (line: string) => void
  /** Called where another program sits on the port for good: only a new start can choose another. */
  readonly onLost: (error: Error) => void
}

/** How long another program may sit on the port: many connections of others end by themselves. */
const patienceWithPortMs = 20_000

const said = {
  died: 'PostgreSQL đã dừng ngoài ý muốn, đang khởi động lại. / PostgreSQL ended unexpectedly, starting it again.',
  tries: 'Chương trình sẽ tự thử lại. / The program tries again by itself.',
  back: 'PostgreSQL đã chạy lại. / PostgreSQL runs again.',
}

/** Milliseconds before the next try, after so many that failed: 0.2 s, doubling to 30 s. */
export const pauseAfter = (failures: number): number => Math.min(200 * 2 ** (failures - 1), 30_000)

const sentenceOf = (error: unknown): string =>
  error instanceof StartFailure ? error.message : `PostgreSQL chưa chạy lại được. / PostgreSQL is not back: ${error}`

/** A reason is said once, however often it comes. */
function oncePerReason(log: (line: string) => void): (error: unknown) => void {
  let last = ''
  return (error) => {
    const sentence = sentenceOf(error)
    if (sentence !== last) log(`${sentence}\n${said.tries}`)
    last = sentence
  }
}

/** Tries until the server is back and ours. Throws only where `signal` is aborted or the port is taken for good. */
async function bringBack(
  cluster: Cluster,
  keeping: Keeping,
  at: { port: number; signal: AbortSignal },
): Promise<Taken> {
  const begun = Date.now()
  const complain = oncePerReason(keeping.log)
  keeping.log(said.died)
  for (let failures = 1; ; failures++) {
    try {
      const taken = await take(cluster, { dataDir: keeping.dataDir, ...at })
      keeping.log(said.back)
      return taken
    } catch (error) {
      at.signal.throwIfAborted()
      if (error instanceof PortTaken && Date.now() - begun > patienceWithPortMs) throw error
      complain(error)
    }
    await sleep(pauseAfter(failures), undefined, { signal: at.signal })
  }
}

const settlesWithin = (promise: Promise<unknown>, ms: number): Promise<boolean> =>
  Promise.race([promise.then(() => true), sleep(ms, false)])

/** Answers how to stop the server; that takes less than a minute, however the server fares. */
export function keepRunning(cluster: Cluster, keeping: Keeping, first: Taken): () => Promise<void> {
  const stopping = new AbortController()
  const { port } = first
  const keep = async () => {
    for (let taken = first; ; ) {
      await taken.line.ended
      if (stopping.signal.aborted) return
      taken = await bringBack(cluster, keeping, { port, signal: stopping.signal })
    }
  }
  const kept = keep().catch((error) => stopping.signal.aborted || keeping.onLost(error))
  const stop = async () => {
    stopping.abort()
    // A server that is just being started, or recovers, is stopped too: one that nobody waits for any more comes last.
    do await stopPostmaster(cluster)
    while (!(await settlesWithin(kept, 200)))
    await stopPostmaster(cluster)
  }
  let stopped: Promise<void> | undefined
  return () => (stopped ??= stop())
}
