/** The installation's work in the background. Who may see it sees all of it; who runs it holds the whole nation. */

import { mustBeAble, overOf } from '#features/areas/must.ts'
import { buttonsFor } from '#kernel/buttons.ts'
import { instantOf } from '#platform/server/clock.ts'
import { type Call, change, happened, type Route, read } from '#platform/server/handle.ts'
import { addJobNow, runAgain } from '#platform/server/jobs/add.ts'
import type { Job } from '#platform/server/jobs/job.ts'
import { jobProblem } from '#platform/server/jobs/problems.ts'
import { countRuns, lastRuns, nextRun, runsOf, runsPerPage, tallies } from '#platform/server/jobs/seen.ts'
import { fileOf } from '#platform/server/lists/file.ts'
import { peopleEvent } from '../events.ts'
import { getNationId } from '../queries.ts'
import { jobColumns, runColumns } from './columns.ts'
import * as contract from './contract.ts'
import { scheduleSaid } from './rules.ts'
import { shownRuns } from './views.ts'
import { type RunState, stateWords } from './words.ts'

type Filter = { readonly job?: string; readonly state?: RunState }
/** What is no job of this version any more is not shown. */
const filterOf = (jobs: readonly Job[], { job, state }: Filter) => ({
  names: jobs.map((one) => one.spec.name).filter((name) => job === undefined || name === job),
  state,
})

function jobNamed(jobs: readonly Job[], name: string): Job {
  const found = jobs.find((one) => one.spec.name === name)
  if (!found) throw jobProblem('job.not_found')
  return found
}

const jobsNow =
  (jobs: readonly Job[]) =>
  async ({ db, actor, services }: Call<typeof contract.listJobs>) => {
    const { names } = filterOf(jobs, {})
    const counts = new Map((await tallies(db, names)).map((one) => [one.name, one]))
    const last = new Map((await shownRuns(db, jobs, await lastRuns(db, names))).map((one) => [one.job, one]))
    const over = await overOf(db, await getNationId(db))
    return {
      jobs: jobs.map((one) => ({
        job: one.spec.name,
        says: one.spec.says,
        schedule: one.spec.schedule ? scheduleSaid(one.spec.schedule) : null,
        next: nextRun(one, Date.parse(instantOf(services.clock))),
        last: last.get(one.spec.name) ?? null,
        waiting: counts.get(one.spec.name)?.waiting ?? 0,
        failed: counts.get(one.spec.name)?.failed ?? 0,
      })),
      can: buttonsFor(contract.runButtons, { actor, over }),
    }
  }

const listJobs = (jobs: readonly Job[]) => read(contract.listJobs, jobsNow(jobs))

const jobsFile = (jobs: readonly Job[]) =>
  fileOf(
    contract.jobsFile,
    async (call) => ({
      rows: (await jobsNow(jobs)(call)).jobs,
      columns: jobColumns,
      title: { vi: 'Các việc chạy nền', en: 'Work in the background' },
    }),
    { whole: true },
  )

const listRuns = (jobs: readonly Job[]) =>
  read(contract.listRuns, async ({ db, input }) => {
    const filter = filterOf(jobs, input)
    const offset = ((input.page ?? 1) - 1) * runsPerPage
    const runs = await runsOf(db, filter, { limit: runsPerPage, offset })
    return { runs: await shownRuns(db, jobs, runs), total: await countRuns(db, filter) }
  })

const runsFile = (jobs: readonly Job[]) =>
  fileOf(contract.runsFile, async ({ db, input }, window) => {
    const said = jobs.find((one) => one.spec.name === input.job)?.spec.says
    return {
      rows: await shownRuns(db, jobs, await runsOf(db, filterOf(jobs, input), window)),
      columns: runColumns,
      title: { vi: 'Các lần chạy của việc chạy nền', en: 'Runs of background work' },
      filters: [...(said ? [said] : []), ...(input.state ? [stateWords[input.state]] : [])],
    }
  })

const runJob = (jobs: readonly Job[]) =>
  change(contract.runJob, async (call) => {
    const nation = await getNationId(call.db)
    await mustBeAble(call, 'job.run', nation)
    const runId = await addJobNow(call, jobNamed(jobs, call.input.job))
    return happened(peopleEvent('job.asked', { subject: runId, area: nation, facts: { job: call.input.job } }), {
      runId,
    })
  })

const runJobAgain = (jobs: readonly Job[]) =>
  change(contract.runJobAgain, async (call) => {
    const { job, runId } = call.input
    const nation = await getNationId(call.db)
    await mustBeAble(call, 'job.run', nation)
    await runAgain(call.db, jobNamed(jobs, job).spec.name, runId)
    return happened(peopleEvent('job.sent_again', { subject: runId, area: nation, facts: { job } }), { runId })
  })

export const runRoutes = (jobs: readonly Job[]): Route[] =>
  [listJobs, jobsFile, listRuns, runsFile, runJob, runJobAgain].map((made) => made(jobs))
