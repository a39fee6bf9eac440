/** One worker process, as the server sees it: a task at a time, ended at its limits. */
import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { workProblem } from './problems.ts'
import { type Outcome, resultOf, type Task } from './task.ts'

export type WorkerLimits = {
  /** For one task. */
  readonly seconds: number
  /** Of the heap of JavaScript; buffers come on top and are bounded by what is put in. */
  readonly megabytes: number
  /** What is said at either limit. */
  readonly beyond: 'work.too_large' | 'work.file_too_large'
}

const program = fileURLToPath(new URL('./program.ts', import.meta.url))
/** What a program needs of its surroundings. The address of the database is not among it: workers read files from outside. */
const surroundings = ['PATH', 'SystemRoot', 'TEMP', 'TMP', 'TMPDIR', 'TZ', 'LANG', 'NODE_COMPILE_CACHE']

/** Room for what is soon forgotten; the usual four times as much makes a thousand certificates need 100 MB more. */
const youngMegabytes = 8

/** How V8 ends a process whose heap is full, by signal or by code. */
const ranOutOfMemory = (code: number | null, signal: NodeJS.Signals | null): boolean =>
  signal === 'SIGABRT' || code === 134

export class Worker {
  readonly #limits: WorkerLimits
  readonly #child: ChildProcess
  readonly #ended: Promise<void>
  #settle: ((end: () => unknown) => void) | null = null
  #ending = false
  alive = true

  constructor(limits: WorkerLimits) {
    this.#limits = limits
    this.#child = fork(program, {
      serialization: 'advanced',
      execArgv: [`--max-old-space-size=${limits.megabytes}`, `--max-semi-space-size=${youngMegabytes}`],
      env: Object.fromEntries(surroundings.map((name) => [name, process.env[name]])),
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    this.#child.on('message', (outcome: Outcome) => this.#settle?.(() => resultOf(outcome)))
    this.#ended = new Promise((resolve) => {
      const end = (code: number | null, signal: NodeJS.Signals | null) => {
        this.alive = false
        this.#settle?.(() => this.#brokenOff(code, signal))
        resolve()
      }
      this.#child.once('exit', end)
      this.#child.on('error', () => end(null, null))
    })
  }

  #tooLarge() {
    const { seconds, megabytes, beyond } = this.#limits
    return workProblem(beyond, { seconds, megabytes })
  }

  #brokenOff(code: number | null, signal: NodeJS.Signals | null): never {
    if (!this.#ending) console.error(`[worker ${this.#child.pid}] died in the middle of its work: ${signal ?? code}`)
    throw ranOutOfMemory(code, signal) ? this.#tooLarge() : workProblem('work.broken_off', { retryAfterSeconds: 5 })
  }

  /** The result of the task, or what it threw. Throws what is said `beyond` the limits and `work.broken_off`. */
  do(task: Task): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const limit = setTimeout(() => {
        this.#settle?.(() => {
          throw this.#tooLarge()
        })
        this.end()
      }, this.#limits.seconds * 1000)
      this.#settle = (end) => {
        clearTimeout(limit)
        this.#settle = null
        try {
          resolve(end())
        } catch (error) {
          reject(error)
        }
      }
      try {
        this.#child.send(task, (error) => {
          if (error) this.#settle?.(() => this.#brokenOff(null, null))
        })
      } catch (error) {
        this.#settle(() => {
          throw error // an argument that cannot be copied
        })
      }
    })
  }

  /** Ends the process at once, whatever it is doing; resolves when it is gone. */
  end(): Promise<void> {
    this.#ending = true
    this.alive = false
    this.#child.kill('SIGKILL')
    return this.#ended
  }
}
