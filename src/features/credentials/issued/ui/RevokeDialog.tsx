import type { CredentialId } from '#kernel/ids.ts'
import { useChange } from '#platform/web/changes.ts'
import { useDraft } from '#platform/web/draft.ts'
import { ReasonDialog } from '#platform/web/kit/ReasonDialog.tsx'
import type { Credential } from '../model.ts'
import { revokeCredentials } from './calls.ts'

type Props = { readonly of: readonly Credential[]; readonly onDone: () => void; readonly onClose: () => void }
const idsOf = (of: readonly Credential[]): CredentialId[] => of.map(({ credentialId }) => credentialId)

/** They hold no more from today on. Surveys begun before stay valid. */
export function RevokeDialog({ of, onDone, onClose }: Props) {
  const draft = useDraft('credentials.revoke', of[0]?.credentialId ?? 'none')
  const revoking = useChange(revokeCredentials, { draft })
  const names = of.map(({ name }) => name).join(', ')
  return (
    <ReasonDialog
      title={{ vi: 'Thu hồi chứng nhận', en: 'Revoke credentials' }}
      what={{
        vi: `Hết hiệu lực từ hôm nay: ${names}. Phiếu đã khảo sát trước đó vẫn giữ nguyên.`,
        en: `No longer valid from today: ${names}. Surveys made before stay as they are.`,
      }}
      deed={{ vi: 'Thu hồi', en: 'Revoke' }}
      danger
      draft={draft}
      pending={revoking.pending}
      problem={revoking.problem}
      onGive={async (because) => {
        if (await revoking.run({ credentialIds: idsOf(of), because })) onDone()
      }}
      onClose={onClose}
    />
  )
}
