import { EndRuleDialog } from '#features/people/norms/ui/EndRuleDialog.tsx'
import { useChange } from '#platform/web/changes.ts'
import { useDraft } from '#platform/web/draft.ts'
import { endNorm } from './calls.ts'
import type { NormAnswer } from './norm.ts'

/** The item is no longer paid for from a day on, or the value was entered by mistake. */
export function EndNormDialog({ of, onClose }: { of: NormAnswer; onClose: () => void }) {
  const { spendingNormId } = of
  const draft = useDraft('money.end', spendingNormId)
  const ending = useChange(endNorm, { draft })
  return (
    <EndRuleDialog
      title={{ vi: 'Định mức hết hiệu lực', en: 'End of the norm' }}
      said={of.item}
      followsOn={of.follows ? of.from : null}
      until={of.until}
      draft={draft}
      ending={ending}
      onEnd={async (end) => {
        if (await ending.run({ spendingNormId, ...end })) onClose()
      }}
      onClose={onClose}
    />
  )
}
