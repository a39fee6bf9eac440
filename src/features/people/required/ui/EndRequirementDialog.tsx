import { useChange } from '#platform/web/changes.ts'
import { useDraft } from '#platform/web/draft.ts'
import { say } from '#platform/web/language.ts'
import { EndRuleDialog } from '../../norms/ui/EndRuleDialog.tsx'
import { qualificationWords } from '../../roster/model.ts'
import type { Requirement } from '../model.ts'
import { endRequirement } from './calls.ts'

export function EndRequirementDialog({ of, onClose }: { of: Requirement; onClose: () => void }) {
  const { requirementId, said, kind, minimumSaid } = of
  const draft = useDraft('required.end', requirementId)
  const ending = useChange(endRequirement, { draft })
  return (
    <EndRuleDialog
      title={{ vi: 'Tiêu chuẩn hết hiệu lực', en: 'End of the requirement' }}
      said={`${say(said)}, ${say(qualificationWords[kind]).toLowerCase()}: ${say(minimumSaid)}`}
      followsOn={of.follows ? of.from : null}
      until={of.until}
      draft={draft}
      ending={ending}
      onEnd={async (end) => {
        if (await ending.run({ requirementId, ...end })) onClose()
      }}
      onClose={onClose}
    />
  )
}
