/** What the calls answer, by name. */
import type { OutputOf } from '#kernel/endpoint.ts'
import type * as contract from '../contract.ts'

export type JobRow = OutputOf<typeof contract.listJobs>['jobs'][number]
export type RunRow = OutputOf<typeof contract.listRuns>['runs'][number]
