import type { NormId } from '#kernel/ids.ts'
import { useChange } from '#platform/web/changes.ts'
import { useDraft, useMade } from '#platform/web/draft.ts'
import { newId } from '#platform/web/ids.ts'
import { say } from '#platform/web/language.ts'
import type { NormRule } from '../model.ts'
import { followNorm } from './calls.ts'
import { FollowValueDialog } from './FollowValueDialog.tsx'

export function FollowNormDialog({ of, onClose }: { of: NormRule; onClose: () => void }) {
  const draft = useDraft('norms.follow', of.postNormId)
  const nextId = useMade(draft, 'nextId', () => newId<'norm'>() as NormId)
  const following = useChange(followNorm, { draft })
  return (
    <FollowValueDialog
      said={`${say(of.said)}: ${of.required}`}
      label={{ vi: 'Số người', en: 'People' }}
      whyNot={{
        vi: 'Cần số người, ngày áp dụng, căn cứ và độ tin cậy.',
        en: 'People, day, basis and how sure it is are needed.',
      }}
      draft={draft}
      following={following}
      onFollow={async (value) => {
        if (await following.run({ postNormId: of.postNormId, nextId, ...value })) onClose()
      }}
      onClose={onClose}
    />
  )
}
