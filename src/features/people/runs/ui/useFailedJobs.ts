/** One line on the home page of who looks after the installation: what failed and was not made good. */
import { useTo } from '#platform/web/address.ts'
import { useRead } from '#platform/web/reads.ts'
import { holds } from '#platform/web/session.ts'
import type { Worklist } from '#platform/web/work.ts'
import { listJobs } from './calls.ts'

export const runsPath = '/viec-chay-nen'

export function useFailedJobs(): Worklist {
  const mine = holds('job.run')
  const read = useRead(listJobs, mine ? {} : null)
  const to = useTo()
  const failed = (read.data?.jobs ?? []).filter((job) => job.failed > 0)
  const count = failed.reduce((sum, job) => sum + job.failed, 0)
  const [first] = failed
  return {
    work: first
      ? [
          {
            key: 'jobs failed',
            group: 'settings',
            label: { vi: 'Việc chạy nền bị hỏng', en: 'Background work that failed' },
            count,
            href: to(runsPath, { 'tinh-trang': 'failed' }),
            note: first.says,
            state: 'waits',
          },
        ]
      : [],
    loading: mine && read.loading && read.data === null,
    problem: read.problem?.status === 403 ? null : read.problem,
  }
}
