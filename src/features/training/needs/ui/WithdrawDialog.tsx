import type { TrainingWishId } from '#kernel/ids.ts'
import { useChange } from '#platform/web/changes.ts'
import { useDraft } from '#platform/web/draft.ts'
import { ReasonDialog } from '#platform/web/kit/ReasonDialog.tsx'
import { withdrawNomination } from './calls.ts'

type Props = { readonly trainingWishId: TrainingWishId; readonly about: string; readonly onClose: () => void }

/** The unit takes a nomination back. */
export function WithdrawDialog({ trainingWishId, about, onClose }: Props) {
  const draft = useDraft('needs.withdraw', trainingWishId)
  const withdrawing = useChange(withdrawNomination, { draft })
  return (
    <ReasonDialog
      title={{ vi: 'Rút việc cử đi học', en: 'Withdraw a nomination' }}
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
