/** All work in the background, room by room in floor order. */
import { areaJobs } from '#features/areas/jobs.ts'
import { nationId } from '#features/areas/nation/snapshot.ts'
import { peopleJobs } from '#features/people/jobs.ts'
import type { Job } from '#platform/server/jobs/job.ts'
import { type Jobs, startJobs } from '#platform/server/jobs/worker.ts'
import type { Host } from '#platform/server/services.ts'

export const allJobs: readonly Job[] = [...areaJobs, ...peopleJobs]

/** Does them for as long as the server stands. `url`: of the application. */
export const startAllJobs = (host: Host, url: string): Promise<Jobs> =>
  startJobs(host, { url, jobs: allJobs, nation: nationId })
