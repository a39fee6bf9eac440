/** The standards by the days they hold. */
import { addDays, compareDays, showDate } from '#kernel/dates.ts'
import { useTo } from '#platform/web/address.ts'
import { useDay } from '#platform/web/day.ts'
import { Badge } from '#platform/web/kit/Badge.tsx'
import { Listing } from '#platform/web/kit/Listing.tsx'
import { Page } from '#platform/web/kit/Page.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { Empty } from '#platform/web/kit/states.tsx'
import { say } from '#platform/web/language.ts'
import { useRead } from '#platform/web/reads.ts'
import { listStandards } from './calls.ts'

export default function StandardsPage() {
  const { facts: day } = useDay()
  const to = useTo()
  const read = useRead(listStandards, { day })
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
            rows={[...standards].sort((a, b) => compareDays(b.from, a.from))}
            rowKey={(row) => row.id}
            href={(row) => to(`/chuan/${row.id}`)}
            empty={<Empty title={{ vi: 'Chưa có chuẩn nào được nạp.', en: 'No standard is loaded.' }} />}
            columns={[
              { key: 'name', head: { vi: 'Chuẩn', en: 'Standard' }, cell: (row) => say(row.name) },
              {
                key: 'holds',
                head: { vi: 'Trong ngày này', en: 'On this day' },
                cell: (row) =>
                  row.holds ? (
                    <Badge look="done">{{ vi: 'đang áp dụng', en: 'in force' }}</Badge>
                  ) : (
                    <Badge>{row.from > day ? { vi: 'chưa đến', en: 'not yet' } : { vi: 'đã hết', en: 'ended' }}</Badge>
                  ),
              },
              { key: 'from', head: { vi: 'Từ ngày', en: 'From' }, cell: (row) => showDate(row.from) },
              {
                key: 'last',
                head: { vi: 'Đến hết ngày', en: 'Last day' },
                cell: (row) => showDate(addDays(row.until, -1)),
              },
              { key: 'count', head: { vi: 'Chỉ số', en: 'Indicators' }, number: true, cell: (row) => row.indicators },
              {
                key: 'open',
                head: { vi: 'Chưa có ngưỡng', en: 'Without threshold' },
                number: true,
                cell: (row) => row.withoutThreshold,
              },
            ]}
          />
        )}
      </Reading>
    </Page>
  )
}
