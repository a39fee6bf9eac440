/** What the villages have told of the list of a round: what waits first. */

import { roundPath, roundsPath } from '#features/rounds/ui/addresses.ts'
import type { AreaId, RoundId } from '#kernel/ids.ts'
import { useFilter, usePageNumber, useTo } from '#platform/web/address.ts'
import { Badge } from '#platform/web/kit/Badge.tsx'
import { Crumbs } from '#platform/web/kit/Crumbs.tsx'
import { choicesOf, FilterChoice } from '#platform/web/kit/FilterChoice.tsx'
import { Filters } from '#platform/web/kit/Filters.tsx'
import { Listing } from '#platform/web/kit/Listing.tsx'
import { listAs } from '#platform/web/kit/listingProps.ts'
import { Page } from '#platform/web/kit/Page.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { SearchWords } from '#platform/web/kit/SearchWords.tsx'
import { shown } from '#platform/web/kit/shown.ts'
import { Empty } from '#platform/web/kit/states.tsx'
import { say } from '#platform/web/language.ts'
import { showNumber } from '#platform/web/numbers.ts'
import { useRead } from '#platform/web/reads.ts'
import { noticeColumns } from '../columns.ts'
import type { OfficeNotice } from '../model.ts'
import { type NoticeKind, type NoticeState, noticeKinds, noticeStates } from '../words.ts'
import { listNotices, noticesFile } from './calls.ts'
import { stateLooks } from './looks.ts'
import { noticePath } from './paths.ts'

const title = { vi: 'Tin báo từ thôn', en: 'Notices from the villages' }

export default function NoticesPage({ params: { roundId } }: { params: { roundId: RoundId } }) {
  const [kind] = useFilter('loai')
  const [villageId] = useFilter('thon')
  const [state] = useFilter('tinh-trang')
  const [q] = useFilter('q')
  const [page] = usePageNumber()
  const to = useTo()
  const asked = {
    roundId,
    ...(kind && { kind: kind as NoticeKind }),
    ...(villageId && { villageId: villageId as AreaId }),
    ...(state && { state: state as NoticeState }),
    ...(q && { q }),
  }
  const read = useRead(listNotices, { ...asked, page })
  const filtered = Boolean(kind || villageId || state || q)
  return (
    <Page
      title={title}
      above={
        <Crumbs
          of={[
            { label: { vi: 'Rà soát', en: 'Reviews' }, href: to(roundsPath) },
            { label: read.data?.roundName ?? { vi: 'Kỳ rà soát', en: 'Round' }, href: to(roundPath(roundId)) },
            { label: title },
          ]}
        />
      }
      state={
        read.data &&
        say(
          {
            vi: '{place}: {open} tin chờ xử lý; {n} hộ chưa khảo sát có tin báo.',
            en: '{place}: {open} {open:notice|notices} waiting; {n} {n:household|households} told of and not surveyed.',
          },
          {
            ...{ place: read.data.place, open: showNumber(read.data.open) },
            n: showNumber(read.data.unsurveyed),
          },
        )
      }
    >
      <Filters>
        <SearchWords label={{ vi: 'Tìm chủ hộ, chỗ ở, điện thoại', en: 'Head, place or phone' }} />
        <FilterChoice name="loai" label={{ vi: 'Tin báo', en: 'Notice' }} choices={choicesOf(noticeKinds)} />
        <FilterChoice
          name="thon"
          label={{ vi: 'Thôn', en: 'Village' }}
          choices={(read.data?.villages ?? []).map((one) => ({ value: one.villageId, label: one.name }))}
        />
        <FilterChoice name="tinh-trang" label={{ vi: 'Tình trạng', en: 'State' }} choices={choicesOf(noticeStates)} />
      </Filters>
      <Reading of={read} rows={10}>
        {(data) => (
          <Listing<OfficeNotice>
            name="notices"
            caption={title}
            rows={data.rows}
            rowKey={(row) => row.surveyNoticeId}
            href={(row) => to(noticePath(row))}
            total={data.total}
            file={listAs(noticesFile, asked)}
            columns={shown(noticeColumns, {
              state: (row) => <Badge look={stateLooks[row.state]}>{noticeStates[row.state]}</Badge>,
            })}
            empty={filtered ? <NoneFound /> : <None />}
          />
        )}
      </Reading>
    </Page>
  )
}

const NoneFound = () => (
  <Empty
    title={{ vi: 'Không có tin báo nào theo bộ lọc này.', en: 'No notice by this filter.' }}
    why={{ vi: 'Bỏ bớt điều kiện lọc để thấy thêm.', en: 'Loosen the filter to see more.' }}
  />
)
const None = () => (
  <Empty
    title={{ vi: 'Chưa có tin báo nào.', en: 'No notice yet.' }}
    why={{
      vi: 'Rà soát viên báo từ điện thoại: hộ chưa có trong danh sách, hộ chuyển đi, từ chối, không gặp, trùng.',
      en: 'Enumerators tell from their phones: not on the list, moved, refusing, nobody met, on it twice.',
    }}
  />
)
