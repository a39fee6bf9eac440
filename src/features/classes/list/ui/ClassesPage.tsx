/** The classes of a unit and of all below it: what is planned, what runs, what was. */
import { useState } from 'preact/hooks'
import { findDay } from '#kernel/cells.ts'
import type { OutputOf } from '#kernel/endpoint.ts'
import type { AreaId, FrameworkTopicId, PlanLineId } from '#kernel/ids.ts'
import { useFilter, usePageNumber, useTo } from '#platform/web/address.ts'
import { useArea } from '#platform/web/area.ts'
import { Badge } from '#platform/web/kit/Badge.tsx'
import { Button } from '#platform/web/kit/Button.tsx'
import { choicesOf, FilterChoice } from '#platform/web/kit/FilterChoice.tsx'
import { Filters } from '#platform/web/kit/Filters.tsx'
import { FilterText } from '#platform/web/kit/FilterText.tsx'
import { LinkButton } from '#platform/web/kit/LinkButton.tsx'
import { Listing } from '#platform/web/kit/Listing.tsx'
import { type ListFile, listAs } from '#platform/web/kit/listingProps.ts'
import { Page } from '#platform/web/kit/Page.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { SearchWords } from '#platform/web/kit/SearchWords.tsx'
import { shown } from '#platform/web/kit/shown.ts'
import { Empty, NoPermission } from '#platform/web/kit/states.tsx'
import { say } from '#platform/web/language.ts'
import { useRead } from '#platform/web/reads.ts'
import { classColumns } from '../columns.ts'
import type * as contract from '../contract.ts'
import { type ClassKind, type ClassState, classKinds, classStates, type TrainingClass } from '../model.ts'
import { classesFile, listClasses } from './calls.ts'
import { classPath, dayFault, stateLooks } from './class.ts'
import { PlanClassDialog } from './PlanClassDialog.tsx'

const title = { vi: 'Lớp học', en: 'Classes' }
type ClassesAnswer = OutputOf<typeof contract.listClasses>

export default function ClassesPage() {
  const { areaId } = useArea()
  return areaId ? (
    <Classes areaId={areaId} />
  ) : (
    <Page title={title}>
      <NoPermission right="training.read" />
    </Page>
  )
}

/** What of the address narrows the list, as it is asked. */
function useAsked(areaId: AreaId) {
  const [state] = useFilter('tinh-trang')
  const [kind] = useFilter('loai')
  const [year] = useFilter('nam')
  const [topic] = useFilter('chuyen-de')
  const [line] = useFilter('dong')
  const [first] = useFilter('tu')
  const [last] = useFilter('den')
  const [q] = useFilter('q')
  const [from, until] = [findDay(first), findDay(last)]
  const filters = {
    ...(state && { state: state as ClassState }),
    ...(kind && { kind: kind as ClassKind }),
    ...(/^20\d\d$/.test(year) && { year: Number(year) }),
    ...(topic && { topicId: topic as FrameworkTopicId }),
    ...(line && { planLineId: line as PlanLineId }),
    ...(from && { from }),
    ...(until && { until }),
    ...(q && { q }),
  }
  return { asked: { areaId, ...filters }, filtered: Object.keys(filters).length > 0 }
}

function Classes({ areaId }: { areaId: AreaId }) {
  const [page] = usePageNumber()
  const { asked, filtered } = useAsked(areaId)
  const [planning, setPlanning] = useState(false)
  const to = useTo()
  const read = useRead(listClasses, { ...asked, page })
  const years = read.data?.years ?? []
  return (
    <Page
      title={title}
      action={
        <>
          {read.data?.mayWrite && (
            <Button look="primary" onClick={() => setPlanning(true)}>
              {say({ vi: 'Lập lớp', en: 'Plan a class' })}
            </Button>
          )}
          <LinkButton href={to('/hoi-truong')}>{say({ vi: 'Hội trường', en: 'Halls' })}</LinkButton>
          <LinkButton href={to('/giang-vien')}>{say({ vi: 'Giảng viên', en: 'Trainers' })}</LinkButton>
        </>
      }
    >
      <Filters>
        <SearchWords label={{ vi: 'Tìm theo tên, số hiệu', en: 'Find by title or number' }} />
        <FilterChoice
          name="nam"
          label={{ vi: 'Năm', en: 'Year' }}
          choices={years.map((year) => ({ value: String(year), label: String(year) }))}
        />
        <FilterChoice name="tinh-trang" label={{ vi: 'Tình trạng', en: 'State' }} choices={choicesOf(classStates)} />
        <FilterChoice name="loai" label={{ vi: 'Loại lớp', en: 'Kind' }} choices={choicesOf(classKinds)} />
        <FilterChoice
          name="chuyen-de"
          label={{ vi: 'Chuyên đề', en: 'Topic' }}
          choices={(read.data?.topics ?? []).map(({ topicId, code, title: name }) => ({
            value: topicId,
            label: `${code}. ${name}`,
          }))}
        />
        <FilterText name="tu" label={{ vi: 'Có buổi từ ngày', en: 'Session from' }} maxLength={10} faultOf={dayFault} />
        <FilterText name="den" label={{ vi: 'Đến ngày', en: 'Until' }} maxLength={10} faultOf={dayFault} />
      </Filters>
      <Reading of={read} rows={8}>
        {(data) => <ClassList of={data} file={listAs(classesFile, asked)} filtered={filtered} />}
      </Reading>
      {planning && read.data && (
        <PlanClassDialog of={{ areaId, name: read.data.areaName }} onClose={() => setPlanning(false)} />
      )}
    </Page>
  )
}

type ListProps = { readonly of: ClassesAnswer; readonly file: ListFile; readonly filtered: boolean }

function ClassList({ of, file, filtered }: ListProps) {
  const to = useTo()
  return (
    <Listing<TrainingClass>
      name="training-classes"
      caption={title}
      rows={of.rows}
      total={of.total}
      rowKey={(row) => row.trainingClassId}
      href={(row) => to(classPath(row.trainingClassId))}
      file={file}
      columns={shown(classColumns, {
        state: (row) => <Badge look={stateLooks[row.state]}>{classStates[row.state]}</Badge>,
      })}
      empty={
        filtered ? (
          <Empty title={{ vi: 'Không có lớp nào như vậy.', en: 'No such class.' }} />
        ) : (
          <Empty
            title={{ vi: 'Chưa lập lớp nào.', en: 'No class yet.' }}
            why={{
              vi: 'Lớp lập theo dòng kế hoạch đã phê duyệt thì có sẵn tên, chuyên đề và số chỗ.',
              en: 'A class made of a line of an approved plan has its title, topic and seats at once.',
            }}
          />
        )
      }
    />
  )
}
