/** Steering committees and supervision boards of the unit I look at and below it, on the day I look at. */

import { useState } from 'preact/hooks'
import { InsteadOf } from '#features/areas/ui/NotThatDay.tsx'
import { showDate } from '#kernel/dates.ts'
import type { OutputOf } from '#kernel/endpoint.ts'
import type { AreaId } from '#kernel/ids.ts'
import { useFilter, usePageNumber, useTo } from '#platform/web/address.ts'
import { useArea } from '#platform/web/area.ts'
import { useDay } from '#platform/web/day.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { FilterChoice } from '#platform/web/kit/FilterChoice.tsx'
import { Filters } from '#platform/web/kit/Filters.tsx'
import { LinkButton } from '#platform/web/kit/LinkButton.tsx'
import { Listing } from '#platform/web/kit/Listing.tsx'
import { listAs } from '#platform/web/kit/listingProps.ts'
import { Page } from '#platform/web/kit/Page.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { shown } from '#platform/web/kit/shown.ts'
import { Empty, NoPermission } from '#platform/web/kit/states.tsx'
import { say } from '#platform/web/language.ts'
import { showNumber } from '#platform/web/numbers.ts'
import { useRead } from '#platform/web/reads.ts'
import { bodyColumns } from '../columns.ts'
import type * as contract from '../contract.ts'
import { type BodyKind, bodyKinds, bodyKindWords } from '../model.ts'
import { bodiesNeeded } from '../norm/model.ts'
import { bodiesFile, listBodies } from './calls.ts'
import { NewBodyDialog } from './NewBodyDialog.tsx'
import { bodyPath, goneFilter } from './typed.ts'

type Row = OutputOf<typeof contract.listBodies>['rows'][number]
const title = { vi: 'Ban Chỉ đạo, Ban Giám sát', en: 'Steering and supervision bodies' }

export default function BodiesPage() {
  const { areaId } = useArea()
  return areaId ? (
    <Bodies areaId={areaId} />
  ) : (
    <Page title={title}>
      <NoPermission right="body.read" />
    </Page>
  )
}

function Bodies({ areaId }: { areaId: AreaId }) {
  const { facts: day } = useDay()
  const [page] = usePageNumber()
  const [kind] = useFilter('loai')
  const [all] = useFilter('ca-da-het')
  const [gone] = useFilter(goneFilter)
  const [adding, setAdding] = useState(false)
  const to = useTo()
  const asked = {
    areaId,
    day,
    ...(kind && { kind: kind as BodyKind }),
    ...(all && { all: true }),
    ...(gone && { gone: true }),
  }
  const read = useRead(listBodies, { ...asked, page })
  const state =
    read.data &&
    say(
      {
        vi: '{area}, ngày {day}: {n} Ban.',
        en: read.data.total === 1 ? '{area} on {day}: {n} body.' : '{area} on {day}: {n} bodies.',
      },
      { area: read.data.areaName, day: showDate(day), n: showNumber(read.data.total) },
    )
  return (
    <Page
      title={title}
      state={state}
      action={
        <>
          <LinkButton href={to('/ban/viec')}>{say({ vi: 'Việc Ban giao', en: 'Tasks given' })}</LinkButton>
          <LinkButton href={to('/ban/dinh-muc')}>{say(bodiesNeeded)}</LinkButton>
          <LinkButton href={to('/ban/thanh-vien')}>{say({ vi: 'Thành viên các Ban', en: 'Members' })}</LinkButton>
          {read.data?.can.includes('write') && (
            <LinkButton href={to('/ban/nhap-tep')}>{say({ vi: 'Nhập thành viên', en: 'Import members' })}</LinkButton>
          )}
          {read.data?.can.includes('write') && (
            <Button look="primary" onClick={() => setAdding(true)}>
              {say({ vi: 'Ghi Ban', en: 'Enter a body' })}
            </Button>
          )}
        </>
      }
    >
      <BodyFilters />
      <InsteadOf areaId={areaId} />
      <Reading of={read} rows={8}>
        {(data) => (
          <>
            <Listing<Row>
              name="bodies"
              caption={title}
              rows={data.rows}
              rowKey={(row) => row.bodyId}
              href={(row) => to(bodyPath(row.bodyId))}
              total={data.total}
              file={listAs(bodiesFile, asked)}
              columns={shown(bodyColumns, {})}
              empty={<Nothing filtered={Boolean(kind || gone)} />}
            />
            {adding && <NewBodyDialog areaId={areaId} areaName={data.areaName} onClose={() => setAdding(false)} />}
          </>
        )}
      </Reading>
    </Page>
  )
}

const Nothing = ({ filtered }: { filtered: boolean }) =>
  filtered ? (
    <Empty
      title={{ vi: 'Không có Ban như vậy trong ngày đang xem.', en: 'No such body on this day.' }}
      why={{ vi: 'Bỏ bớt điều kiện lọc, hoặc chọn ngày khác.', en: 'Drop a filter, or choose another day.' }}
    />
  ) : (
    <Empty
      title={{ vi: 'Đơn vị này chưa ghi Ban nào trong ngày đang xem.', en: 'No body is entered here on this day.' }}
      why={{
        vi: 'Ghi Ban Chỉ đạo theo quyết định thành lập, Ban Giám sát theo quyết định của Mặt trận.',
        en: 'Enter steering committees by their decision, supervision boards by that of the Front.',
      }}
    />
  )

const BodyFilters = () => (
  <Filters>
    <FilterChoice
      name="loai"
      label={{ vi: 'Loại', en: 'Kind' }}
      choices={bodyKinds.map((value) => ({ value, label: bodyKindWords[value] }))}
    />
    <FilterChoice
      name="ca-da-het"
      label={{ vi: 'Thời gian', en: 'Time' }}
      all={{ vi: 'Đang hoạt động', en: 'At work' }}
      choices={[{ value: '1', label: { vi: 'Cả Ban đã hết', en: 'Ended ones too' } }]}
    />
    <FilterChoice
      name={goneFilter}
      label={{ vi: 'Thành viên', en: 'Members' }}
      choices={[
        { value: '1', label: { vi: 'Có người đã qua đời, chưa ghi thôi', en: 'One has died, no end recorded' } },
      ]}
    />
  </Filters>
)
