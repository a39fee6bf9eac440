/** Where classes can be taught: halls and rooms with their seats. */
import { useState } from 'preact/hooks'
import type { OutputOf } from '#kernel/endpoint.ts'
import type { AreaId } from '#kernel/ids.ts'
import { useFilter, usePageNumber, useTo } from '#platform/web/address.ts'
import { useArea } from '#platform/web/area.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Crumbs } from '#platform/web/kit/Crumbs.tsx'
import { choicesOf, FilterChoice } from '#platform/web/kit/FilterChoice.tsx'
import { Filters } from '#platform/web/kit/Filters.tsx'
import { FilterText } from '#platform/web/kit/FilterText.tsx'
import { Listing } from '#platform/web/kit/Listing.tsx'
import { type ListFile, listAs } from '#platform/web/kit/listingProps.ts'
import { Page } from '#platform/web/kit/Page.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { SearchWords } from '#platform/web/kit/SearchWords.tsx'
import { shown } from '#platform/web/kit/shown.ts'
import { Empty, NoPermission } from '#platform/web/kit/states.tsx'
import { say } from '#platform/web/language.ts'
import { useRead } from '#platform/web/reads.ts'
import { hallColumns } from '../columns.ts'
import type * as contract from '../contract.ts'
import { type Hall, type HallState, hallStates } from '../model.ts'
import { ChangeHallDialog } from './ChangeHallDialog.tsx'
import { CloseHallDialog } from './CloseHallDialog.tsx'
import { hallsFile, listHalls } from './calls.ts'
import { EnterHallDialog } from './EnterHallDialog.tsx'

const title = { vi: 'Hội trường, phòng học', en: 'Halls and rooms' }
type HallsAnswer = OutputOf<typeof contract.listHalls>

export default function HallsPage() {
  const { areaId } = useArea()
  return areaId ? (
    <Halls areaId={areaId} />
  ) : (
    <Page title={title}>
      <NoPermission right="training.read" />
    </Page>
  )
}

/** A number of seats that is one; what else is typed is not asked for. */
const seatsOf = (text: string): number | null =>
  /^[1-9]\d{0,3}$/.test(text) && Number(text) <= 2000 ? Number(text) : null
const seatsFault = (text: string) =>
  text && seatsOf(text) === null ? { vi: 'Gõ một số từ 1 đến 2000.', en: 'Type a number from 1 to 2000.' } : null

function Halls({ areaId }: { areaId: AreaId }) {
  const [state] = useFilter('tinh-trang')
  const [typedSeats] = useFilter('cho')
  const [q] = useFilter('q')
  const [page] = usePageNumber()
  const [entering, setEntering] = useState(false)
  const to = useTo()
  const seats = seatsOf(typedSeats)
  const asked = { areaId, ...(state && { state: state as HallState }), ...(seats && { seats }), ...(q && { q }) }
  const read = useRead(listHalls, { ...asked, page })
  return (
    <Page
      title={title}
      above={
        <Crumbs of={[{ label: { vi: 'Giảng viên', en: 'Trainers' }, href: to('/giang-vien') }, { label: title }]} />
      }
      action={
        read.data?.mayWrite && (
          <Button look="primary" onClick={() => setEntering(true)}>
            {say({ vi: 'Ghi hội trường', en: 'Enter a hall' })}
          </Button>
        )
      }
    >
      <Filters>
        <SearchWords label={{ vi: 'Tìm theo tên, nơi', en: 'Find by name or place' }} />
        <FilterText
          name="cho"
          label={{ vi: 'Ít nhất bao nhiêu chỗ', en: 'Seats at least' }}
          maxLength={4}
          faultOf={seatsFault}
        />
        <FilterChoice name="tinh-trang" label={{ vi: 'Tình trạng', en: 'State' }} choices={choicesOf(hallStates)} />
      </Filters>
      <Reading of={read} rows={8}>
        {(data) => <HallList of={data} file={listAs(hallsFile, asked)} filtered={Boolean(state || seats || q)} />}
      </Reading>
      {entering && read.data && (
        <EnterHallDialog of={{ areaId, name: read.data.areaName }} onClose={() => setEntering(false)} />
      )}
    </Page>
  )
}

type ListProps = { readonly of: HallsAnswer; readonly file: ListFile; readonly filtered: boolean }

function HallList({ of, file, filtered }: ListProps) {
  const [changing, setChanging] = useState<Hall | null>(null)
  const [closing, setClosing] = useState<Hall | null>(null)
  const acts = {
    key: 'act',
    head: { vi: 'Việc', en: 'Act' },
    act: true as const,
    cell: (row: Hall) => (
      <>
        {row.can.includes('change') && (
          <Button look="quiet" onClick={() => setChanging(row)}>
            {say({ vi: 'Sửa', en: 'Change' })}
          </Button>
        )}
        {row.can.includes('close') && (
          <Button look="quiet" onClick={() => setClosing(row)}>
            {say(row.until ? { vi: 'Sửa ngày thôi', en: 'Put the end right' } : { vi: 'Thôi dùng', en: 'Give up' })}
          </Button>
        )}
      </>
    ),
  }
  return (
    <>
      <Listing<Hall>
        name="class-halls"
        caption={title}
        rows={of.rows}
        total={of.total}
        rowKey={(row) => row.classHallId}
        file={file}
        columns={[...shown(hallColumns), ...(of.rows.some(({ can }) => can.length > 0) ? [acts] : [])]}
        empty={
          filtered ? (
            <Empty title={{ vi: 'Không có hội trường nào như vậy.', en: 'No such hall.' }} />
          ) : (
            <Empty
              title={{ vi: 'Chưa ghi hội trường, phòng học nào.', en: 'No hall or room yet.' }}
              why={{
                vi: 'Lớp được xếp vào hội trường theo số chỗ ngồi; hai lớp không vào một phòng cùng lúc.',
                en: 'Classes are put into halls by their seats; no two classes are in one at a time.',
              }}
            />
          )
        }
      />
      {changing && <ChangeHallDialog of={changing} onClose={() => setChanging(null)} />}
      {closing && <CloseHallDialog of={closing} onClose={() => setClosing(null)} />}
    </>
  )
}
