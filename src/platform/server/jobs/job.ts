/**
 * The door for work in the background. A job is done once: its run's id is the id of its command, so a run that comes
 * again (killed after its commit, given to a second server) is answered and not repeated. It goes between the same
 * beginning and end as every change, and must say what happened.
 *
 * It acts as the installation's own account over the whole nation, through the application's role: row security holds.
 */
import { createHash } from 'node:crypto'
import type { Static, TSchema } from 'typebox'
import type { PlainDate } from '#kernel/dates.ts'
import type { Event } from '#kernel/event.ts'
import type { AccountId, AreaId, CommandId } from '#kernel/ids.ts'
import { problem } from '#kernel/problem.ts'
import type { Said } from '#kernel/text.ts'
import { todayOf } from '../clock.ts'
import { finish } from '../database/change.ts'
import type { Tx } from '../database/open.ts'
import { withSecondLook } from '../doors/again.ts'
import { changing, reading, systemAccount } from '../doors/standing.ts'
import type { Happened } from '../handle.ts'
import { validatorOf } from '../input.ts'
import type { Host, Services } from '../services.ts'
import { jobProblem } from './problems.ts'

export type JobSpec<I extends TSchema = TSchema> = {
  /** Room and what it does: `areas.day_changed`. Unique, also among the calls; never simply changed. */
  readonly name: string
  readonly says: Said
  /** What a run that is done says; places are filled with the facts of what happened. */
  readonly did: Said
  /** Ids, days and counts only: what waits in the queue is not under row security. */
  readonly input: I
  /** Five places (minute hour day month weekday) in Vietnam's time. Missed while the server was off: made up once. */
  readonly schedule?: string
  /** How often it is tried again (8), and seconds until the first time (30), then twice as long up to an hour. */
  readonly retries?: { readonly times: number; readonly afterSeconds: number }
  /** Longest time of one try (30). */
  readonly minutes?: number
}

export type JobOutside<I> = {
  readonly input: I
  readonly today: PlainDate
  readonly services: Services
  readonly nation: AreaId
  /** Aborted where the server stops, or the time of one try is over. */
  readonly signal: AbortSignal
}
export type JobCall<I> = JobOutside<I> & { readonly db: Tx }

type Handler<I> = (call: JobCall<I>) => Promise<Happened<unknown>>
/** As in `handle.ts`: `work` is slow and holds no connection. */
export type JobSteps<I, Looked, Worked> = {
  readonly look?: (call: JobCall<I>) => Promise<Looked>
  readonly work: (outside: JobOutside<I>, looked: Looked) => Promise<Worked>
  readonly act: (call: JobCall<I>, worked: Worked) => Promise<Happened<unknown>>
}

/** What lies in the queue: the input, and who asked for it (null: the schedule). */
export type JobData = { readonly input: unknown; readonly by: AccountId | null }
export type JobRun = {
  readonly id: CommandId
  readonly data: JobData
  readonly nation: AreaId
  readonly signal: AbortSignal
}
/** What is kept with a run that is done. */
export type JobDone = Pick<Event, 'what' | 'facts'>

declare const made: unique symbol
/** A job with all that its door does around it. */
export type Job<I extends TSchema = TSchema> = {
  readonly spec: JobSpec<I>
  readonly run: (host: Host, run: JobRun) => Promise<JobDone>
  readonly [made]: true
}

function outsideOf<I extends TSchema>({ input }: JobSpec<I>, { services }: Host, run: JobRun): JobOutside<Static<I>> {
  if (!validatorOf(input).Check(run.data.input)) throw jobProblem('job.input_unknown')
  const { nation, signal } = run
  return { input: run.data.input as Static<I>, today: todayOf(services.clock), services, nation, signal }
}

const askedBy = (name: string, { id, data }: JobRun) => ({
  id,
  endpoint: name,
  contentHash: createHash('sha256').update(JSON.stringify(data)).digest(),
})

export const job = <I extends TSchema, L = undefined, W = undefined>(
  spec: JobSpec<I>,
  given: Handler<Static<I>> | JobSteps<Static<I>, L, W>,
): Job<I> => {
  type Outside = JobOutside<Static<I>>
  async function prepared(host: Host, outside: Outside, standing: Parameters<typeof reading>[1]) {
    if (typeof given === 'function') return given
    const { look, work, act } = given
    const looked = look ? await reading(host, standing, (db) => look({ ...outside, db })) : undefined
    const worked = await work(outside, looked as L)
    return (call: JobCall<Static<I>>) => act(call, worked)
  }
  const run: Job['run'] = async (host, run) => {
    const outside = outsideOf(spec, host, run)
    const asking = { account: systemAccount, areas: [run.nation], asked: askedBy(spec.name, run) }
    const once = async () => {
      const handler = await prepared(host, outside, asking)
      return changing(host, asking, async (db, before) => {
        if (before.state === 'reused') throw problem('command.reused')
        if (before.answer !== null) return before.answer
        const { event, also } = await handler({ ...outside, db })
        const answer: JobDone = { what: event.what, facts: event.facts ?? {} }
        const facts = { ...event.facts, ...(run.data.by ? { by: run.data.by } : {}) }
        await finish(db, { ...asking, event: { ...event, facts }, also, answer, keep: true })
        return answer
      })
    }
    return (await withSecondLook(host, asking, once)) as JobDone
  }
  return { spec, run } as Job<I>
}
