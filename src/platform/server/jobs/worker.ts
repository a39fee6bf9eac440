/**
 * Does the jobs: over connections of its own, so that no job takes one of a call's, and few at once. The database being
 * away is waited for; a stop waits a little and then gives back what is not done.
 */
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import { type JobResult, PgBoss } from 'pg-boss'
import type { AreaId, CommandId } from '#kernel/ids.ts'
import { Problem } from '#kernel/problem.ts'
import { bounded } from '../bounded.ts'
import { problemOfDatabase } from '../database/constraints.ts'
import { ask, databaseOn, openPool } from '../database/open.ts'
import type { Host } from '../services.ts'
import type { Job, JobData } from './job.ts'
import { jobProblem } from './problems.ts'

/** Seconds. */
export type Pace = {
  /** Between two looks into the queue of a job. */
  readonly look: number
  /** Between two looks for runs whose server is gone. */
  readonly supervise: number
  /** A stop waits so long for the runs that are on. */
  readonly stop: number
}
const usual: Pace = { look: 5, supervise: 20, stop: 5 }

const jobsAtOnce = 2
/** One for each job at once, one for the queue itself. */
const connections = jobsAtOnce + 1
/** Nobody stands waiting: one statement may take longer than in a call. */
const statementMs = 5 * 60_000

export type JobsOptions = {
  /** The application's login. */
  readonly url: string
  readonly jobs: readonly Job[]
  readonly nation: AreaId
  readonly pace?: Partial<Pace>
}
export type Jobs = { readonly stop: () => Promise<void> }

/** What a failed try leaves with its run: a code and a sentence in both languages. */
function tell(error: unknown, name: string): { code: string; vi: string; en: string } {
  const known = error instanceof Problem ? error : problemOfDatabase(error)
  if (known) return { code: known.code, ...known.said }
  const trace = randomUUID().slice(0, 8)
  console.error(`[job ${name} ${trace}] ${(error as Error)?.stack ?? String(error)}`)
  const fault = jobProblem('job.fault', { trace })
  return { code: fault.code, ...fault.said }
}

/** While the database is away every look fails alike: said once a minute. */
function seldom(say: (text: string) => void): (text: string) => void {
  const told = new Map<string, number>()
  return (text) => {
    const now = Date.now()
    if (now - (told.get(text) ?? 0) < 60_000) return
    told.set(text, now)
    say(text)
  }
}

/** The queue over a pool of ours. It looks for runs whose server is gone, and puts in what the schedules ask for. */
function queueOn(pool: pg.Pool, superviseSeconds: number): PgBoss {
  const queue = new PgBoss({
    db: { executeSql: (text, values) => pool.query(text, values as unknown[]) },
    migrate: false,
    registerInstance: false,
    reindex: false,
    monitorVacuum: false,
    superviseIntervalSeconds: superviseSeconds,
    monitorIntervalSeconds: superviseSeconds,
    flowIntervalSeconds: 3600,
  })
  const complain = seldom((text) => console.error(text))
  queue.on('error', (error) => complain(`[jobs] ${error.message}`))
  queue.on('warning', ({ message }) => complain(`[jobs] ${message}`))
  return queue
}

type Given = { readonly id: string; readonly data: JobData; readonly signal: AbortSignal }

export async function startJobs(host: Host, { url, jobs, nation, pace }: JobsOptions): Promise<Jobs> {
  const { look, supervise, stop } = { ...usual, ...pace }
  const pool = openPool({ url, asApplication: true, max: connections, statement: statementMs })
  const own: Host = { ...host, db: databaseOn(pool), ask: (statement) => ask(pool, statement) }
  const queue = queueOn(pool, supervise)
  const inTurn = bounded({ atOnce: jobsAtOnce, waiting: 1000 })
  const done = async (job: Job, { id, data, signal }: Given): Promise<JobResult> => {
    try {
      const output = await inTurn(() => job.run(own, { id: id as CommandId, data, nation, signal }))
      return { id, status: 'completed', output }
    } catch (error) {
      return { id, status: 'failed', output: tell(error, job.spec.name) }
    }
  }
  await queue.start()
  for (const job of jobs)
    await queue.work<JobData>(job.spec.name, { pollingIntervalSeconds: look, perJobResults: true }, (given) =>
      Promise.all(given.map((one) => done(job, one))),
    )
  return {
    stop: async () => {
      await queue.stop({ timeout: stop * 1000 })
      // A run that would not end is given back; its connection goes with the process.
      await Promise.race([pool.end(), sleep(1000)])
    },
  }
}
