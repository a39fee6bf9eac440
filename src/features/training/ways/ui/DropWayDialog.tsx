import { useChange } from '#platform/web/changes.ts'
import { useDraft } from '#platform/web/draft.ts'
import { ReasonDialog } from '#platform/web/kit/ReasonDialog.tsx'
import type { Way } from '../model.ts'
import { dropWay } from './calls.ts'

/** A way that was entered wrongly. */
export function DropWayDialog({ of, onClose }: { of: Way; onClose: () => void }) {
  const { trainingWayId, fromName, toName, km } = of
  const draft = useDraft('ways.drop', trainingWayId)
  const dropping = useChange(dropWay, { draft })
  const said = `${fromName} - ${toName}: ${km} km`
  return (
    <ReasonDialog
      title={{ vi: 'Bỏ đường ghi nhầm', en: 'Drop a way' }}
      what={{ vi: said, en: said }}
      deed={{ vi: 'Bỏ', en: 'Drop' }}
      danger
      draft={draft}
      pending={dropping.pending}
      problem={dropping.problem}
      onGive={async (because) => {
        if (await dropping.run({ trainingWayId, because })) onClose()
      }}
      onClose={onClose}
    />
  )
}
