import { useChange } from '#platform/web/changes.ts'
import { useDraft } from '#platform/web/draft.ts'
import { ReasonDialog } from '#platform/web/kit/ReasonDialog.tsx'
import type { Handover } from '../model.ts'
import { refuseRecord } from './calls.ts'

/** The record stays where it is. */
export function RefuseDialog({ of, onClose }: { of: Handover; onClose: () => void }) {
  const draft = useDraft('handover.refuse', of.handoverId)
  const refusing = useChange(refuseRecord, { draft })
  const refuse = async (because: string) => {
    if (await refusing.run({ handoverId: of.handoverId, because })) onClose()
  }
  return (
    <ReasonDialog
      title={{ vi: 'Không nhận hồ sơ', en: 'Not take the record' }}
      what={{
        vi: `Hồ sơ của ${of.name} vẫn do ${of.fromName} giữ.`,
        en: `${of.fromName} keeps the record of ${of.name}.`,
      }}
      deed={{ vi: 'Không nhận', en: 'Not take' }}
      danger
      draft={draft}
      pending={refusing.pending}
      problem={refusing.problem}
      onGive={refuse}
      onClose={onClose}
    />
  )
}
