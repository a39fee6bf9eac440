/** The standards by the days they hold. */
import { showDate } from '#kernel/dates.ts'
import { useTo } from '#platform/web/address.ts'
import { useDay } from '#platform/web/day.ts'
import { Badge } from '#platform/web/kit/Badge.tsx'
import { Listing } from '#platform/web/kit/Listing.tsx'
import { listAs } from '#platform/web/kit/listingProps.ts'
import { Page } from '#platform/web/kit/Page.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { shown } from '#platform/web/kit/shown.ts'
import { Empty } from '#platform/web/kit/states.tsx'
import { say } from '#platform/web/language.ts'
import { useRead } from '#platform/web/reads.ts'
import { account } from '#platform/web/session.ts'
import { newestFirst, standardColumns, standing, standingOf } from '../columns.ts'
import { listStandards, standardsFile } from './calls.ts'

export default function StandardsPage() {
  const { facts: day } = useDay()
  const to = useTo()
  const read = useRead(listStandards, { day })
  // Whoever is not signed in reads the page; files are for the staff.
  const file = account.value ? listAs(standardsFile, { day }) : null
  return (
    <Page
      title={{ vi: 'Chuẩn nghèo', en: 'Poverty standards' }}
      state={say(
        {
          vi: 'Chuẩn nào áp dụng do ngày kết quả có hiệu lực quyết định; dưới đây xét ngày {day}.',
          en: 'The day from which the classes hold decides the standard; below as of {day}.',
        },
        { day: showDate(day) },
      )}
    >
      <Reading of={read} rows={3}>
        {({ standards }) => (
          <Listing
            name="standards"
            caption={{ vi: 'Chuẩn nghèo', en: 'Poverty standards' }}
            rows={newestFirst(standards)}
            rowKey={(row) => row.id}
            href={(row) => to(`/chuan/${row.id}`)}
            empty={<Empty title={{ vi: 'Chưa có chuẩn nào được nạp.', en: 'No standard is loaded.' }} />}
            file={file}
            columns={shown(standardColumns(day), {
              holds: (row) => {
                const state = standingOf(row, day)
                return <Badge look={state === 'now' ? 'done' : 'plain'}>{standing[state]}</Badge>
              },
            })}
          />
        )}
      </Reading>
    </Page>
  )
}
