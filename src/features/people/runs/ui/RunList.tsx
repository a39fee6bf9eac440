/** The runs, newest first, narrowed by job and state. */
import { useFilter, usePageNumber } from '#platform/web/address.ts'
import { Listing } from '#platform/web/kit/Listing.tsx'
import { listAs } from '#platform/web/kit/listingProps.ts'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { Empty } from '#platform/web/kit/states.tsx'
import { useRead } from '#platform/web/reads.ts'
import { runStates } from '../words.ts'
import type { JobRow } from './answers.ts'
import { listRuns, runsFile } from './calls.ts'
import { RunFilters } from './RunFilters.tsx'
import { shownRuns } from './runColumns.tsx'
import './runs.css'

export function RunList({ jobs, mayRun }: { jobs: readonly JobRow[]; mayRun: boolean }) {
  const [page] = usePageNumber()
  const [job] = useFilter('viec')
  const [asked] = useFilter('tinh-trang')
  const state = runStates.find((one) => one === asked)
  const filter = { ...(job && { job }), ...(state && { state }) }
  const read = useRead(listRuns, { ...filter, page })
  return (
    <Reading of={read} rows={8}>
      {({ runs, total }) => (
        <Listing
          name="runs"
          caption={{ vi: 'Các lần chạy', en: 'Runs' }}
          rows={runs}
          total={total}
          rowKey={(run) => run.runId}
          columns={shownRuns(mayRun)}
          file={listAs(runsFile, filter)}
          filters={<RunFilters jobs={jobs} />}
          empty={job || state ? noSuchRun : noRun}
        />
      )}
    </Reading>
  )
}

const noSuchRun = (
  <Empty
    title={{ vi: 'Không có lần chạy nào như vậy.', en: 'There is no such run.' }}
    why={{ vi: 'Chọn "Tất cả" ở trên để xem mọi lần chạy.', en: 'Choose "All" above to see every run.' }}
  />
)

const noRun = (
  <Empty
    title={{ vi: 'Chưa có lần chạy nào.', en: 'Nothing has run yet.' }}
    why={{
      vi: 'Việc có lịch tự chạy khi đến giờ; mỗi lần chạy được giữ ở đây 90 ngày.',
      en: 'Scheduled work runs at its time; each run is kept here for 90 days.',
    }}
  />
)
