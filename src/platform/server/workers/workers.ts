/**
 * Heavy work beside the one thread that answers everybody: papers are made and files are read in a few processes of
 * their own. Each is bounded in time and memory, and its death is a sentence for who waited, nothing for the others.
 */
import { availableParallelism } from 'node:os'
import { problem } from '#kernel/problem.ts'
import { bounded } from '../bounded.ts'
import type { Doers, Tasks } from './task.ts'
import { Worker, type WorkerLimits } from './worker.ts'

export type WorkersOptions = WorkerLimits & {
  readonly atOnce: number
  /** How many may wait, and how many seconds: beyond that `server.busy` is said. */
  readonly waiting: number
  readonly patience: number
  /** Seconds after which a worker without work is ended, and its memory given back. */
  readonly idle: number
}

export type Workers = {
  /** Does a function of a module elsewhere. Its arguments and its result are copied: plain data and bytes. */
  readonly run: <M extends Doers, N extends keyof M & string>(
    tasks: Tasks<M>,
    name: N,
    ...given: Parameters<M[N]>
  ) => Promise<Awaited<ReturnType<M[N]>>>
  /** Ends all of them; who waits is told. */
  readonly stop: () => Promise<void>
}

const usual: WorkersOptions = {
  atOnce: availableParallelism() > 2 ? 2 : 1,
  waiting: 16,
  patience: 60,
  seconds: 120,
  megabytes: 512,
  beyond: 'work.too_large',
  idle: 30,
}

/** For reading files: what a stranger may have made has less time than what we make. */
export const forReading = { seconds: 45, beyond: 'work.file_too_large' } as const satisfies Partial<WorkersOptions>

export function openWorkers(changed: Partial<WorkersOptions> = {}): Workers {
  const options = { ...usual, ...changed }
  const inTurn = bounded(options)
  const all = new Set<Worker>()
  const idle: { worker: Worker; timer: NodeJS.Timeout }[] = []
  let stopped = false

  function take(): Worker {
    for (let free = idle.pop(); free; free = idle.pop()) {
      clearTimeout(free.timer)
      if (free.worker.alive) return free.worker
      all.delete(free.worker)
    }
    const worker = new Worker(options)
    all.add(worker)
    return worker
  }

  function giveBack(worker: Worker): void {
    if (!worker.alive) return void all.delete(worker)
    const timer = setTimeout(() => worker.end(), options.idle * 1000)
    idle.push({ worker, timer: timer.unref() })
  }

  async function run(address: string, name: string, given: readonly unknown[]): Promise<unknown> {
    if (stopped) throw problem('server.not_ready', { retryAfterSeconds: 5 })
    const worker = take()
    try {
      return await worker.do({ address, name, given })
    } finally {
      giveBack(worker)
    }
  }

  return {
    run: ({ address }, name, ...given) => inTurn(() => run(address, name, given)) as never,
    stop: async () => {
      stopped = true
      for (const { timer } of idle) clearTimeout(timer)
      await Promise.all([...all].map((worker) => worker.end()))
    },
  }
}
