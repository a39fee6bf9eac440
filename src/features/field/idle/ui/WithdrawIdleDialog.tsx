import { showDate } from '#kernel/dates.ts'
import { useChange } from '#platform/web/changes.ts'
import { useDraft } from '#platform/web/draft.ts'
import { ReasonDialog } from '#platform/web/kit/ReasonDialog.tsx'
import type { IdleRow } from '../model.ts'
import { withdrawIdle } from './calls.ts'

export function WithdrawIdleDialog({ of, onClose }: { of: IdleRow; onClose: () => void }) {
  const { phoneIdleTimeId, minutes } = of
  const draft = useDraft('field.withdraw_idle', phoneIdleTimeId)
  const withdrawing = useChange(withdrawIdle, { draft })
  const day = showDate(of.from)
  return (
    <ReasonDialog
      title={{ vi: 'Bỏ giá trị ghi nhầm', en: 'Take back a mistake' }}
      what={{
        vi: `${minutes} phút, từ ngày ${day}. Bỏ thì giá trị trước đó lại áp dụng.`,
        en: `${minutes} minutes from ${day}. Without it the value before holds again.`,
      }}
      deed={{ vi: 'Ghi là ghi nhầm', en: 'It was a mistake' }}
      danger
      draft={draft}
      pending={withdrawing.pending}
      problem={withdrawing.problem}
      onGive={async (because) => {
        if (await withdrawing.run({ phoneIdleTimeId, because })) onClose()
      }}
      onClose={onClose}
    />
  )
}
