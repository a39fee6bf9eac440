import { useChange } from '#platform/web/changes.ts'
import { useDraft } from '#platform/web/draft.ts'
import { ReasonDialog } from '#platform/web/kit/ReasonDialog.tsx'
import type { Apart } from '../model.ts'
import { takeApartBack } from './calls.ts'

/** That they are two people was wrong, or is doubted again. */
export function NotApartDialog({ of, onClose }: { of: Apart; onClose: () => void }) {
  const draft = useDraft('joining.notApart', of.apartId)
  const taking = useChange(takeApartBack, { draft })
  const takeBack = async (because: string) => {
    if (await taking.run({ apartId: of.apartId, because })) onClose()
  }
  return (
    <ReasonDialog
      title={{ vi: 'Rút lời nói là hai người', en: 'Take back that they are two people' }}
      what={{
        vi: `Hai hồ sơ của ${of.name} trở lại danh sách có thể trùng, nếu vẫn giống nhau, và gộp được.`,
        en: `The two records of ${of.name} come back to the list above if they are still alike, and can be joined.`,
      }}
      deed={{ vi: 'Rút lại', en: 'Take back' }}
      draft={draft}
      pending={taking.pending}
      problem={taking.problem}
      onGive={takeBack}
      onClose={onClose}
    />
  )
}
