/** Records that wait to be taken, those whose keeper has ended, and what was handed over. */

import { useState } from 'preact/hooks'
import { showDate } from '#kernel/dates.ts'
import type { AreaId, OfficialId } from '#kernel/ids.ts'
import { useFilter, usePageNumber, useTo } from '#platform/web/address.ts'
import { useArea } from '#platform/web/area.ts'
import { useChange } from '#platform/web/changes.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Crumbs } from '#platform/web/kit/Crumbs.tsx'
import { FilterChoice } from '#platform/web/kit/FilterChoice.tsx'
import { Filters } from '#platform/web/kit/Filters.tsx'
import { Listing } from '#platform/web/kit/Listing.tsx'
import { listAs } from '#platform/web/kit/listingProps.ts'
import { Page, Section } from '#platform/web/kit/Page.tsx'
import { ProblemNote } from '#platform/web/kit/ProblemNote.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { shown } from '#platform/web/kit/shown.ts'
import { Empty, NoPermission } from '#platform/web/kit/states.tsx'
import { say } from '#platform/web/language.ts'
import { showNumber } from '#platform/web/numbers.ts'
import { useRead } from '#platform/web/reads.ts'
import { pathOf } from '../../roster/ui/official.ts'
import { handoverColumns, leftColumns } from '../columns.ts'
import { type Handover, type HandoverState, handoverStateNames, handoverStates, type Left } from '../model.ts'
import { handoversFile, leftFile, listHandovers, listLeft, takeRecord } from './calls.ts'
import { GiveDialog } from './GiveDialog.tsx'
import { RefuseDialog } from './RefuseDialog.tsx'
import { WithdrawDialog } from './WithdrawDialog.tsx'

const title = { vi: 'Bàn giao hồ sơ cán bộ', en: 'Records handed over' }

export default function HandoverPage() {
  const { areaId } = useArea()
  const to = useTo()
  return (
    <Page
      title={title}
      above={<Crumbs of={[{ label: { vi: 'Cán bộ', en: 'Officials' }, href: to('/can-bo') }, { label: title }]} />}
      state={say({
        vi: 'Một đơn vị giữ hồ sơ của mỗi cán bộ; giao, nhận đều do người ghi.',
        en: 'One unit keeps each record; people give and take them.',
      })}
    >
      {areaId ? (
        <>
          <LeftAt areaId={areaId} />
          <HandoversAt areaId={areaId} />
        </>
      ) : (
        <NoPermission right="roster.read" />
      )}
    </Page>
  )
}

function LeftAt({ areaId }: { areaId: AreaId }) {
  const read = useRead(listLeft, { areaId })
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [giving, setGiving] = useState<readonly OfficialId[] | null>(null)
  const to = useTo()
  const done = () => {
    setGiving(null)
    setChosen(new Set())
  }
  return (
    <Section title={{ vi: 'Hồ sơ do đơn vị đã hết giữ', en: 'Records kept by units that have ended' }}>
      <Reading of={read} rows={3}>
        {(data) => (
          <>
            <Listing<Left>
              name="records-left"
              caption={{ vi: 'Hồ sơ do đơn vị đã hết giữ', en: 'Records kept by units that have ended' }}
              rows={data.rows}
              total={data.rows.length}
              more={data.total > data.rows.length}
              rowKey={(row) => row.officialId}
              href={(row) => to(pathOf(row.officialId))}
              file={listAs(leftFile, { areaId })}
              columns={shown(leftColumns, {})}
              selection={
                data.can.includes('write')
                  ? {
                      chosen,
                      onChange: setChosen,
                      actions: [
                        {
                          label: { vi: 'Bàn giao', en: 'Hand over' },
                          run: (keys) => setGiving(keys as OfficialId[]),
                        },
                      ],
                    }
                  : undefined
              }
              empty={
                <Empty
                  title={{ vi: 'Không có hồ sơ nào như vậy.', en: 'No such record.' }}
                  why={{ vi: 'Đơn vị giữ hồ sơ nào cũng đang còn.', en: 'Every unit that keeps a record stands.' }}
                />
              }
            />
            {giving && (
              <GiveDialog
                officialIds={giving}
                who={say({ vi: '{n} hồ sơ', en: '{n} {n:record|records}' }, { n: showNumber(giving.length) })}
                onDone={done}
                onClose={() => setGiving(null)}
              />
            )}
          </>
        )}
      </Reading>
    </Section>
  )
}

type Doing = { readonly what: 'refuse' | 'withdraw'; readonly of: Handover }

function HandoversAt({ areaId }: { areaId: AreaId }) {
  const [page] = usePageNumber()
  const [state] = useFilter('tinh-trang')
  const asked = { areaId, ...(state && { state: state as HandoverState }) }
  const read = useRead(listHandovers, { ...asked, page })
  const [doing, setDoing] = useState<Doing | null>(null)
  const taking = useChange(takeRecord)
  const close = () => setDoing(null)
  return (
    <Section title={{ vi: 'Các lần bàn giao', en: 'What was handed over' }}>
      <Filters>
        <FilterChoice
          name="tinh-trang"
          label={{ vi: 'Tình trạng', en: 'State' }}
          choices={handoverStateNames.map((value) => ({ value, label: handoverStates[value] }))}
        />
      </Filters>
      <ProblemNote of={taking.problem} />
      <Reading of={read} rows={6}>
        {(data) => (
          <Listing<Handover>
            name="handovers"
            caption={title}
            rows={data.rows}
            total={data.total}
            rowKey={(row) => row.handoverId}
            file={listAs(handoversFile, asked)}
            columns={shown(handoverColumns, {
              state: (row) => (
                <>
                  {say(handoverStates[row.state])}
                  {row.settledOn && `, ${showDate(row.settledOn)}`}
                  <Deeds
                    of={row}
                    pending={taking.pending}
                    onTake={() => void taking.run({ handoverId: row.handoverId })}
                    onDo={(what) => setDoing({ what, of: row })}
                  />
                </>
              ),
            })}
            empty={
              <Empty
                title={{ vi: 'Chưa có lần bàn giao nào như vậy.', en: 'Nothing like that was handed over.' }}
                why={{
                  vi: 'Hồ sơ được bàn giao từ trang của từng cán bộ; hoặc bỏ bớt điều kiện lọc.',
                  en: 'A record is handed over on the page of its official; or drop a filter.',
                }}
              />
            }
          />
        )}
      </Reading>
      {doing?.what === 'refuse' && <RefuseDialog of={doing.of} onClose={close} />}
      {doing?.what === 'withdraw' && <WithdrawDialog of={doing.of} onClose={close} />}
    </Section>
  )
}

type DeedProps = {
  readonly of: Handover
  readonly pending: boolean
  readonly onTake: () => void
  readonly onDo: (what: Doing['what']) => void
}

const Deeds = ({ of: { can }, pending, onTake, onDo }: DeedProps) => (
  <>
    {can.includes('take') && (
      <Button pending={pending} onClick={onTake}>
        {say({ vi: 'Nhận hồ sơ', en: 'Take' })}
      </Button>
    )}
    {can.includes('refuse') && (
      <Button look="quiet" onClick={() => onDo('refuse')}>
        {say({ vi: 'Không nhận', en: 'Not take' })}
      </Button>
    )}
    {can.includes('withdraw') && (
      <Button look="quiet" onClick={() => onDo('withdraw')}>
        {say({ vi: 'Rút đề nghị', en: 'Withdraw' })}
      </Button>
    )}
  </>
)
