/** Runs as the contract shows them: with the words of their job and the name of who asked. */
import type { Static } from 'typebox'
import type { AccountId } from '#kernel/ids.ts'
import type { Db } from '#platform/server/database/open.ts'
import type { Job } from '#platform/server/jobs/job.ts'
import { jobProblem } from '#platform/server/jobs/problems.ts'
import type { Run } from '#platform/server/jobs/seen.ts'
import { accountNames } from '../queries.ts'
import type * as contract from './contract.ts'
import { runSaid } from './rules.ts'

export type ShownRun = Static<typeof contract.Run>

const cutOff = jobProblem('job.interrupted').said

export async function shownRuns(db: Db, jobs: readonly Job[], runs: readonly Run[]): Promise<ShownRun[]> {
  const specs = new Map(jobs.map(({ spec }) => [spec.name, spec]))
  const askers = [...new Set(runs.flatMap(({ by }) => (by ? [by] : [])))]
  const names = new Map<AccountId, string>((await accountNames(db, askers)).map((a) => [a.id, a.full_name]))
  return runs.flatMap(({ id, name, output, by, ...run }) => {
    const spec = specs.get(name)
    if (!spec) return []
    const said = runSaid({ state: run.state, output }, spec.did, cutOff)
    return [{ ...run, runId: id, job: name, says: spec.says, by: by && (names.get(by) ?? ''), said }]
  })
}
