import { useChange } from '#platform/web/changes.ts'
import { useDraft } from '#platform/web/draft.ts'
import { ReasonDialog } from '#platform/web/kit/ReasonDialog.tsx'
import { type Limit, limitKinds } from '../model.ts'
import { limitSaid } from '../rules.ts'
import { withdrawLimit } from './calls.ts'

/** It was entered by mistake: it is kept, and counts nowhere. */
export function WithdrawLimitDialog({ of, onClose }: { of: Limit; onClose: () => void }) {
  const { trainingLimitId, kind } = of
  const draft = useDraft('limits.withdraw', trainingLimitId)
  const withdrawing = useChange(withdrawLimit, { draft })
  const [name, says] = [limitKinds[kind], limitSaid(kind, of)]
  return (
    <ReasonDialog
      title={{ vi: 'Rút giới hạn ghi nhầm', en: 'Withdraw a limit' }}
      what={{ vi: `${name.vi}: ${says.vi}`, en: `${name.en}: ${says.en}` }}
      deed={{ vi: 'Rút', en: 'Withdraw' }}
      danger
      draft={draft}
      pending={withdrawing.pending}
      problem={withdrawing.problem}
      onGive={async (because) => {
        if (await withdrawing.run({ trainingLimitId, because })) onClose()
      }}
      onClose={onClose}
    />
  )
}
