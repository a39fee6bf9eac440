/** Where classes may be held, and how far it is from the communes to there. */

import { useState } from 'preact/hooks'
import type { OutputOf } from '#kernel/endpoint.ts'
import type { AreaId } from '#kernel/ids.ts'
import { useFilter, usePageNumber, useTo } from '#platform/web/address.ts'
import { useArea } from '#platform/web/area.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Crumbs } from '#platform/web/kit/Crumbs.tsx'
import { choicesOf, FilterChoice } from '#platform/web/kit/FilterChoice.tsx'
import { Filters } from '#platform/web/kit/Filters.tsx'
import { LinkButton } from '#platform/web/kit/LinkButton.tsx'
import { Listing } from '#platform/web/kit/Listing.tsx'
import { listAs } from '#platform/web/kit/listingProps.ts'
import { Notice } from '#platform/web/kit/Notice.tsx'
import { Page, Section } from '#platform/web/kit/Page.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { SearchWords } from '#platform/web/kit/SearchWords.tsx'
import { shown } from '#platform/web/kit/shown.ts'
import { Empty, NoPermission } from '#platform/web/kit/states.tsx'
import { say } from '#platform/web/language.ts'
import { showNumber } from '#platform/web/numbers.ts'
import { useRead } from '#platform/web/reads.ts'
import { type NormState, normStates } from '../../money/model.ts'
import { placeColumns, wayColumns } from '../columns.ts'
import type * as contract from '../contract.ts'
import type { Place, Way } from '../model.ts'
import { ChangeWayDialog } from './ChangeWayDialog.tsx'
import { ClosePlaceDialog } from './ClosePlaceDialog.tsx'
import { listPlaces, listWays, placesFile, waysFile } from './calls.ts'
import { DropWayDialog } from './DropWayDialog.tsx'
import { EnterWayDialog } from './EnterWayDialog.tsx'
import { OpenPlaceDialog } from './OpenPlaceDialog.tsx'

const title = { vi: 'Nơi mở lớp, đường đi', en: 'Places and ways' }

export default function WaysPage() {
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
      {areaId ? <Places areaId={areaId} /> : <NoPermission right="training.read" />}
    </Page>
  )
}

type PlacesAnswer = OutputOf<typeof contract.listPlaces>

function Places({ areaId }: { areaId: AreaId }) {
  const [state] = useFilter('tinh-trang')
  const asked = { areaId, ...(state && { state: state as NormState }) }
  const read = useRead(listPlaces, asked)
  const all = useRead(listPlaces, { areaId, state: 'in_force' })
  return (
    <>
      <Section
        title={{ vi: 'Nơi mở lớp', en: 'Places of classes' }}
        action={read.data?.mayWrite && <OpenPlace under={areaId} />}
      >
        <Filters>
          <FilterChoice name="tinh-trang" label={{ vi: 'Tình trạng', en: 'State' }} choices={choicesOf(normStates)} />
        </Filters>
        <Reading of={read} rows={4}>
          {(data) => <PlaceList of={data} file={listAs(placesFile, asked)} />}
        </Reading>
      </Section>
      <Ways areaId={areaId} places={all.data?.rows ?? []} mayWrite={all.data?.mayWrite ?? false} />
    </>
  )
}

function OpenPlace({ under }: { under: AreaId }) {
  const [opening, setOpening] = useState(false)
  return (
    <>
      <Button onClick={() => setOpening(true)}>{say({ vi: 'Ghi nơi mở lớp', en: 'Enter a place' })}</Button>
      {opening && <OpenPlaceDialog under={under} onClose={() => setOpening(false)} />}
    </>
  )
}

function PlaceList({ of, file }: { of: PlacesAnswer; file: ReturnType<typeof listAs> }) {
  const [closing, setClosing] = useState<Place | null>(null)
  const acts = {
    key: 'act',
    head: { vi: 'Việc', en: 'Act' },
    act: true as const,
    cell: (row: Place) =>
      row.can.includes('close') && (
        <Button look="quiet" onClick={() => setClosing(row)}>
          {say(row.until ? { vi: 'Sửa ngày thôi', en: 'Put the end right' } : { vi: 'Thôi mở lớp', en: 'Close' })}
        </Button>
      ),
  }
  return (
    <>
      <Listing<Place>
        name="class-places"
        caption={{ vi: 'Nơi mở lớp', en: 'Places of classes' }}
        rows={of.rows}
        rowKey={(row) => row.classPlaceId}
        file={file}
        columns={[...shown(placeColumns), ...(of.mayWrite ? [acts] : [])]}
        empty={
          <Empty
            title={{ vi: 'Chưa ghi nơi mở lớp nào.', en: 'No place of classes yet.' }}
            why={{
              vi: 'Đề xuất mở lớp cần biết lớp mở được ở những đơn vị nào.',
              en: 'A proposal needs to know which units may hold classes.',
            }}
          />
        }
      />
      {closing && <ClosePlaceDialog of={closing} onClose={() => setClosing(null)} />}
    </>
  )
}

type WaysProps = { readonly areaId: AreaId; readonly places: readonly Place[]; readonly mayWrite: boolean }

function Ways({ areaId, places, mayWrite }: WaysProps) {
  const [page] = usePageNumber()
  const [placeId] = useFilter('diem')
  const [q] = useFilter('q')
  const [entering, setEntering] = useState(false)
  const to = useTo()
  const asked = { areaId, ...(placeId && { placeId: placeId as AreaId }), ...(q && { q }) }
  const read = useRead(listWays, { ...asked, page })
  return (
    <Section
      title={{ vi: 'Đường đến nơi mở lớp', en: 'Ways to places of classes' }}
      action={
        mayWrite && (
          <>
            <Button onClick={() => setEntering(true)}>{say({ vi: 'Ghi đường', en: 'Enter a way' })}</Button>
            <LinkButton href={to('/nhu-cau-dao-tao/duong-di/nhap')}>
              {say({ vi: 'Nhập từ bảng tính', en: 'From a spreadsheet' })}
            </LinkButton>
          </>
        )
      }
    >
      <Filters>
        <SearchWords label={{ vi: 'Tìm theo tên đơn vị', en: 'Find by unit' }} />
        <FilterChoice
          name="diem"
          label={{ vi: 'Nơi mở lớp', en: 'Place' }}
          choices={places.map(({ areaId: value, areaName }) => ({ value, label: areaName }))}
        />
      </Filters>
      <Reading of={read} rows={8}>
        {(data) => (
          <>
            <Missing of={data.missing} />
            <WayList rows={data.rows} total={data.total} file={listAs(waysFile, asked)} />
          </>
        )}
      </Reading>
      {entering && <EnterWayDialog under={areaId} places={places} onClose={() => setEntering(false)} />}
    </Section>
  )
}

const namedAtMost = 12

/** Whose people no proposal can reach, by name. */
const Missing = ({ of }: { of: readonly string[] }) =>
  of.length > 0 && (
    <Notice look="waits">
      <div>
        <p>
          {say(
            {
              vi: '{n} xã chưa có đường đến nơi mở lớp nào: {names}.',
              en: '{n} {n:commune has|communes have} no way to any place: {names}.',
            },
            {
              n: showNumber(of.length),
              names: of.slice(0, namedAtMost).join(', ') + (of.length > namedAtMost ? ' ...' : ''),
            },
          )}
        </p>
        {of.length > namedAtMost && (
          <details>
            <summary>
              {say({ vi: 'Xem tên cả {n} xã', en: 'The names of all {n}' }, { n: showNumber(of.length) })}
            </summary>
            <p>{of.join(', ')}.</p>
          </details>
        )}
      </div>
    </Notice>
  )

type WayListProps = { readonly rows: Way[]; readonly total: number; readonly file: ReturnType<typeof listAs> }

function WayList({ rows, total, file }: WayListProps) {
  const [open, setOpen] = useState<{ deed: Way['can'][number]; of: Way } | null>(null)
  const acts = {
    key: 'act',
    head: { vi: 'Việc', en: 'Act' },
    act: true as const,
    cell: (row: Way) =>
      (['change', 'drop'] as const)
        .filter((deed) => row.can.includes(deed))
        .map((deed) => (
          <Button key={deed} look="quiet" onClick={() => setOpen({ deed, of: row })}>
            {say(deed === 'change' ? { vi: 'Sửa số km', en: 'Change' } : { vi: 'Bỏ', en: 'Drop' })}
          </Button>
        )),
  }
  const close = () => setOpen(null)
  return (
    <>
      <Listing<Way>
        name="training-ways"
        caption={{ vi: 'Đường đến nơi mở lớp', en: 'Ways to places of classes' }}
        rows={rows}
        rowKey={(row) => row.trainingWayId}
        total={total}
        file={file}
        columns={[...shown(wayColumns), ...(rows.some(({ can }) => can.length > 0) ? [acts] : [])]}
        empty={
          <Empty
            title={{ vi: 'Chưa ghi đường nào.', en: 'No way yet.' }}
            why={{
              vi: 'Ghi từng đường, hoặc nhập từ bảng tính. Xã là nơi mở lớp thì người của xã học tại chỗ.',
              en: 'Enter each way, or import a spreadsheet. People of a commune that holds classes learn there.',
            }}
          />
        }
      />
      {open?.deed === 'change' && <ChangeWayDialog of={open.of} onClose={close} />}
      {open?.deed === 'drop' && <DropWayDialog of={open.of} onClose={close} />}
    </>
  )
}
