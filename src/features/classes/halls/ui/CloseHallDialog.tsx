import { EndRuleDialog } from '#features/people/norms/ui/EndRuleDialog.tsx'
import { useChange } from '#platform/web/changes.ts'
import { useDraft } from '#platform/web/draft.ts'
import type { Hall } from '../model.ts'
import { closeHall } from './calls.ts'

/** Nothing is taught there any more, or it was entered by mistake. */
export function CloseHallDialog({ of, onClose }: { of: Hall; onClose: () => void }) {
  const { classHallId, name, areaName } = of
  const draft = useDraft('halls.close', classHallId)
  const closing = useChange(closeHall, { draft })
  return (
    <EndRuleDialog
      title={{ vi: 'Thôi dùng hội trường', en: 'Give a hall up' }}
      said={`${name}, ${areaName}`}
      followsOn={null}
      until={of.until}
      draft={draft}
      ending={closing}
      onEnd={async (end) => {
        if (await closing.run({ classHallId, ...end })) onClose()
      }}
      onClose={onClose}
    />
  )
}
