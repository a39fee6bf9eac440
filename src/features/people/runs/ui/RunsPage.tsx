/** What the installation does by itself: each job, its runs, and what failed. */
import { useEffect } from 'preact/hooks'
import { Page, Section } from '#platform/web/kit/Page.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { say } from '#platform/web/language.ts'
import { showNumber } from '#platform/web/numbers.ts'
import { refresh, useRead } from '#platform/web/reads.ts'
import type { JobRow } from './answers.ts'
import { listJobs, listRuns } from './calls.ts'
import { JobList } from './JobList.tsx'
import { RunList } from './RunList.tsx'

const againMs = 3000

export default function RunsPage() {
  const read = useRead(listJobs, {})
  const jobs = read.data?.jobs ?? []
  const mayRun = read.data?.can.includes('run') ?? false
  const waiting = jobs.some((job) => job.waiting > 0)
  useEffect(() => {
    if (!waiting) return
    const timer = setInterval(() => refresh([listJobs, listRuns]), againMs)
    return () => clearInterval(timer)
  }, [waiting])

  return (
    <Page title={{ vi: 'Việc chạy nền', en: 'Background work' }} state={read.data && stateOf(jobs)}>
      <Reading of={read} rows={4}>
        {() => <JobList jobs={jobs} mayRun={mayRun} />}
      </Reading>
      {read.data && (
        <Section title={{ vi: 'Các lần chạy', en: 'Runs' }}>
          <RunList jobs={jobs} mayRun={mayRun} />
        </Section>
      )}
    </Page>
  )
}

function stateOf(jobs: readonly JobRow[]): string {
  const sum = (count: (job: JobRow) => number) => showNumber(jobs.reduce((all, job) => all + count(job), 0))
  const facts = { n: showNumber(jobs.length), waiting: sum((job) => job.waiting), failed: sum((job) => job.failed) }
  return say(
    {
      vi: '{n} việc hệ thống tự làm; {waiting} lần đang chờ hoặc đang chạy; {failed} lần hỏng chưa làm lại được.',
      en: '{n} {n:job|jobs} done by the system itself; {waiting} {waiting:run waits|runs wait} or run; {failed} failed and were not made good.',
    },
    facts,
  )
}
