/** Needs counted by topic, unit or audience, each number opening its people; and what went wrong, with the topics against it. */
import { InsteadOf } from '#features/areas/ui/NotThatDay.tsx'
import type { AreaId } from '#kernel/ids.ts'
import { useFilter, useTo } from '#platform/web/address.ts'
import { useArea } from '#platform/web/area.ts'
import { useDay } from '#platform/web/day.ts'
import { ChoiceField } from '#platform/web/kit/ChoiceField.tsx'
import { Crumbs } from '#platform/web/kit/Crumbs.tsx'
import { Filters } from '#platform/web/kit/Filters.tsx'
import { Listing } from '#platform/web/kit/Listing.tsx'
import { listAs } from '#platform/web/kit/listingProps.ts'
import { Page } from '#platform/web/kit/Page.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { shown } from '#platform/web/kit/shown.ts'
import { Empty, NoPermission } from '#platform/web/kit/states.tsx'
import { say } from '#platform/web/language.ts'
import { showNumber } from '#platform/web/numbers.ts'
import { useRead } from '#platform/web/reads.ts'
import { countColumns, noData } from '../columns.ts'
import { type Counting, countings, type NeedCount, needSources } from '../model.ts'
import { countNeeds, countsFile } from './calls.ts'
import { Errors } from './Errors.tsx'

const title = { vi: 'Tổng hợp nhu cầu đào tạo', en: 'Training needs counted' }

export default function NeedCountsPage() {
  const { areaId } = useArea()
  const to = useTo()
  return (
    <Page
      title={title}
      above={
        <Crumbs
          of={[
            { label: { vi: 'Nhu cầu đào tạo', en: 'Training needs' }, href: to('/nhu-cau-dao-tao') },
            { label: title },
          ]}
        />
      }
    >
      {areaId ? (
        <>
          <Counts areaId={areaId} />
          <Errors areaId={areaId} />
        </>
      ) : (
        <NoPermission right="training.read" />
      )}
    </Page>
  )
}

function Counts({ areaId }: { areaId: AreaId }) {
  const { facts: day } = useDay()
  const [chosen, choose] = useFilter('theo', 'topic')
  const by = chosen as Counting
  const asked = { areaId, day, by }
  const read = useRead(countNeeds, asked)
  const to = useTo()
  const opens = ({ key }: NeedCount) => {
    if (by === 'topic') return to('/nhu-cau-dao-tao', { 'chuyen-de': key ?? 'none' })
    if (by === 'source') return key && key in needSources ? to('/nhu-cau-dao-tao', { nguon: key }) : null
    if (by === 'post') return to('/nhu-cau-dao-tao', { 'chuc-danh': key ?? 'none' })
    // Of the unit itself: what lies below it has rows of its own.
    return key && to('/nhu-cau-dao-tao', { noi: key, 'o-day': 'co' })
  }
  const number = (which: 'needs' | 'people') => (row: NeedCount) => {
    const [n, href] = [row[which], opens(row)]
    if (n === null) return say(noData)
    return href && n > 0 ? <a href={href}>{showNumber(n)}</a> : showNumber(n)
  }
  return (
    <>
      <Filters>
        <ChoiceField<Counting>
          as="select"
          required
          label={{ vi: 'Đếm theo', en: 'Count by' }}
          choices={Object.entries(countings).map(([value, label]) => ({ value: value as Counting, label }))}
          value={by}
          onChange={choose}
        />
      </Filters>
      <InsteadOf areaId={areaId} />
      <Reading of={read} rows={8}>
        {(data) => (
          <Listing<NeedCount>
            name="need-counts"
            caption={title}
            rows={data.rows}
            rowKey={(row) => row.key ?? ''}
            href={opens}
            file={listAs(countsFile, asked)}
            columns={shown(countColumns(by), { needs: number('needs'), people: number('people') })}
            empty={
              <Empty
                title={{ vi: 'Chưa ghi nhận nhu cầu nào.', en: 'No need is known yet.' }}
                why={{ vi: 'Chọn đơn vị hoặc ngày khác.', en: 'Choose another unit or day.' }}
              />
            }
          />
        )}
      </Reading>
    </>
  )
}
