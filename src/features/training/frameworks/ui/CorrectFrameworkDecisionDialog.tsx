import { useChange } from '#platform/web/changes.ts'
import { useDraft } from '#platform/web/draft.ts'
import { useEdit } from '#platform/web/edits.ts'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { CorrectDecisionForm } from '../../ui/CorrectDecisionForm.tsx'
import { correctFrameworkDecision } from './calls.ts'
import type { FrameworkAnswer } from './framework.ts'

type Props = { readonly of: FrameworkAnswer; readonly onClose: () => void }

export function CorrectFrameworkDecisionDialog({ of, onClose }: Props) {
  const { frameworkId, approved } = of
  const draft = useDraft('frameworks.correctDecision', frameworkId)
  const correcting = useEdit(useChange(correctFrameworkDecision, { draft }))
  return (
    <Dialog title={{ vi: 'Đính chính quyết định phê duyệt', en: 'Correct the approval' }} onClose={onClose}>
      {approved && (
        <CorrectDecisionForm
          of={approved}
          about={[
            {
              vi: 'Chuyên đề và nội dung của khung không đổi; sửa ngày thì khung có hiệu lực từ ngày đã sửa.',
              en: 'Topics and contents do not change; with another day the framework is in force from that day on.',
            },
          ]}
          draft={draft}
          name={of.name}
          correcting={correcting}
          run={(by) => correcting.run({ frameworkId, ...by })}
          onClose={onClose}
        />
      )}
    </Dialog>
  )
}
