import { useChange } from '#platform/web/changes.ts'
import { useDraft } from '#platform/web/draft.ts'
import { ReasonDialog } from '#platform/web/kit/ReasonDialog.tsx'
import type { Whole } from '../model.ts'
import { restoreCredential } from './calls.ts'

/** It was revoked by mistake: it holds as if it had not been. */
export function RestoreDialog({ of, onClose }: { of: Whole; onClose: () => void }) {
  const { credentialId, name, rule } = of
  const draft = useDraft('credentials.restore', credentialId)
  const restoring = useChange(restoreCredential, { draft })
  return (
    <ReasonDialog
      title={{ vi: 'Trả lại chứng nhận', en: 'Give back a credential' }}
      what={{ vi: `${rule}: ${name}`, en: `${rule}: ${name}` }}
      deed={{ vi: 'Trả lại', en: 'Give back' }}
      draft={draft}
      pending={restoring.pending}
      problem={restoring.problem}
      onGive={async (because) => {
        if (await restoring.run({ credentialId, because })) onClose()
      }}
      onClose={onClose}
    />
  )
}
