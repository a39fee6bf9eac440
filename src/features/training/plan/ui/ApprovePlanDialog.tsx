import { useChange } from '#platform/web/changes.ts'
import { useDraft } from '#platform/web/draft.ts'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { Notice } from '#platform/web/kit/Notice.tsx'
import { ProblemNote } from '#platform/web/kit/ProblemNote.tsx'
import { say } from '#platform/web/language.ts'
import { showNumber } from '#platform/web/numbers.ts'
import { useRead } from '#platform/web/reads.ts'
import { showComments } from '../../comments/ui/calls.ts'
import { ApprovalForm } from '../../ui/ApprovalForm.tsx'
import { approvePlan } from './calls.ts'
import type { PlanAnswer } from './plan.ts'

export function ApprovePlanDialog({ of, onClose }: { of: PlanAnswer; onClose: () => void }) {
  const { trainingPlanId, edits } = of
  const comments = useRead(showComments, { trainingPlanId })
  const draft = useDraft('plans.approve', trainingPlanId)
  const approving = useChange(approvePlan, { draft })
  return (
    <Dialog title={{ vi: 'Ghi phê duyệt kế hoạch', en: 'Record the approval' }} onClose={onClose}>
      {comments.data && (comments.data.unanswered > 0 || comments.data.silent > 0) && (
        <Notice look="waits">
          {say(
            {
              vi: 'Còn {n} ý kiến góp ý chưa trả lời, {silent} đơn vị chưa góp ý.',
              en: '{n} comments are not answered, {silent} units have not commented.',
            },
            { n: showNumber(comments.data.unanswered), silent: showNumber(comments.data.silent) },
          )}
        </Notice>
      )}
      <ProblemNote of={comments.problem} again={comments.again} />
      <ApprovalForm
        after={{
          vi: 'Ghi quyết định đã ký. Sau khi ghi, kế hoạch không sửa được nữa; đơn vị cấp dưới đọc được và lập kế hoạch của mình.',
          en: 'Record the signed decision. Afterwards nobody alters the plan; the units below read it and make theirs.',
        }}
        draft={draft}
        approving={approving}
        approve={(by) => approving.run({ trainingPlanId, edits, ...by })}
        onClose={onClose}
      />
    </Dialog>
  )
}
