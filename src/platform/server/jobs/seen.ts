/** What the queue's own tables say to a reader. The one place that knows their columns. */
import { type RawBuilder, sql } from 'kysely'
import { PgBoss } from 'pg-boss'
import type { Instant } from '#kernel/dates.ts'
import type { AccountId, CommandId } from '#kernel/ids.ts'
import type { Db } from '../database/open.ts'
import type { Job } from './job.ts'

export const vietnam = 'Asia/Ho_Chi_Minh'

/** `failed`: given up, and the same work has not been done since; `made_good`: it has. */
export type RunState = 'waiting' | 'running' | 'retrying' | 'done' | 'failed' | 'made_good'

/** One run. Instants are of the database's clock. */
export type Run = {
  readonly id: CommandId
  readonly name: string
  readonly state: RunState
  readonly by: AccountId | null
  readonly askedAt: Instant
  readonly startedAt: Instant | null
  readonly endedAt: Instant | null
  /** When it is tried next, where it waits. */
  readonly dueAt: Instant | null
  readonly tries: number
  /** `JobDone`, a refusal's code with its sentences, or what the queue wrote of a try that was cut off. */
  readonly output: unknown
}

const run = sql`(
  select j.id, j.name, j.data ->> 'by' as by, j.created_on as "askedAt", j.started_on as "startedAt",
         j.completed_on as "endedAt", j.output,
         case when j.state in ('created', 'retry') then j.start_after end as "dueAt",
         -- Claimed once more for each try that was given up; the last one counts where it has begun.
         case when j.started_on is null then 0 else j.retry_count + 1 end as tries,
         case j.state::text when 'created' then 'waiting' when 'retry' then 'retrying' when 'active' then 'running'
              when 'completed' then 'done'
              else case when exists (select from pgboss.job later
                                      where later.name = j.name and later.state = 'completed'
                                        and later.created_on > j.created_on
                                        and later.data -> 'input' = j.data -> 'input')
                   then 'made_good' else 'failed' end end as state
    from pgboss.job j)`

export type RunFilter = { readonly names: readonly string[]; readonly state?: RunState | undefined }

const narrowed = ({ names, state }: RunFilter): RawBuilder<unknown> =>
  sql`from ${run} r where r.name = any (${names}) ${state ? sql`and r.state = ${state}` : sql``}`

export const runsPerPage = 50

/** Newest first. */
export const runsOf = async (db: Db, filter: RunFilter, { limit, offset }: { limit: number; offset: number }) =>
  (
    await sql<Run>`select r.* ${narrowed(filter)} order by r."askedAt" desc, r.id limit ${limit} offset ${offset}`.execute(
      db,
    )
  ).rows

export async function countRuns(db: Db, filter: RunFilter): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n ${narrowed(filter)}`.execute(db)
  return rows[0]?.n ?? 0
}

export type Tally = { readonly name: string; readonly waiting: number; readonly failed: number }

/** How many runs of each job wait (or run), and how many failed and were not made good. */
export const tallies = async (db: Db, names: readonly string[]): Promise<Tally[]> =>
  (
    await sql<Tally>`
      select r.name, count(*) filter (where r.state in ('waiting', 'running', 'retrying')) as waiting,
             count(*) filter (where r.state = 'failed') as failed
        ${narrowed({ names })} group by r.name`.execute(db)
  ).rows

/** The run of each job that ended last. */
export const lastRuns = async (db: Db, names: readonly string[]): Promise<Run[]> =>
  (
    await sql<Run>`select distinct on (r.name) r.* ${narrowed({ names })} and r."endedAt" is not null
                    order by r.name, r."endedAt" desc`.execute(db)
  ).rows

export async function isWaiting(db: Db, name: string): Promise<boolean> {
  const { rows } = await sql`select 1 from pgboss.job where name = ${name} and state < 'completed' limit 1`.execute(db)
  return rows.length > 0
}

/** The queue's own word for the state of a run, which is held still; null where there is none. */
export async function stateOfRun(db: Db, name: string, id: CommandId): Promise<string | null> {
  const { rows } = await sql<{ state: string }>`
    select state::text from pgboss.job where name = ${name} and id = ${id} for update`.execute(db)
  return rows[0]?.state ?? null
}

const calendar = new PgBoss({ db: { executeSql: async () => ({ rows: [] }) }, migrate: false })

/** When a scheduled job comes next after an instant; null for one that is only asked for. */
export function nextRun({ spec }: Job, afterMs: number): Instant | null {
  if (!spec.schedule) return null
  const [next] = calendar.previewSchedule(spec.schedule, { tz: vietnam, from: new Date(afterMs), count: 1 })
  return next ? (next.toISOString() as Instant) : null
}
