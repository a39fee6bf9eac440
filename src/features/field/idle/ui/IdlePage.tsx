/** After how long without a touch the phones of a province ask for the PIN: what holds, what was laid down, what comes. */
import { useState } from 'preact/hooks'
import type { AreaId } from '#kernel/ids.ts'
import { useTo } from '#platform/web/address.ts'
import { useArea } from '#platform/web/area.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Crumbs } from '#platform/web/kit/Crumbs.tsx'
import { Listing } from '#platform/web/kit/Listing.tsx'
import { listAs } from '#platform/web/kit/listingProps.ts'
import { Page } from '#platform/web/kit/Page.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { shown } from '#platform/web/kit/shown.ts'
import { Empty, NoPermission } from '#platform/web/kit/states.tsx'
import { say } from '#platform/web/language.ts'
import { useRead } from '#platform/web/reads.ts'
import { idleColumns } from '../columns.ts'
import { type IdleRow, idleMinutes, idleStates } from '../model.ts'
import { idleFile, listIdle } from './calls.ts'
import { SetIdleDialog } from './SetIdleDialog.tsx'
import { WithdrawIdleDialog } from './WithdrawIdleDialog.tsx'

const title = { vi: 'Thời gian điện thoại tự khóa', en: 'After how long phones lock' }

export default function IdlePage() {
  const { areaId } = useArea()
  return areaId ? (
    <IdleOf areaId={areaId} />
  ) : (
    <Page title={title}>
      <NoPermission right="account.manage" />
    </Page>
  )
}

function IdleOf({ areaId }: { areaId: AreaId }) {
  const [setting, setSetting] = useState(false)
  const [mistaken, setMistaken] = useState<IdleRow | null>(null)
  const to = useTo()
  const asked = { areaId }
  const read = useRead(listIdle, asked)
  const { data } = read
  const writes = data?.can.includes('write') ?? false
  return (
    <Page
      title={title}
      above={
        <Crumbs of={[{ label: { vi: 'Ai có quyền', en: 'Who has access' }, href: to('/quyen') }, { label: title }]} />
      }
      state={
        data &&
        say(
          {
            vi: '{area}: điện thoại khảo sát không ai chạm quá {n} phút thì hỏi lại mã PIN. Tỉnh chưa đặt thì phần mềm tính {own} phút. Máy nhận giá trị mới khi có mạng.',
            en: '{area}: a phone that nobody touches for {n} minutes asks for the PIN. Where a province lays nothing down it is {own}. Phones hear of a new value when they have a line.',
          },
          { area: data.areaName, n: data.minutes, own: idleMinutes },
        )
      }
      action={
        writes && (
          <Button look="primary" onClick={() => setSetting(true)}>
            {say({ vi: 'Đặt thời gian', en: 'Lay one down' })}
          </Button>
        )
      }
    >
      <Reading of={read} rows={4}>
        {(answer) => (
          <Listing<IdleRow>
            name="phone-idle-times"
            caption={title}
            rows={answer.rows}
            rowKey={(row) => row.phoneIdleTimeId}
            file={listAs(idleFile, asked)}
            columns={shown(idleColumns, {
              state: (row) => (
                <>
                  {say(idleStates[row.state])}
                  {writes && row.state !== 'withdrawn' && (
                    <Button look="quiet" onClick={() => setMistaken(row)}>
                      {say({ vi: 'Ghi nhầm', en: 'A mistake' })}
                    </Button>
                  )}
                </>
              ),
            })}
            empty={
              <Empty
                title={{ vi: 'Chưa tỉnh nào ở đây đặt thời gian tự khóa.', en: 'No province here has laid one down.' }}
                why={{
                  vi: 'Quản trị của tỉnh chọn tỉnh ở góc trên rồi đặt, theo văn bản của tỉnh.',
                  en: 'An administrator of the province chooses the province above and lays it down, by its own text.',
                }}
              />
            }
          />
        )}
      </Reading>
      {setting && <SetIdleDialog areaId={areaId} onClose={() => setSetting(false)} />}
      {mistaken && <WithdrawIdleDialog of={mistaken} onClose={() => setMistaken(null)} />}
    </Page>
  )
}
