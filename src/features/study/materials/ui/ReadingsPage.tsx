/** Who read what: of each material how many of the people of a unit opened it, say they have read it, answered its question. */
import type { AreaId, FrameworkTopicId } from '#kernel/ids.ts'
import { useFilter, usePageNumber, useTo } from '#platform/web/address.ts'
import { useArea } from '#platform/web/area.ts'
import { Crumbs } from '#platform/web/kit/Crumbs.tsx'
import { choicesOf, FilterChoice } from '#platform/web/kit/FilterChoice.tsx'
import { Filters } from '#platform/web/kit/Filters.tsx'
import { Listing } from '#platform/web/kit/Listing.tsx'
import { listAs } from '#platform/web/kit/listingProps.ts'
import { Page } from '#platform/web/kit/Page.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { SearchWords } from '#platform/web/kit/SearchWords.tsx'
import { shown } from '#platform/web/kit/shown.ts'
import { Empty, NoPermission } from '#platform/web/kit/states.tsx'
import { say } from '#platform/web/language.ts'
import { showNumber } from '#platform/web/numbers.ts'
import { useRead } from '#platform/web/reads.ts'
import { noQuestion, readingColumns } from '../columns.ts'
import { type Keeper, keepers, type MaterialKind, materialKinds, type Readings } from '../model.ts'
import { listReadings, readingsFile } from './calls.ts'
import { TopicFilter } from './LibraryPage.tsx'

const title = { vi: 'Ai đã đọc gì', en: 'Who read what' }

export default function ReadingsPage() {
  const { areaId } = useArea()
  return areaId ? (
    <All areaId={areaId} />
  ) : (
    <Page title={title}>
      <NoPermission right="library.manage" />
    </Page>
  )
}

function All({ areaId }: { areaId: AreaId }) {
  const [topic] = useFilter('chuyen-de')
  const [kind] = useFilter('loai')
  const [keeper] = useFilter('cua')
  const [q] = useFilter('q')
  const [page] = usePageNumber()
  const to = useTo()
  const asked = {
    areaId,
    ...(topic && { topicId: topic as FrameworkTopicId }),
    ...(kind && { kind: kind as MaterialKind }),
    ...(keeper && { keeper: keeper as Keeper }),
    ...(q && { q }),
  }
  const read = useRead(listReadings, { ...asked, page })
  const names = (row: Readings, count: number, state?: string) => (
    <a href={to(`/thu-vien/${row.materialId}/nguoi-doc`, { muc: state })}>{showNumber(count)}</a>
  )
  return (
    <Page
      title={title}
      state={read.data?.areaName}
      above={
        <Crumbs of={[{ label: { vi: 'Thư viện học tập', en: 'Library' }, href: to('/thu-vien') }, { label: title }]} />
      }
    >
      <Filters>
        <SearchWords label={{ vi: 'Tìm theo tên, tóm tắt, căn cứ', en: 'Find by title, summary or source' }} />
        <TopicFilter topics={read.data?.topics ?? []} />
        <FilterChoice name="loai" label={{ vi: 'Loại', en: 'Kind' }} choices={choicesOf(materialKinds)} />
        <FilterChoice name="cua" label={{ vi: 'Của ai', en: 'Whose' }} choices={choicesOf(keepers)} />
      </Filters>
      <Reading of={read} rows={8}>
        {(data) => (
          <Listing<Readings>
            name="material-readings"
            caption={title}
            rows={data.rows}
            total={data.total}
            rowKey={(row) => row.materialId}
            href={(row) => to(`/thu-vien/${row.materialId}`)}
            file={listAs(readingsFile, asked)}
            columns={shown(readingColumns, {
              people: (row) => names(row, row.people),
              opened: (row) => names(row, row.opened, 'opened'),
              read: (row) => names(row, row.read, 'read'),
              done: (row) => (row.asks || row.done > 0 ? names(row, row.done, 'done') : say(noQuestion)),
            })}
            empty={<Empty title={{ vi: 'Không có tài liệu nào như vậy.', en: 'No such material.' }} />}
          />
        )}
      </Reading>
    </Page>
  )
}
