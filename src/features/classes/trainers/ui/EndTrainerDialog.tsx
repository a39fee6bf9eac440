import { EndRuleDialog } from '#features/people/norms/ui/EndRuleDialog.tsx'
import { useChange } from '#platform/web/changes.ts'
import { useDraft } from '#platform/web/draft.ts'
import type { Trainer } from '../model.ts'
import { endTrainer } from './calls.ts'

/** They teach no more, or were entered by mistake. */
export function EndTrainerDialog({ of, onClose }: { of: Trainer; onClose: () => void }) {
  const { trainerId, name, areaName } = of
  const draft = useDraft('trainers.end', trainerId)
  const ending = useChange(endTrainer, { draft })
  return (
    <EndRuleDialog
      title={{ vi: 'Thôi giảng', en: 'Teaches no more' }}
      said={`${name}, ${areaName}`}
      followsOn={null}
      until={of.until}
      draft={draft}
      ending={ending}
      onEnd={async (end) => {
        if (await ending.run({ trainerId, ...end })) onClose()
      }}
      onClose={onClose}
    />
  )
}
