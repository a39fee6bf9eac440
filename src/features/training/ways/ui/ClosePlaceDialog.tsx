import { EndRuleDialog } from '#features/people/norms/ui/EndRuleDialog.tsx'
import { useChange } from '#platform/web/changes.ts'
import { useDraft } from '#platform/web/draft.ts'
import type { Place } from '../model.ts'
import { closePlace } from './calls.ts'

/** It holds no more classes, or never was a place of them. */
export function ClosePlaceDialog({ of, onClose }: { of: Place; onClose: () => void }) {
  const { classPlaceId, areaName } = of
  const draft = useDraft('ways.closePlace', classPlaceId)
  const closing = useChange(closePlace, { draft })
  return (
    <EndRuleDialog
      title={{ vi: 'Thôi mở lớp ở đây', en: 'No more classes here' }}
      said={areaName}
      followsOn={null}
      until={of.until}
      draft={draft}
      ending={closing}
      onEnd={async (end) => {
        if (await closing.run({ classPlaceId, ...end })) onClose()
      }}
      onClose={onClose}
    />
  )
}
