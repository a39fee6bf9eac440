/** The library of a unit with what the units above and below it keep. */
import { useState } from 'preact/hooks'
import type { OpenTopic } from '#features/training/needs/model.ts'
import type { AreaId, FrameworkTopicId } from '#kernel/ids.ts'
import { useFilter, usePageNumber, useTo } from '#platform/web/address.ts'
import { useArea } from '#platform/web/area.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { choicesOf, FilterChoice } from '#platform/web/kit/FilterChoice.tsx'
import { Filters } from '#platform/web/kit/Filters.tsx'
import { LinkButton } from '#platform/web/kit/LinkButton.tsx'
import { Listing } from '#platform/web/kit/Listing.tsx'
import { listAs } from '#platform/web/kit/listingProps.ts'
import { Page } from '#platform/web/kit/Page.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { SearchWords } from '#platform/web/kit/SearchWords.tsx'
import { shown } from '#platform/web/kit/shown.ts'
import { Empty, NoPermission } from '#platform/web/kit/states.tsx'
import { say } from '#platform/web/language.ts'
import { useRead } from '#platform/web/reads.ts'
import { materialColumns } from '../columns.ts'
import {
  type Keeper,
  keepers,
  type Material,
  type MaterialKind,
  type MaterialState,
  materialKinds,
  materialStates,
  type ReadingState,
  readingStates,
} from '../model.ts'
import { AddMaterialDialog } from './AddMaterialDialog.tsx'
import { listMaterials, materialsFile } from './calls.ts'

const title = { vi: 'Thư viện học tập', en: 'Library' }

export default function LibraryPage() {
  const { areaId } = useArea()
  return areaId ? (
    <Materials areaId={areaId} />
  ) : (
    <Page title={title}>
      <NoPermission right="library.read" />
    </Page>
  )
}

function Materials({ areaId }: { areaId: AreaId }) {
  const [topic] = useFilter('chuyen-de')
  const [kind] = useFilter('loai')
  const [keeper] = useFilter('cua')
  const [mine] = useFilter('toi')
  const [state] = useFilter('tinh-trang')
  const [q] = useFilter('q')
  const [page] = usePageNumber()
  const [adding, setAdding] = useState(false)
  const to = useTo()
  const asked = {
    areaId,
    ...(topic && { topicId: topic as FrameworkTopicId }),
    ...(kind && { kind: kind as MaterialKind }),
    ...(keeper && { keeper: keeper as Keeper }),
    ...(mine && { mine: mine as ReadingState }),
    ...(state && { state: state as MaterialState }),
    ...(q && { q }),
  }
  const read = useRead(listMaterials, { ...asked, page })
  const filtered = Boolean(topic || kind || keeper || mine || state || q)
  return (
    <Page
      title={title}
      action={
        read.data?.mayWrite && (
          <>
            <Button look="primary" onClick={() => setAdding(true)}>
              {say({ vi: 'Thêm tài liệu', en: 'Add a material' })}
            </Button>
            <LinkButton href={to('/thu-vien/da-doc')}>{say({ vi: 'Ai đã đọc gì', en: 'Who read what' })}</LinkButton>
          </>
        )
      }
    >
      <MaterialFilters topics={read.data?.topics ?? []} />
      <Reading of={read} rows={8}>
        {(data) => (
          <>
            <Listing<Material>
              name="materials"
              caption={title}
              rows={data.rows}
              total={data.total}
              rowKey={(row) => row.materialId}
              href={(row) => to(`/thu-vien/${row.materialId}`)}
              file={listAs(materialsFile, asked)}
              columns={shown(materialColumns)}
              empty={
                filtered ? (
                  <Empty title={{ vi: 'Không có tài liệu nào như vậy.', en: 'No such material.' }} />
                ) : (
                  <Empty
                    title={{ vi: 'Thư viện chưa có tài liệu nào.', en: 'Nothing in the library yet.' }}
                    why={{
                      vi: 'Ở đây có tài liệu của đơn vị và của các cấp trên, theo chuyên đề của khung đào tạo.',
                      en: 'Here stands what the unit and the units above it keep, by topics of the framework.',
                    }}
                  />
                )
              }
            />
            {adding && (
              <AddMaterialDialog
                of={{ areaId, name: data.areaName }}
                topics={data.topics}
                onClose={() => setAdding(false)}
              />
            )}
          </>
        )}
      </Reading>
    </Page>
  )
}

const MaterialFilters = ({ topics }: { topics: readonly OpenTopic[] }) => (
  <Filters>
    <SearchWords label={{ vi: 'Tìm theo tên, tóm tắt, căn cứ', en: 'Find by title, summary or source' }} />
    <TopicFilter topics={topics} />
    <FilterChoice name="loai" label={{ vi: 'Loại', en: 'Kind' }} choices={choicesOf(materialKinds)} />
    <FilterChoice name="cua" label={{ vi: 'Của ai', en: 'Whose' }} choices={choicesOf(keepers)} />
    <FilterChoice name="toi" label={{ vi: 'Tôi', en: 'I' }} choices={choicesOf(readingStates)} />
    <FilterChoice
      name="tinh-trang"
      label={{ vi: 'Tình trạng', en: 'State' }}
      all={materialStates.used}
      choices={[{ value: 'out', label: materialStates.out }]}
    />
  </Filters>
)

export const TopicFilter = ({ topics }: { topics: readonly OpenTopic[] }) => (
  <FilterChoice
    name="chuyen-de"
    label={{ vi: 'Chuyên đề', en: 'Topic' }}
    choices={topics.map(({ topicId: value, code, title: said }) => ({ value, label: `${code}. ${said}` }))}
  />
)
