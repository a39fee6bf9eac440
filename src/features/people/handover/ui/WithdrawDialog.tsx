import { useChange } from '#platform/web/changes.ts'
import { useDraft } from '#platform/web/draft.ts'
import { ReasonDialog } from '#platform/web/kit/ReasonDialog.tsx'
import type { Handover } from '../model.ts'
import { withdrawRecord } from './calls.ts'

/** What was asked for is asked for no more. */
export function WithdrawDialog({ of, onClose }: { of: Handover; onClose: () => void }) {
  const draft = useDraft('handover.withdraw', of.handoverId)
  const withdrawing = useChange(withdrawRecord, { draft })
  const withdraw = async (because: string) => {
    if (await withdrawing.run({ handoverId: of.handoverId, because })) onClose()
  }
  return (
    <ReasonDialog
      title={{ vi: 'Rút đề nghị bàn giao', en: 'Withdraw' }}
      what={{
        vi: `Hồ sơ của ${of.name} vẫn do ${of.fromName} giữ.`,
        en: `${of.fromName} keeps the record of ${of.name}.`,
      }}
      deed={{ vi: 'Rút đề nghị', en: 'Withdraw' }}
      danger
      draft={draft}
      pending={withdrawing.pending}
      problem={withdrawing.problem}
      onGive={withdraw}
      onClose={onClose}
    />
  )
}
