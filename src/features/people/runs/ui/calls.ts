// Printed from ../contract.ts by scripts/generate-calls.ts. Do not edit.
import { call } from '#platform/web/calls.ts'
import type * as contract from '../contract.ts'

export const jobsFile = call<typeof contract.jobsFile>('people.jobsFile', 'GET', '/api/jobs/file', 'document')
export const listJobs = call<typeof contract.listJobs>('people.jobs', 'GET', '/api/jobs')
export const listRuns = call<typeof contract.listRuns>('people.jobRuns', 'GET', '/api/jobs/runs')
export const runJob = call<typeof contract.runJob>('people.runJob', 'POST', '/api/jobs/:job/run')
export const runJobAgain = call<typeof contract.runJobAgain>('people.runJobAgain', 'POST', '/api/jobs/:job/runs/:runId/again')
export const runsFile = call<typeof contract.runsFile>('people.jobRunsFile', 'GET', '/api/jobs/runs/file', 'document')
