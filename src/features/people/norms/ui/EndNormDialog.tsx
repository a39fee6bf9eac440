import { useChange } from '#platform/web/changes.ts'
import { useDraft } from '#platform/web/draft.ts'
import { say } from '#platform/web/language.ts'
import type { NormRule } from '../model.ts'
import { endNorm } from './calls.ts'
import { EndRuleDialog } from './EndRuleDialog.tsx'

export function EndNormDialog({ of, onClose }: { of: NormRule; onClose: () => void }) {
  const draft = useDraft('norms.end', of.postNormId)
  const ending = useChange(endNorm, { draft })
  return (
    <EndRuleDialog
      title={{ vi: 'Định mức hết hiệu lực', en: 'End of the norm' }}
      said={`${say(of.said)}: ${of.required}`}
      followsOn={of.follows ? of.from : null}
      until={of.until}
      draft={draft}
      ending={ending}
      onEnd={async (end) => {
        if (await ending.run({ postNormId: of.postNormId, ...end })) onClose()
      }}
      onClose={onClose}
    />
  )
}
