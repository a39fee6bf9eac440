import { EndRuleDialog } from '#features/people/norms/ui/EndRuleDialog.tsx'
import { useChange } from '#platform/web/changes.ts'
import { useDraft } from '#platform/web/draft.ts'
import { say } from '#platform/web/language.ts'
import { type BodyNormRule, normSaid } from '../model.ts'
import { endNorm } from './calls.ts'

export function EndBodyNormDialog({ of, onClose }: { of: BodyNormRule; onClose: () => void }) {
  const draft = useDraft('bodies.endNorm', of.bodyNormId)
  const ending = useChange(endNorm, { draft })
  return (
    <EndRuleDialog
      title={{ vi: 'Định mức hết hiệu lực', en: 'End of the norm' }}
      said={say(normSaid(of))}
      followsOn={of.follows ? of.from : null}
      until={of.until}
      draft={draft}
      ending={ending}
      onEnd={async (end) => {
        if (await ending.run({ bodyNormId: of.bodyNormId, ...end })) onClose()
      }}
      onClose={onClose}
    />
  )
}
