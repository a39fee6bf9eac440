/** Each job: when it comes, how it went last, what waits and what failed. */

import { showInstant } from '#kernel/dates.ts'
import { useTo } from '#platform/web/address.ts'
import { useChange } from '#platform/web/changes.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Listing } from '#platform/web/kit/Listing.tsx'
import { type Column, listAs } from '#platform/web/kit/listingProps.ts'
import { Notice } from '#platform/web/kit/Notice.tsx'
import { ProblemNote } from '#platform/web/kit/ProblemNote.tsx'
import { shown } from '#platform/web/kit/shown.ts'
import { Empty } from '#platform/web/kit/states.tsx'
import { say } from '#platform/web/language.ts'
import { showNumber } from '#platform/web/numbers.ts'
import { jobColumns } from '../columns.ts'
import type { JobRow } from './answers.ts'
import { jobsFile, runJob } from './calls.ts'
import { StateMark } from './StateMark.tsx'
import { runsPath } from './useFailedJobs.ts'
import './runs.css'

export function JobList({ jobs, mayRun }: { jobs: readonly JobRow[]; mayRun: boolean }) {
  const running = useChange(runJob)
  const act: Column<JobRow> = {
    key: 'act',
    head: { vi: 'Làm', en: 'Do' },
    act: true,
    cell: (job) =>
      job.schedule && (
        <span class="people-run-act">
          <Button
            pending={running.pending}
            whyNot={job.waiting > 0 ? { vi: 'Đang chờ hoặc đang chạy.', en: 'Waiting or running.' } : null}
            label={say({ vi: 'Chạy ngay: {job}', en: 'Run now: {job}' }, { job: say(job.says) })}
            onClick={() => running.run({ job: job.job })}
          >
            {say({ vi: 'Chạy ngay', en: 'Run now' })}
          </Button>
        </span>
      ),
  }
  return (
    <>
      <ProblemNote of={running.problem} />
      <Listing
        name="jobs"
        caption={{ vi: 'Các việc chạy nền', en: 'Work in the background' }}
        rows={jobs}
        total={jobs.length}
        rowKey={(job) => job.job}
        file={listAs(jobsFile, {})}
        columns={mayRun ? [...columns, act] : columns}
        empty={<Empty title={{ vi: 'Chưa có việc chạy nền nào.', en: 'There is no background work.' }} />}
      />
      {!mayRun && (
        <Notice>
          {say({
            vi: 'Chỉ người quản trị toàn hệ thống cho chạy được các việc này.',
            en: 'Only an administrator of the whole system may run these.',
          })}
        </Notice>
      )}
    </>
  )
}

const columns = shown(jobColumns, {
  last: (job) => <Last job={job} />,
  failed: (job) => <Failed job={job} />,
})

function Last({ job: { last } }: { job: JobRow }) {
  if (!last?.endedAt) return say({ vi: 'chưa chạy lần nào', en: 'not run yet' })
  return (
    <div>
      <StateMark state={last.state} /> <span class="tabular">{showInstant(last.endedAt)}</span>
      {last.said && <span class="quiet people-run-said">{say(last.said)}</span>}
    </div>
  )
}

function Failed({ job }: { job: JobRow }) {
  const to = useTo()
  if (job.failed === 0) return showNumber(0)
  return <a href={to(runsPath, { viec: job.job, 'tinh-trang': 'failed' })}>{showNumber(job.failed)}</a>
}
