/** What each unit handed out of each material; a sum opens what it adds up. */
import type { AreaId } from '#kernel/ids.ts'
import { useFilter, useTo } from '#platform/web/address.ts'
import { useArea } from '#platform/web/area.ts'
import { Crumbs } from '#platform/web/kit/Crumbs.tsx'
import { Listing } from '#platform/web/kit/Listing.tsx'
import { listAs } from '#platform/web/kit/listingProps.ts'
import { Page } from '#platform/web/kit/Page.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { shown } from '#platform/web/kit/shown.ts'
import { Empty, NoPermission } from '#platform/web/kit/states.tsx'
import { showNumber } from '#platform/web/numbers.ts'
import { useRead } from '#platform/web/reads.ts'
import { handoutSumColumns } from '../columns.ts'
import type { HandoutSum } from '../model.ts'
import { handoutSumsFile, sumHandouts } from './calls.ts'

const title = { vi: 'Bản giấy đã phát theo đơn vị', en: 'Hand-outs by unit' }

export default function HandoutSumsPage() {
  const { areaId } = useArea()
  return areaId ? (
    <Sums areaId={areaId} />
  ) : (
    <Page title={title}>
      <NoPermission right="library.manage" />
    </Page>
  )
}

function Sums({ areaId }: { areaId: AreaId }) {
  const [year] = useFilter('nam')
  const to = useTo()
  const asked = { areaId, ...(/^\d{4}$/.test(year) && { year: Number(year) }) }
  const read = useRead(sumHandouts, asked)
  const opens = (row: HandoutSum) =>
    to('/ban-giay', { noi: row.areaId, 'tai-lieu': row.materialId, rieng: '1', 'tinh-trang': 'stands', nam: year })
  const sum = (data: readonly HandoutSum[]) => showNumber(data.reduce((all, row) => all + row.copies, 0))
  return (
    <Page
      title={title}
      state={read.data?.areaName}
      above={
        <Crumbs of={[{ label: { vi: 'Phát bản giấy', en: 'Hand-outs' }, href: to('/ban-giay') }, { label: title }]} />
      }
    >
      <Reading of={read} rows={5}>
        {(data) => (
          <Listing<HandoutSum>
            name="handout-sums"
            caption={title}
            rows={data.rows}
            rowKey={(row) => `${row.areaId} ${row.materialId}`}
            href={opens}
            file={listAs(handoutSumsFile, asked)}
            columns={shown(handoutSumColumns, {
              copies: (row) => <a href={opens(row)}>{showNumber(row.copies)}</a>,
            })}
            sums={{ copies: sum(data.rows) }}
            empty={<Empty title={{ vi: 'Chưa phát bản giấy nào.', en: 'Nothing was handed out.' }} />}
          />
        )}
      </Reading>
    </Page>
  )
}
