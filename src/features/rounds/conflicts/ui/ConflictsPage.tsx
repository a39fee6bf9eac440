/** Households of a round in which somebody lives who would survey, check or decide them. */
import type { RoundId } from '#kernel/ids.ts'
import { useTo } from '#platform/web/address.ts'
import { Crumbs } from '#platform/web/kit/Crumbs.tsx'
import { Listing } from '#platform/web/kit/Listing.tsx'
import { listAs } from '#platform/web/kit/listingProps.ts'
import { Page } from '#platform/web/kit/Page.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { shown } from '#platform/web/kit/shown.ts'
import { Empty } from '#platform/web/kit/states.tsx'
import { say } from '#platform/web/language.ts'
import { showNumber } from '#platform/web/numbers.ts'
import { useRead } from '#platform/web/reads.ts'
import { conflictColumns } from '../columns.ts'
import type { Conflict } from '../model.ts'
import { conflictsFile, listConflicts } from './calls.ts'

const title = { vi: 'Người làm rà soát là thành viên của hộ', en: 'Who works on the round and lives in its households' }

export default function ConflictsPage({ params: { roundId } }: { params: { roundId: RoundId } }) {
  const read = useRead(listConflicts, { roundId })
  const to = useTo()
  return (
    <Page
      title={title}
      above={
        <Crumbs
          of={[{ label: { vi: 'Kỳ rà soát', en: 'Review' }, href: to(`/ra-soat/${roundId}`) }, { label: title }]}
        />
      }
      state={
        read.data &&
        say(
          {
            vi: '{place}: {n} việc nên giao cho người khác.',
            en: '{place}: {n} pieces of work for somebody else.',
          },
          { place: read.data.place, n: showNumber(read.data.total) },
        )
      }
    >
      <Reading of={read} rows={6}>
        {(data) => (
          <Listing<Conflict>
            name="conflicts"
            caption={title}
            rows={data.rows}
            rowKey={(row) => `${row.householdId} ${row.officialId} ${row.deed}`}
            href={(row) => to(`/ho/${row.householdId}`)}
            file={listAs(conflictsFile, { roundId })}
            columns={shown(conflictColumns, {})}
            empty={
              <Empty
                title={{ vi: 'Không thấy trường hợp nào.', en: 'Nobody is known to.' }}
                why={{
                  vi: 'Chỉ biết được của cán bộ có số CCCD trong sổ và có tài khoản; đối chiếu mỗi đêm.',
                  en: 'It is known only of officials whose citizen id is recorded and who have an account; compared every night.',
                }}
              />
            }
          />
        )}
      </Reading>
    </Page>
  )
}
