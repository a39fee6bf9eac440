/** Copies on paper that a unit and those below it handed out. */
import { useState } from 'preact/hooks'
import type { AreaId, MaterialId } from '#kernel/ids.ts'
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
import { showNumber } from '#platform/web/numbers.ts'
import { useRead } from '#platform/web/reads.ts'
import { handoutColumns } from '../columns.ts'
import { type Handout, type HandoutState, handoutStates } from '../model.ts'
import { handoutsFile, listHandouts } from './calls.ts'
import { RecordHandoutDialog } from './RecordHandoutDialog.tsx'
import { TakeBackDialog } from './TakeBackDialog.tsx'

const title = { vi: 'Phát bản giấy', en: 'Hand-outs' }

export default function HandoutsPage() {
  const { areaId } = useArea()
  return areaId ? (
    <Handouts areaId={areaId} />
  ) : (
    <Page title={title}>
      <NoPermission right="library.manage" />
    </Page>
  )
}

function Handouts({ areaId }: { areaId: AreaId }) {
  const [material] = useFilter('tai-lieu')
  const [state] = useFilter('tinh-trang')
  const [year] = useFilter('nam')
  const [here] = useFilter('rieng')
  const [q] = useFilter('q')
  const [page] = usePageNumber()
  const [recording, setRecording] = useState(false)
  const [taking, setTaking] = useState<Handout | null>(null)
  const to = useTo()
  const asked = {
    areaId,
    ...(material && { materialId: material as MaterialId }),
    ...(state && { state: state as HandoutState }),
    ...(/^\d{4}$/.test(year) && { year: Number(year) }),
    ...(here && { here: true }),
    ...(q && { q }),
  }
  const read = useRead(listHandouts, { ...asked, page })
  const acts = {
    key: 'act',
    head: { vi: 'Việc', en: 'Act' },
    act: true as const,
    cell: (row: Handout) =>
      row.can.includes('back') && (
        <Button look="quiet" onClick={() => setTaking(row)}>
          {say({ vi: 'Rút', en: 'Take back' })}
        </Button>
      ),
  }
  return (
    <Page
      title={title}
      state={
        read.data &&
        say(
          {
            vi: '{copies} bản giấy đã phát, theo các dòng dưới đây.',
            en: '{copies} copies handed out by the rows below.',
          },
          { copies: showNumber(read.data.copies) },
        )
      }
      action={
        read.data?.mayWrite && (
          <>
            <Button look="primary" onClick={() => setRecording(true)}>
              {say({ vi: 'Ghi phát bản giấy', en: 'Record a hand-out' })}
            </Button>
            <LinkButton href={to('/ban-giay/tong')}>{say({ vi: 'Cộng theo đơn vị', en: 'By unit' })}</LinkButton>
          </>
        )
      }
    >
      <Filters>
        <SearchWords label={{ vi: 'Tìm theo tài liệu, người nhận', en: 'Find by material or receiver' }} />
        <FilterChoice name="tinh-trang" label={{ vi: 'Tình trạng', en: 'State' }} choices={choicesOf(handoutStates)} />
        <FilterChoice
          name="rieng"
          label={{ vi: 'Đơn vị phát', en: 'Handed out by' }}
          choices={[{ value: '1', label: say({ vi: 'Chỉ đơn vị này', en: 'This unit alone' }) }]}
        />
      </Filters>
      <Reading of={read} rows={8}>
        {(data) => (
          <Listing<Handout>
            name="handouts"
            caption={title}
            rows={data.rows}
            total={data.total}
            rowKey={(row) => row.handoutId}
            file={listAs(handoutsFile, asked)}
            columns={[
              ...shown(handoutColumns, {
                title: (row) => <a href={to(`/thu-vien/${row.materialId}`)}>{row.title}</a>,
              }),
              acts,
            ]}
            empty={
              <Empty
                title={{ vi: 'Chưa ghi lần phát nào như vậy.', en: 'No such hand-out.' }}
                why={{
                  vi: 'Ghi mỗi lần phát bản in cho đơn vị, lớp hay cuộc họp.',
                  en: 'Record each time that printed copies go to a unit, a class or a meeting.',
                }}
              />
            }
          />
        )}
      </Reading>
      {recording && read.data && (
        <RecordHandoutDialog of={{ areaId, name: read.data.areaName }} onClose={() => setRecording(false)} />
      )}
      {taking && <TakeBackDialog of={taking} onClose={() => setTaking(null)} />}
    </Page>
  )
}
