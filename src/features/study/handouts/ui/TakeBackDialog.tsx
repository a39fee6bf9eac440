import { useChange } from '#platform/web/changes.ts'
import { useDraft } from '#platform/web/draft.ts'
import { ReasonDialog } from '#platform/web/kit/ReasonDialog.tsx'
import type { Handout } from '../model.ts'
import { takeHandoutBack } from './calls.ts'

/** Recorded by mistake, or the copies came back: it stays in the list and counts no more. */
export function TakeBackDialog({ of, onClose }: { of: Handout; onClose: () => void }) {
  const { handoutId, title, copies } = of
  const draft = useDraft('handouts.take_back', handoutId)
  const taking = useChange(takeHandoutBack, { draft })
  return (
    <ReasonDialog
      title={{ vi: 'Rút lần phát bản giấy', en: 'Take a hand-out back' }}
      what={{ vi: `${title}: ${copies} bản`, en: `${title}: ${copies}` }}
      deed={{ vi: 'Rút', en: 'Take back' }}
      draft={draft}
      pending={taking.pending}
      problem={taking.problem}
      onGive={async (because) => {
        if (await taking.run({ handoutId, because })) onClose()
      }}
      onClose={onClose}
    />
  )
}
