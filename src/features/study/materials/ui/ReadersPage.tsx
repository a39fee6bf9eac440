/** The people of a unit, and what each did with a material. */
import type { AreaId, MaterialId } from '#kernel/ids.ts'
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
import { useRead } from '#platform/web/reads.ts'
import { readerColumns } from '../columns.ts'
import { type Reader, type ReadingState, readingStates } from '../model.ts'
import { listReaders, readersFile } from './calls.ts'

const title = { vi: 'Người đọc tài liệu', en: 'Readers of a material' }

export default function ReadersPage({ params: { materialId } }: { params: { materialId: string } }) {
  const { areaId } = useArea()
  return areaId ? (
    <Readers areaId={areaId} materialId={materialId as MaterialId} />
  ) : (
    <Page title={title}>
      <NoPermission right="library.manage" />
    </Page>
  )
}

function Readers({ areaId, materialId }: { areaId: AreaId; materialId: MaterialId }) {
  const [state] = useFilter('muc')
  const [q] = useFilter('q')
  const [page] = usePageNumber()
  const to = useTo()
  const asked = { areaId, materialId, ...(state && { state: state as ReadingState }), ...(q && { q }) }
  const read = useRead(listReaders, { ...asked, page })
  return (
    <Page
      title={title}
      state={
        read.data &&
        say(
          {
            vi: '“{title}”. Người có tài khoản đang làm việc ở {unit} và các đơn vị bên dưới.',
            en: '“{title}”. Those with an account who work in {unit} and below.',
          },
          { title: read.data.title, unit: read.data.areaName },
        )
      }
      above={
        <Crumbs
          of={[
            { label: { vi: 'Ai đã đọc gì', en: 'Who read what' }, href: to('/thu-vien/da-doc') },
            { label: { vi: 'Tài liệu', en: 'Material' }, href: to(`/thu-vien/${materialId}`) },
            { label: title },
          ]}
        />
      }
    >
      <Filters>
        <SearchWords label={{ vi: 'Tìm theo tên', en: 'Find by name' }} />
        <FilterChoice name="muc" label={{ vi: 'Đến đâu', en: 'How far' }} choices={choicesOf(readingStates)} />
      </Filters>
      <Reading of={read} rows={8}>
        {(data) => (
          <Listing<Reader>
            name="material-readers"
            caption={title}
            rows={data.rows}
            total={data.total}
            rowKey={(row) => row.accountId}
            file={listAs(readersFile, asked)}
            columns={shown(readerColumns)}
            empty={<Empty title={{ vi: 'Không có ai như vậy.', en: 'Nobody like that.' }} />}
          />
        )}
      </Reading>
    </Page>
  )
}
