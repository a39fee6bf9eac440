import { useChange } from '#platform/web/changes.ts'
import { useDraft } from '#platform/web/draft.ts'
import { ReasonDialog } from '#platform/web/kit/ReasonDialog.tsx'
import type { Override } from '../model.ts'
import { closeGate } from './calls.ts'

/** Nothing more is given to them; what they have they keep. */
export function CloseGateDialog({ of, onClose }: { of: Override; onClose: () => void }) {
  const { gateOverrideId, name, round } = of
  const draft = useDraft('rounds.closeGate', gateOverrideId)
  const closing = useChange(closeGate, { draft })
  return (
    <ReasonDialog
      title={{ vi: 'Rút việc cho phép', en: 'Take back' }}
      what={{
        vi: `${name}, ${round}. Việc đã giao vẫn giữ nguyên.`,
        en: `${name}, ${round}. Work that was given stays.`,
      }}
      deed={{ vi: 'Rút', en: 'Take back' }}
      danger
      draft={draft}
      pending={closing.pending}
      problem={closing.problem}
      onGive={async (because) => {
        if (await closing.run({ gateOverrideId, because })) onClose()
      }}
      onClose={onClose}
    />
  )
}
