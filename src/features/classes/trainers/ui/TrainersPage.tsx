/** Who teaches what: the trainers of a unit, and of those above it. */
import { useState } from 'preact/hooks'
import type { OpenTopic } from '#features/training/needs/model.ts'
import type { OutputOf } from '#kernel/endpoint.ts'
import type { AreaId, FrameworkTopicId } from '#kernel/ids.ts'
import { useFilter, usePageNumber, useTo } from '#platform/web/address.ts'
import { useArea } from '#platform/web/area.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { choicesOf, FilterChoice } from '#platform/web/kit/FilterChoice.tsx'
import { Filters } from '#platform/web/kit/Filters.tsx'
import { Listing } from '#platform/web/kit/Listing.tsx'
import { type ListFile, listAs } from '#platform/web/kit/listingProps.ts'
import { Page } from '#platform/web/kit/Page.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { SearchWords } from '#platform/web/kit/SearchWords.tsx'
import { shown } from '#platform/web/kit/shown.ts'
import { Empty, NoPermission } from '#platform/web/kit/states.tsx'
import { say } from '#platform/web/language.ts'
import { useRead } from '#platform/web/reads.ts'
import { holds } from '#platform/web/session.ts'
import { trainerColumns } from '../columns.ts'
import type * as contract from '../contract.ts'
import { type Trainer, type TrainerState, trainerStates } from '../model.ts'
import { ChangeTrainerDialog } from './ChangeTrainerDialog.tsx'
import { listTrainers, trainersFile } from './calls.ts'
import { EndTrainerDialog } from './EndTrainerDialog.tsx'
import { EnterTrainerDialog } from './EnterTrainerDialog.tsx'

const title = { vi: 'Giảng viên', en: 'Trainers' }
type TrainersAnswer = OutputOf<typeof contract.listTrainers>

export default function TrainersPage() {
  const { areaId } = useArea()
  return areaId ? (
    <Trainers areaId={areaId} />
  ) : (
    <Page title={title}>
      <NoPermission right="training.read" />
    </Page>
  )
}

function Trainers({ areaId }: { areaId: AreaId }) {
  const [state] = useFilter('tinh-trang')
  const [topic] = useFilter('chuyen-de')
  const [above] = useFilter('cap-tren')
  const [q] = useFilter('q')
  const [page] = usePageNumber()
  const [entering, setEntering] = useState(false)
  const to = useTo()
  const asked = {
    areaId,
    ...(state && { state: state as TrainerState }),
    ...(topic && { topicId: topic as FrameworkTopicId }),
    ...(above && { above: true }),
    ...(q && { q }),
  }
  const read = useRead(listTrainers, { ...asked, page })
  return (
    <Page
      title={title}
      action={
        read.data?.mayWrite && (
          <Button look="primary" onClick={() => setEntering(true)}>
            {say({ vi: 'Ghi giảng viên', en: 'Enter a trainer' })}
          </Button>
        )
      }
      above={<a href={to('/hoi-truong')}>{say({ vi: 'Hội trường, phòng học', en: 'Halls and rooms' })}</a>}
    >
      <TrainerFilters topics={read.data?.topics ?? []} />
      <Reading of={read} rows={8}>
        {(data) => (
          <>
            <TrainerList of={data} file={listAs(trainersFile, asked)} filtered={Boolean(state || topic || q)} />
            {entering && (
              <EnterTrainerDialog
                of={{ areaId, name: data.areaName }}
                topics={data.topics}
                onClose={() => setEntering(false)}
              />
            )}
          </>
        )}
      </Reading>
    </Page>
  )
}

const TrainerFilters = ({ topics }: { topics: readonly OpenTopic[] }) => (
  <Filters>
    <SearchWords label={{ vi: 'Tìm theo tên, nơi công tác', en: 'Find by name or place of work' }} />
    <FilterChoice
      name="chuyen-de"
      label={{ vi: 'Giảng chuyên đề', en: 'Teaching the topic' }}
      choices={topics.map(({ topicId: value, code, title: said }) => ({ value, label: `${code}. ${said}` }))}
    />
    <FilterChoice
      name="cap-tren"
      label={{ vi: 'Phạm vi', en: 'Of' }}
      choices={[{ value: 'co', label: { vi: 'Cả giảng viên của cấp trên', en: 'Those of the units above too' } }]}
      all={{ vi: 'Đơn vị này và bên dưới', en: 'This unit and below' }}
    />
    <FilterChoice name="tinh-trang" label={{ vi: 'Tình trạng', en: 'State' }} choices={choicesOf(trainerStates)} />
  </Filters>
)

type ListProps = { readonly of: TrainersAnswer; readonly file: ListFile; readonly filtered: boolean }

function TrainerList({ of, file, filtered }: ListProps) {
  const [changing, setChanging] = useState<Trainer | null>(null)
  const [ending, setEnding] = useState<Trainer | null>(null)
  const to = useTo()
  const acts = {
    key: 'act',
    head: { vi: 'Việc', en: 'Act' },
    act: true as const,
    cell: (row: Trainer) => (
      <>
        {row.can.includes('change') && (
          <Button look="quiet" onClick={() => setChanging(row)}>
            {say({ vi: 'Sửa', en: 'Change' })}
          </Button>
        )}
        {row.can.includes('end') && (
          <Button look="quiet" onClick={() => setEnding(row)}>
            {say(row.until ? { vi: 'Sửa ngày thôi', en: 'Put the end right' } : { vi: 'Thôi giảng', en: 'End' })}
          </Button>
        )}
      </>
    ),
  }
  return (
    <>
      <Listing<Trainer>
        name="trainers"
        caption={title}
        rows={of.rows}
        total={of.total}
        rowKey={(row) => row.trainerId}
        href={(row) => (row.officialId && holds('roster.read') ? to(`/can-bo/${row.officialId}`) : null)}
        file={file}
        columns={[...shown(trainerColumns), ...(of.rows.some(({ can }) => can.length > 0) ? [acts] : [])]}
        empty={
          filtered ? (
            <Empty title={{ vi: 'Không có giảng viên nào như vậy.', en: 'No such trainer.' }} />
          ) : (
            <Empty
              title={{ vi: 'Chưa ghi giảng viên nào.', en: 'No trainer yet.' }}
              why={{
                vi: 'Giảng viên là cán bộ trong sổ hoặc người ở nơi khác được mời; mỗi người giảng được những chuyên đề nào.',
                en: 'Trainers are officials of the roster or people invited from elsewhere, with the topics that each teaches.',
              }}
            />
          )
        }
      />
      {changing && <ChangeTrainerDialog of={changing} topics={of.topics} onClose={() => setChanging(null)} />}
      {ending && <EndTrainerDialog of={ending} onClose={() => setEnding(null)} />}
    </>
  )
}
