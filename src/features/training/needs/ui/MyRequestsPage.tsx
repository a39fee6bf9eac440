/** What I asked to learn, and what became of it. */
import { useState } from 'preact/hooks'
import { useTo } from '#platform/web/address.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Listing } from '#platform/web/kit/Listing.tsx'
import { listAs } from '#platform/web/kit/listingProps.ts'
import { Page } from '#platform/web/kit/Page.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { shown } from '#platform/web/kit/shown.ts'
import { Empty } from '#platform/web/kit/states.tsx'
import { say } from '#platform/web/language.ts'
import { useRead } from '#platform/web/reads.ts'
import { holds } from '#platform/web/session.ts'
import { MySeats } from '../../due/ui/MySeats.tsx'
import { pathOf } from '../../plan/ui/plan.ts'
import { requestColumns } from '../columns.ts'
import type { TrainingRequest } from '../model.ts'
import { myRequests, myRequestsFile } from './calls.ts'
import { RequestDialog } from './RequestDialog.tsx'
import { WithdrawRequestDialog } from './WithdrawRequestDialog.tsx'

const title = { vi: 'Tôi đề nghị học', en: 'What I ask to learn' }

export default function MyRequestsPage() {
  const read = useRead(myRequests, {})
  const [asking, setAsking] = useState(false)
  const [withdrawing, setWithdrawing] = useState<TrainingRequest | null>(null)
  const to = useTo()
  const unit = read.data?.unitName
  /** What became of it, with the plan in which there is a seat for it. */
  const state = (row: TrainingRequest) => {
    const said = shown(requestColumns)
      .find(({ key }) => key === 'state')
      ?.cell(row)
    // Told to whoever asked; the plan itself is for those who read plans.
    const opens = row.withdrawnOn === null && holds('training.read') ? row.seat?.trainingPlanId : null
    return opens ? <a href={to(pathOf(opens))}>{said}</a> : said
  }
  const acts = {
    key: 'act',
    head: { vi: 'Việc', en: 'Act' },
    act: true as const,
    cell: (row: TrainingRequest) =>
      row.withdrawnOn === null && (
        <Button look="quiet" onClick={() => setWithdrawing(row)}>
          {say({ vi: 'Rút', en: 'Withdraw' })}
        </Button>
      ),
  }
  return (
    <Page
      title={title}
      state={unit && say({ vi: '{unit} xem các đề nghị này.', en: '{unit} sees these requests.' }, { unit })}
      action={
        unit && (
          <Button look="primary" onClick={() => setAsking(true)}>
            {say({ vi: 'Đề nghị học', en: 'Ask to learn' })}
          </Button>
        )
      }
    >
      <MySeats />
      <Reading of={read} rows={4}>
        {(data) => (
          <>
            {data.unitName === null ? (
              <Empty
                title={{
                  vi: 'Tài khoản chưa gắn với ai trong sổ cán bộ.',
                  en: 'The account is joined to no official.',
                }}
                why={{
                  vi: 'Hãy hỏi người giữ sổ cán bộ ở đơn vị để gắn tài khoản với hồ sơ của bạn.',
                  en: 'Ask who keeps the roster at your unit to join it to your record.',
                }}
              />
            ) : (
              <Listing<TrainingRequest>
                name="my-training-requests"
                caption={title}
                rows={data.rows}
                rowKey={(row) => row.trainingWishId}
                file={listAs(myRequestsFile, {})}
                columns={[...shown(requestColumns, { state }), acts]}
                empty={
                  <Empty
                    title={{ vi: 'Bạn chưa đề nghị học gì.', en: 'You have asked for nothing yet.' }}
                    why={{
                      vi: 'Chọn chuyên đề của khung tỉnh đã phê duyệt và ghi lý do.',
                      en: 'Choose a topic of an approved framework and give the reason.',
                    }}
                  />
                }
              />
            )}
            {asking && <RequestDialog topics={data.topics} onClose={() => setAsking(false)} />}
          </>
        )}
      </Reading>
      {withdrawing && <WithdrawRequestDialog of={withdrawing} onClose={() => setWithdrawing(null)} />}
    </Page>
  )
}
