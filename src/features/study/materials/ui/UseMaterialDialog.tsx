import { useChange } from '#platform/web/changes.ts'
import { useDraft } from '#platform/web/draft.ts'
import { ReasonDialog } from '#platform/web/kit/ReasonDialog.tsx'
import type { Material } from '../model.ts'
import { useMaterial } from './calls.ts'

const deeds = {
  out: { vi: 'Thôi dùng', en: 'Take out of use' },
  used: { vi: 'Dùng lại', en: 'Take back into use' },
} as const

/** Out of use it stands in no list of what is to be read; what was read stays recorded. */
export function UseMaterialDialog({ of, onClose }: { of: Material; onClose: () => void }) {
  const { materialId, title } = of
  const state = of.state === 'used' ? 'out' : 'used'
  const draft = useDraft('library.use', materialId)
  const recording = useChange(useMaterial, { draft })
  return (
    <ReasonDialog
      title={{ vi: `${deeds[state].vi} tài liệu`, en: deeds[state].en }}
      what={{ vi: title, en: title }}
      deed={deeds[state]}
      draft={draft}
      pending={recording.pending}
      problem={recording.problem}
      onGive={async (because) => {
        if (await recording.run({ materialId, state, because })) onClose()
      }}
      onClose={onClose}
    />
  )
}
