import { useChange } from '#platform/web/changes.ts'
import { useDraft } from '#platform/web/draft.ts'
import { ReasonDialog } from '#platform/web/kit/ReasonDialog.tsx'
import type { TrainingRequest } from '../model.ts'
import { withdrawRequest } from './calls.ts'

/** A person takes their own request back. */
export function WithdrawRequestDialog({ of, onClose }: { of: TrainingRequest; onClose: () => void }) {
  const { trainingWishId, topicCode, topicTitle } = of
  const draft = useDraft('needs.withdrawRequest', trainingWishId)
  const withdrawing = useChange(withdrawRequest, { draft })
  const about = `${topicCode}. ${topicTitle}`
  return (
    <ReasonDialog
      title={{ vi: 'Rút đề nghị', en: 'Withdraw the request' }}
      what={{ vi: about, en: about }}
      deed={{ vi: 'Rút', en: 'Withdraw' }}
      danger
      draft={draft}
      pending={withdrawing.pending}
      problem={withdrawing.problem}
      onGive={async (because) => {
        if (await withdrawing.run({ trainingWishId, because })) onClose()
      }}
      onClose={onClose}
    />
  )
}
