import { useChange } from '#platform/web/changes.ts'
import { useDraft } from '#platform/web/draft.ts'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { say } from '#platform/web/language.ts'
import { DecisionForm } from '../../ui/DecisionForm.tsx'
import { approvePlan } from './calls.ts'
import type { PlanAnswer } from './plan.ts'

export function ApprovePlanDialog({ of, onClose }: { of: PlanAnswer; onClose: () => void }) {
  const { trainingPlanId, edits } = of
  const draft = useDraft('plans.approve', trainingPlanId)
  const approving = useChange(approvePlan, { draft })
  return (
    <Dialog title={{ vi: 'Ghi phê duyệt kế hoạch', en: 'Record the approval' }} onClose={onClose}>
      <DecisionForm
        about={say({
          vi: 'Ghi quyết định đã ký. Sau khi ghi, kế hoạch không sửa được nữa; đơn vị cấp dưới đọc được và lập kế hoạch của mình.',
          en: 'Record the signed decision. Afterwards nobody alters the plan; the units below read it and make theirs.',
        })}
        act={{ vi: 'Ghi phê duyệt', en: 'Record the approval' }}
        draft={draft}
        change={approving}
        run={(by) => approving.run({ trainingPlanId, edits, ...by })}
        onClose={onClose}
      />
    </Dialog>
  )
}
