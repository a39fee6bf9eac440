import { useChange } from '#platform/web/changes.ts'
import { useDraft } from '#platform/web/draft.ts'
import { ReasonDialog } from '#platform/web/kit/ReasonDialog.tsx'
import type { Question } from '../model.ts'
import { useQuestion } from './calls.ts'

const deeds = {
  out: { vi: 'Thôi dùng', en: 'Take out of use' },
  used: { vi: 'Dùng lại', en: 'Take back into use' },
} as const

/** Out of use it is drawn for no test any more; tests that had it keep it. */
export function UseQuestionDialog({ of, onClose }: { of: Question; onClose: () => void }) {
  const { questionId, ask } = of
  const state = of.state === 'used' ? 'out' : 'used'
  const draft = useDraft('questions.use', questionId)
  const recording = useChange(useQuestion, { draft })
  return (
    <ReasonDialog
      title={{ vi: `${deeds[state].vi} câu hỏi`, en: deeds[state].en }}
      what={{ vi: ask, en: ask }}
      deed={deeds[state]}
      draft={draft}
      pending={recording.pending}
      problem={recording.problem}
      onGive={async (because) => {
        if (await recording.run({ questionId, state, because })) onClose()
      }}
      onClose={onClose}
    />
  )
}
