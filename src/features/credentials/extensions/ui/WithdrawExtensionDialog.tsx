import { showDate } from '#kernel/dates.ts'
import { useChange } from '#platform/web/changes.ts'
import { useDraft } from '#platform/web/draft.ts'
import { ReasonDialog } from '#platform/web/kit/ReasonDialog.tsx'
import type { Extension } from '../model.ts'
import { withdrawExtension } from './calls.ts'

/** The credentials hold again as issued, or as another decision extends them. */
export function WithdrawExtensionDialog({ of, onClose }: { of: Extension; onClose: () => void }) {
  const { credentialExtensionId, number, decidedOn } = of
  const draft = useDraft('extensions.withdraw', credentialExtensionId)
  const withdrawing = useChange(withdrawExtension, { draft })
  const told = `${number}, ${showDate(decidedOn)}`
  return (
    <ReasonDialog
      title={{ vi: 'Rút quyết định gia hạn', en: 'Withdraw the extension' }}
      what={{
        vi: `${told}: chứng nhận trở lại thời hạn như khi cấp.`,
        en: `${told}: the credentials hold again as issued.`,
      }}
      deed={{ vi: 'Rút quyết định', en: 'Withdraw' }}
      danger
      draft={draft}
      pending={withdrawing.pending}
      problem={withdrawing.problem}
      onGive={async (because) => {
        if (await withdrawing.run({ credentialExtensionId, because })) onClose()
      }}
      onClose={onClose}
    />
  )
}
