/** Work in the background: each job of the installation, and its runs. */
import { Type } from 'typebox'
import { type Buttons, CanSchema } from '#kernel/buttons.ts'
import { endpoint } from '#kernel/endpoint.ts'
import { IdOf } from '#kernel/ids.ts'
import { listFile } from '#kernel/table.ts'
import { type RunState, runStates } from './words.ts'

const SaidSchema = Type.Object({ vi: Type.String(), en: Type.String() })
const Moment = Type.Union([Type.String(), Type.Null()])
const StateSchema = Type.Unsafe<RunState>(Type.Enum(runStates))
const JobName = Type.String({ pattern: '^[a-z_.]{1,60}$' })
const RunId = IdOf<'command'>()

export const Run = Type.Object({
  runId: RunId,
  job: Type.String(),
  says: SaidSchema,
  state: StateSchema,
  /** Null: the schedule. Empty where the name may not be told here. */
  by: Type.Union([Type.String(), Type.Null()]),
  askedAt: Type.String(),
  startedAt: Moment,
  endedAt: Moment,
  /** When it is tried next, where it waits. */
  dueAt: Moment,
  tries: Type.Integer(),
  /** What it did, or why its last try failed. */
  said: Type.Union([SaidSchema, Type.Null()]),
})

export const Job = Type.Object({
  job: Type.String(),
  says: SaidSchema,
  /** Null: only when it is asked for. */
  schedule: Type.Union([SaidSchema, Type.Null()]),
  next: Moment,
  last: Type.Union([Run, Type.Null()]),
  waiting: Type.Integer(),
  failed: Type.Integer(),
})

/** What is offered beside the list of work. */
export const runButtons = { run: { right: 'job.run' } } as const satisfies Buttons

export const listJobs = endpoint({
  name: 'people.jobs',
  method: 'GET',
  path: '/api/jobs',
  right: 'job.read',
  says: { vi: 'Các việc chạy nền', en: 'Work in the background' },
  input: Type.Object({}),
  output: Type.Object({ jobs: Type.Array(Job), can: CanSchema(runButtons) }),
})

const filter = { job: Type.Optional(JobName), state: Type.Optional(StateSchema) }

export const listRuns = endpoint({
  name: 'people.jobRuns',
  method: 'GET',
  path: '/api/jobs/runs',
  right: 'job.read',
  says: { vi: 'Các lần chạy, mới nhất trước', en: 'Runs, newest first' },
  input: Type.Object({ ...filter, page: Type.Optional(Type.Integer({ minimum: 1, maximum: 10_000 })) }),
  output: Type.Object({ runs: Type.Array(Run), total: Type.Integer() }),
})

export const jobsFile = listFile(listJobs, { name: 'people.jobsFile', path: '/api/jobs/file' })
export const runsFile = listFile(listRuns, { name: 'people.jobRunsFile', path: '/api/jobs/runs/file' })

const Asked = Type.Object({ runId: RunId })

export const runJob = endpoint({
  name: 'people.runJob',
  method: 'POST',
  path: '/api/jobs/:job/run',
  right: 'job.run',
  says: { vi: 'Cho chạy ngay một việc có lịch', en: 'Run a scheduled job now' },
  input: Type.Object({ job: JobName }),
  output: Asked,
})

export const runJobAgain = endpoint({
  name: 'people.runJobAgain',
  method: 'POST',
  path: '/api/jobs/:job/runs/:runId/again',
  right: 'job.run',
  says: { vi: 'Cho chạy lại một lần chạy bị hỏng', en: 'Run again what failed' },
  input: Type.Object({ job: JobName, runId: RunId }),
  output: Asked,
})
