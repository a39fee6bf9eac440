/** Work put into the queue by a change, in the change's own transaction: rolled back with it, there once it is kept. */
import { fromKysely, PgBoss } from 'pg-boss'
import type { Static, TSchema } from 'typebox'
import type { Actor } from '#kernel/access.ts'
import type { CommandId } from '#kernel/ids.ts'
import type { Tx } from '../database/open.ts'
import { newId } from '../ids.ts'
import type { Job, JobData } from './job.ts'
import { jobProblem } from './problems.ts'
import { isWaiting, stateOfRun } from './seen.ts'

type Asking = { readonly db: Tx; readonly actor: Actor }

/** The queue through one transaction and nothing else: it is never started. */
const queueIn = (db: Tx): PgBoss =>
  new PgBoss({ db: fromKysely(db), migrate: false, supervise: false, schedule: false, registerInstance: false })

/** Asks for a job in the name of who makes the change; answers the id of its run. */
export async function addJob<I extends TSchema>(
  { db, actor }: Asking,
  { spec }: Job<I>,
  input: Static<I>,
): Promise<CommandId> {
  const id = newId<'command'>()
  const data: JobData = { input, by: actor.accountId }
  await queueIn(db).send(spec.name, data, { id })
  return id
}

/** Asks for a scheduled job now; refuses where one waits or runs already. */
export async function addJobNow(asking: Asking, job: Job): Promise<CommandId> {
  if (await isWaiting(asking.db, job.spec.name)) throw jobProblem('job.waits_already')
  return addJob(asking, job, {})
}

/** Sends a failed run to run again under the same id: what it had done before, if anything, is not done twice. */
export async function runAgain(db: Tx, name: string, id: CommandId): Promise<void> {
  if ((await stateOfRun(db, name, id)) !== 'failed') throw jobProblem('job.not_failed')
  await queueIn(db).retry(name, id)
}
