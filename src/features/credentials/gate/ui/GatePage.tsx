/** Whether work in a review is given to who holds no credential: what each province laid down, for rounds opened from which day. */
import { useState } from 'preact/hooks'
import { showDate } from '#kernel/dates.ts'
import { usePageNumber, useTo } from '#platform/web/address.ts'
import { useArea } from '#platform/web/area.ts'
import { useChange } from '#platform/web/changes.ts'
import { useDraft } from '#platform/web/draft.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Crumbs } from '#platform/web/kit/Crumbs.tsx'
import { LinkButton } from '#platform/web/kit/LinkButton.tsx'
import { Listing } from '#platform/web/kit/Listing.tsx'
import { listAs } from '#platform/web/kit/listingProps.ts'
import { Page } from '#platform/web/kit/Page.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { ReasonDialog } from '#platform/web/kit/ReasonDialog.tsx'
import { shown } from '#platform/web/kit/shown.ts'
import { Empty } from '#platform/web/kit/states.tsx'
import { say } from '#platform/web/language.ts'
import { useRead } from '#platform/web/reads.ts'
import { settingColumns } from '../columns.ts'
import { gateModes, type Setting } from '../model.ts'
import { listSettings, settingsFile, withdrawGate } from './calls.ts'
import { SetGateDialog } from './SetGateDialog.tsx'

const title = { vi: 'Kiểm tra chứng nhận khi giao việc', en: 'The gate to the survey' }

export default function GatePage() {
  const [page] = usePageNumber()
  const { areaId } = useArea()
  const to = useTo()
  const [setting, setSetting] = useState(false)
  const [withdrawing, setWithdrawing] = useState<Setting | null>(null)
  const asked = areaId ? { areaId } : {}
  const read = useRead(listSettings, { ...asked, page })
  const acts = {
    key: 'act',
    head: { vi: 'Việc', en: 'Act' },
    act: true as const,
    cell: (row: Setting) =>
      row.can.includes('withdraw') && (
        <Button look="quiet" onClick={() => setWithdrawing(row)}>
          {say({ vi: 'Rút', en: 'Withdraw' })}
        </Button>
      ),
  }
  return (
    <Page
      title={title}
      above={
        <Crumbs
          of={[{ label: { vi: 'Chứng nhận tập huấn', en: 'Credentials' }, href: to('/chung-nhan') }, { label: title }]}
        />
      }
      state={say({
        vi: 'Tỉnh chưa quy định thì phần mềm nhắc, không giữ việc nào lại. Việc đã giao không bao giờ bị thu lại.',
        en: 'Where nothing is laid down the screen warns and holds nothing back. Work that was given is never taken away.',
      })}
      action={
        <>
          {(read.data?.mayEnterAt.length ?? 0) > 0 && (
            <Button look="primary" onClick={() => setSetting(true)}>
              {say({ vi: 'Ghi quy định', en: 'Lay down' })}
            </Button>
          )}
          <LinkButton href={to('/cho-phep-khao-sat')}>
            {say({ vi: 'Những lần cho phép', en: 'Where somebody was let through' })}
          </LinkButton>
        </>
      }
    >
      <Reading of={read} rows={4}>
        {(data) => (
          <Listing<Setting>
            name="gate-settings"
            caption={title}
            rows={data.rows}
            rowKey={(row) => row.gateSettingId}
            total={data.total}
            file={listAs(settingsFile, asked)}
            columns={[...shown(settingColumns), ...(data.rows.some(({ can }) => can.length > 0) ? [acts] : [])]}
            empty={
              <Empty
                title={{ vi: 'Tỉnh chưa quy định.', en: 'Nothing is laid down.' }}
                why={{
                  vi: 'Khi ấy người chưa có chứng nhận vẫn được giao việc, và màn hình nói rõ.',
                  en: 'Then work is given to who holds no credential too, and the screen says so.',
                }}
              />
            }
          />
        )}
      </Reading>
      {setting && <SetGateDialog provinces={read.data?.mayEnterAt ?? []} onClose={() => setSetting(false)} />}
      {withdrawing && <WithdrawGateDialog of={withdrawing} onClose={() => setWithdrawing(null)} />}
    </Page>
  )
}

function WithdrawGateDialog({ of, onClose }: { of: Setting; onClose: () => void }) {
  const { gateSettingId, mode, from } = of
  const draft = useDraft('gate.withdraw', gateSettingId)
  const withdrawing = useChange(withdrawGate, { draft })
  const day = showDate(from)
  return (
    <ReasonDialog
      title={{ vi: 'Rút quy định ghi nhầm', en: 'Withdraw a setting' }}
      what={{
        vi: `${gateModes[mode].vi}, cho kỳ mở từ ${day}. Kỳ đã mở giữ nguyên như lúc mở.`,
        en: `${gateModes[mode].en}, for rounds opened from ${day}. Rounds that are open stay as they were opened.`,
      }}
      deed={{ vi: 'Rút', en: 'Withdraw' }}
      danger
      draft={draft}
      pending={withdrawing.pending}
      problem={withdrawing.problem}
      onGive={async (because) => {
        if (await withdrawing.run({ gateSettingId, because })) onClose()
      }}
      onClose={onClose}
    />
  )
}
