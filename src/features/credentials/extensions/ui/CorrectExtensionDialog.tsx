import { CorrectDecisionForm } from '#features/training/ui/CorrectDecisionForm.tsx'
import { useChange } from '#platform/web/changes.ts'
import { useDraft } from '#platform/web/draft.ts'
import { useEdit } from '#platform/web/edits.ts'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import type { Extension } from '../model.ts'
import { correctExtension } from './calls.ts'

export function CorrectExtensionDialog({ of, onClose }: { of: Extension; onClose: () => void }) {
  const { credentialExtensionId, number, decidedOn: day, issuer } = of
  const draft = useDraft('extensions.correct', credentialExtensionId)
  const correcting = useEdit(useChange(correctExtension, { draft }))
  return (
    <Dialog title={{ vi: 'Đính chính quyết định gia hạn', en: 'Correct the extension' }} onClose={onClose}>
      <CorrectDecisionForm
        of={{ number, day, issuer }}
        about={[
          {
            vi: 'Chứng nhận được gia hạn và ngày cuối không đổi. Sai ngày cuối thì rút quyết định rồi ghi lại.',
            en: 'The credentials and their last day do not change. If that day is wrong, withdraw and record it anew.',
          },
        ]}
        draft={draft}
        name={number}
        correcting={correcting}
        run={(by) => correcting.run({ credentialExtensionId, ...by })}
        onClose={onClose}
      />
    </Dialog>
  )
}
