import { useChange } from '#platform/web/changes.ts'
import { useDraft } from '#platform/web/draft.ts'
import { say } from '#platform/web/language.ts'
import { EndRuleDialog } from '../../norms/ui/EndRuleDialog.tsx'
import { kindSaid } from '../model.ts'
import { endTarget } from './calls.ts'
import type { SetLine } from './typed.ts'

/** It is no longer aimed at, or never was. */
export function EndTargetDialog({ of, onClose }: { of: SetLine; onClose: () => void }) {
  const { moveTargetId, year, kind } = of
  const draft = useDraft('targets.end', moveTargetId)
  const ending = useChange(endTarget, { draft })
  return (
    <EndRuleDialog
      title={{ vi: 'Thôi áp dụng chỉ tiêu', en: 'End the target' }}
      said={`${year}: ${say(kindSaid(kind))}`}
      followsOn={of.follows ? of.from : null}
      until={of.until}
      draft={draft}
      ending={ending}
      onEnd={async (end) => {
        if (await ending.run({ moveTargetId, ...end })) onClose()
      }}
      onClose={onClose}
    />
  )
}
