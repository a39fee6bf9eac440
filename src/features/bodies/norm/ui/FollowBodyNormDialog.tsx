import { FollowValueDialog } from '#features/people/norms/ui/FollowValueDialog.tsx'
import type { BodyNormId } from '#kernel/ids.ts'
import { useChange } from '#platform/web/changes.ts'
import { useDraft, useMade } from '#platform/web/draft.ts'
import { newId } from '#platform/web/ids.ts'
import { say } from '#platform/web/language.ts'
import { type BodyNormRule, normSaid } from '../model.ts'
import { followNorm } from './calls.ts'

export function FollowBodyNormDialog({ of, onClose }: { of: BodyNormRule; onClose: () => void }) {
  const draft = useDraft('bodies.followNorm', of.bodyNormId)
  const nextId = useMade(draft, 'nextId', () => newId<'body_norm'>() as BodyNormId)
  const following = useChange(followNorm, { draft })
  return (
    <FollowValueDialog
      said={say(normSaid(of))}
      label={{ vi: 'Số Ban', en: 'Bodies' }}
      whyNot={{
        vi: 'Cần số Ban, ngày áp dụng, căn cứ và độ tin cậy.',
        en: 'Bodies, day, basis and how sure it is are needed.',
      }}
      draft={draft}
      following={following}
      onFollow={async (value) => {
        if (await following.run({ bodyNormId: of.bodyNormId, nextId, ...value })) onClose()
      }}
      onClose={onClose}
    />
  )
}
