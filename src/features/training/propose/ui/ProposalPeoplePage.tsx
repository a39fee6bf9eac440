/** Everybody of a proposal by name: in which class, or in none and why, or seated already. */

import type { AreaId, FrameworkTopicId } from '#kernel/ids.ts'
import { useFilter, usePageNumber, useTo } from '#platform/web/address.ts'
import { useArea } from '#platform/web/area.ts'
import { Crumbs } from '#platform/web/kit/Crumbs.tsx'
import { choicesOf, FilterChoice } from '#platform/web/kit/FilterChoice.tsx'
import { Filters } from '#platform/web/kit/Filters.tsx'
import { FilterText } from '#platform/web/kit/FilterText.tsx'
import { Listing } from '#platform/web/kit/Listing.tsx'
import { listAs } from '#platform/web/kit/listingProps.ts'
import { Page } from '#platform/web/kit/Page.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { shown } from '#platform/web/kit/shown.ts'
import { Empty, NoPermission } from '#platform/web/kit/states.tsx'
import { say } from '#platform/web/language.ts'
import { showNumber } from '#platform/web/numbers.ts'
import { useRead } from '#platform/web/reads.ts'
import { topicChoices } from '../../needs/ui/need.ts'
import { pathOf } from '../../plan/ui/plan.ts'
import { seatColumns } from '../columns.ts'
import { type SeatOf, type SeatState, seatStates } from '../model.ts'
import { listSeats, seatsFile } from './calls.ts'
import { useAsked } from './proposal.ts'

const title = { vi: 'Người học trong đề xuất', en: 'People of the proposal' }

export default function ProposalPeoplePage() {
  const { areaId } = useArea()
  return areaId ? (
    <People areaId={areaId} />
  ) : (
    <Page title={title}>
      <NoPermission right="training.read" />
    </Page>
  )
}

function People({ areaId }: { areaId: AreaId }) {
  const ask = useAsked(areaId)
  const [page] = usePageNumber()
  const [state] = useFilter('tinh-trang')
  const [topic] = useFilter('mot-chuyen-de')
  const [number] = useFilter('lop')
  const asked = {
    ...ask.asked,
    ...(state && { state: state as SeatState }),
    ...(topic && { topic: topic as FrameworkTopicId }),
    ...(number && { class: Number(number) }),
  }
  const read = useRead(listSeats, { ...asked, page })
  const columns = seatColumns(ask.asked.year)
  const to = useTo()
  return (
    <Page
      title={title}
      above={
        <Crumbs
          of={[
            { label: { vi: 'Nhu cầu đào tạo', en: 'Training needs' }, href: to('/nhu-cau-dao-tao') },
            {
              label: { vi: 'Đề xuất mở lớp', en: 'Proposed classes' },
              href: to('/nhu-cau-dao-tao/de-xuat', ask.query),
            },
            { label: title },
          ]}
        />
      }
      state={
        read.data &&
        say(
          { vi: '{area}, năm {year}: {n} lượt.', en: '{area}, {year}: {n} {n:row|rows}.' },
          { area: read.data.areaName, year: ask.asked.year, n: showNumber(read.data.total) },
        )
      }
    >
      <Filters>
        <FilterChoice name="tinh-trang" label={{ vi: 'Tình trạng', en: 'State' }} choices={choicesOf(seatStates)} />
        <FilterChoice
          name="mot-chuyen-de"
          label={{ vi: 'Chuyên đề', en: 'Topic' }}
          choices={topicChoices(read.data?.topics ?? [])}
        />
        <FilterText
          name="lop"
          label={{ vi: 'Lớp số', en: 'Class number' }}
          maxLength={4}
          faultOf={(text) =>
            /^([1-9]\d*)?$/.test(text) ? null : { vi: 'Ghi số của lớp.', en: 'The number of a class.' }
          }
        />
      </Filters>
      <Reading of={read} rows={12}>
        {(data) => (
          <Listing<SeatOf>
            name="proposed-people"
            caption={title}
            rows={data.rows}
            rowKey={(row) => `${row.officialId} ${row.topicId}`}
            href={(row) => to(`/can-bo/${row.officialId}`)}
            total={data.total}
            file={listAs(seatsFile, asked)}
            columns={shown(columns, {
              because: (row) => {
                const said = shown(columns)
                  .find(({ key }) => key === 'because')
                  ?.cell(row)
                return row.plan?.read ? <a href={to(pathOf(row.plan.read.trainingPlanId))}>{said}</a> : said
              },
            })}
            empty={
              <Empty
                title={{ vi: 'Không có ai như vậy.', en: 'Nobody like that.' }}
                why={{ vi: 'Bỏ bớt điều kiện lọc, hoặc chọn năm khác.', en: 'Drop a filter, or choose another year.' }}
              />
            }
          />
        )}
      </Reading>
    </Page>
  )
}
