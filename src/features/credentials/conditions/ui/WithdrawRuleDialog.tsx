import { useChange } from '#platform/web/changes.ts'
import { useDraft } from '#platform/web/draft.ts'
import { ReasonDialog } from '#platform/web/kit/ReasonDialog.tsx'
import type { Rule } from '../model.ts'
import { withdrawRule } from './calls.ts'

/** It was entered by mistake: it is kept, and issues nothing. */
export function WithdrawRuleDialog({ of, onClose }: { of: Rule; onClose: () => void }) {
  const { credentialRuleId, name } = of
  const draft = useDraft('credentialRules.withdraw', credentialRuleId)
  const withdrawing = useChange(withdrawRule, { draft })
  return (
    <ReasonDialog
      title={{ vi: 'Rút điều kiện cấp ghi nhầm', en: 'Withdraw a rule' }}
      what={{ vi: name, en: name }}
      deed={{ vi: 'Rút', en: 'Withdraw' }}
      danger
      draft={draft}
      pending={withdrawing.pending}
      problem={withdrawing.problem}
      onGive={async (because) => {
        if (await withdrawing.run({ credentialRuleId, because })) onClose()
      }}
      onClose={onClose}
    />
  )
}
