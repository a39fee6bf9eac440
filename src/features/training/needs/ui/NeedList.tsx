/** Everybody who needs a topic, with what a unit does about it: nominates who asks, withdraws a nomination. */
import { useState } from 'preact/hooks'
import type { AreaId } from '#kernel/ids.ts'
import { useTo } from '#platform/web/address.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Listing } from '#platform/web/kit/Listing.tsx'
import type { listAs } from '#platform/web/kit/listingProps.ts'
import { shown } from '#platform/web/kit/shown.ts'
import { Empty } from '#platform/web/kit/states.tsx'
import { say } from '#platform/web/language.ts'
import { pathOf } from '../../plan/ui/plan.ts'
import { needColumns, seatSaid } from '../columns.ts'
import type { Need } from '../model.ts'
import { NominateDialog } from './NominateDialog.tsx'
import type { NeedsAnswer, Sent } from './need.ts'
import { WithdrawDialog } from './WithdrawDialog.tsx'

type Props = {
  readonly areaId: AreaId
  readonly of: NeedsAnswer
  readonly file: ReturnType<typeof listAs>
  readonly filtered: boolean
  readonly onSent: (sent: Sent) => void
}

export function NeedList({ areaId, of, file, filtered, onSent }: Props) {
  const [answering, setAnswering] = useState<Need | null>(null)
  const [withdrawing, setWithdrawing] = useState<Need | null>(null)
  const to = useTo()
  const acts = {
    key: 'act',
    head: { vi: 'Việc', en: 'Act' },
    act: true as const,
    cell: (row: Need) =>
      row.source === 'nominated' ? (
        <Button look="quiet" onClick={() => setWithdrawing(row)}>
          {say({ vi: 'Rút', en: 'Withdraw' })}
        </Button>
      ) : (
        row.source === 'requested' && (
          <Button look="quiet" onClick={() => setAnswering(row)}>
            {say({ vi: 'Cử', en: 'Nominate' })}
          </Button>
        )
      ),
  }
  return (
    <>
      <Listing<Need>
        name="needs"
        caption={{ vi: 'Nhu cầu đào tạo', en: 'Training needs' }}
        rows={of.rows}
        rowKey={(row) =>
          row.trainingWishId ?? `${row.officialId ?? row.person} ${row.unitId} ${row.source} ${row.error}`
        }
        href={(row) => row.officialId && to(`/can-bo/${row.officialId}`)}
        total={of.total}
        file={file}
        columns={[
          ...shown(needColumns, { seat: (row) => <Seat of={row} /> }),
          ...(of.can.includes('nominate') ? [acts] : []),
        ]}
        empty={<Nothing filtered={filtered} />}
      />
      {answering && (
        <NominateDialog
          areaId={areaId}
          topics={of.topics}
          of={answering}
          onSent={onSent}
          onClose={() => setAnswering(null)}
        />
      )}
      {withdrawing?.trainingWishId && (
        <WithdrawDialog
          trainingWishId={withdrawing.trainingWishId}
          about={`${withdrawing.person}: ${withdrawing.topic?.title ?? ''}`}
          onClose={() => setWithdrawing(null)}
        />
      )}
    </>
  )
}

const Nothing = ({ filtered }: { filtered: boolean }) =>
  filtered ? (
    <Empty
      title={{ vi: 'Không có nhu cầu nào như vậy.', en: 'No need like that.' }}
      why={{ vi: 'Thử gõ ít chữ hơn, hoặc bỏ bớt điều kiện lọc.', en: 'Type fewer letters, or drop a filter.' }}
    />
  ) : (
    <Empty
      title={{ vi: 'Chưa ghi nhận nhu cầu nào.', en: 'No need is known yet.' }}
      why={{
        vi: 'Xã cử người đi học ở đây; cá nhân đề nghị và phiếu bị trả lại cũng thành nhu cầu.',
        en: 'A commune nominates people here; what a person asks for and a form that is returned become needs, too.',
      }}
    />
  )

/** Where a seat stands, with the plan. */
function Seat({ of }: { of: Need }) {
  const to = useTo()
  const said = say(seatSaid(of))
  const plan = of.topic && of.seat?.plan
  return plan ? <a href={to(pathOf(plan.trainingPlanId))}>{said}</a> : <span>{said}</span>
}
