/**
 * The queue's own schema, `pgboss`: made and brought up to date by its library, as the owner of the database; and each
 * job with its schedule, as the code says them. The application is given rows there, no more.
 */
import { PgBoss, type QueueOptions } from 'pg-boss'
import type { Job, JobSpec } from './job.ts'
import { vietnam } from './seen.ts'

const days = 24 * 3600

/** Runs are shown for this long, and one that waits is not forgotten sooner. */
const keptSeconds = 90 * days

const optionsOf = ({ retries, minutes = 30 }: JobSpec): QueueOptions => ({
  retryLimit: retries?.times ?? 8,
  retryDelay: retries?.afterSeconds ?? 30,
  retryBackoff: true,
  retryDelayMax: 3600,
  expireInSeconds: minutes * 60,
  // A server that does not say for so long that it is still at it is gone, and another takes the run.
  heartbeatSeconds: 10,
  deleteAfterSeconds: keptSeconds,
  retentionSeconds: keptSeconds,
})

async function declare(queue: PgBoss, { spec }: Job): Promise<void> {
  // One at a time over all servers.
  await queue.createQueue(spec.name, { policy: 'singleton', ...optionsOf(spec) })
  await queue.updateQueue(spec.name, optionsOf(spec))
  if (spec.schedule)
    await queue.schedule(spec.name, spec.schedule, { input: {}, by: null }, { tz: vietnam, missed: 'once' })
}

/** A job that is no more, or no longer scheduled, is not asked for by an older version's schedule. */
async function forgetSchedules(queue: PgBoss, jobs: readonly Job[]): Promise<void> {
  const scheduled = new Set(jobs.filter((j) => j.spec.schedule).map((j) => j.spec.name))
  for (const { name } of await queue.getSchedules()) if (!scheduled.has(name)) await queue.unschedule(name)
}

const grants = `
  grant usage on schema pgboss to nb_app;
  grant select, insert, update, delete on all tables in schema pgboss to nb_app;
  grant execute on all functions in schema pgboss to nb_app`

/** Several servers may do so at once. `url`: of the owner. */
export async function installQueue(url: string, jobs: readonly Job[]): Promise<void> {
  const queue = new PgBoss({
    connectionString: url,
    max: 1,
    supervise: false,
    schedule: false,
    registerInstance: false,
  })
  queue.on('error', (error) => console.error(error))
  await queue.start()
  try {
    await queue.getDb().executeSql(grants)
    for (const one of jobs) await declare(queue, one)
    await forgetSchedules(queue, jobs)
  } finally {
    await queue.stop({ graceful: false })
  }
}
