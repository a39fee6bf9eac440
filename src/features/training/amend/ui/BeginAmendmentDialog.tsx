import { useLocation } from 'preact-iso'
import type { TrainingPlanId } from '#kernel/ids.ts'
import { useTo } from '#platform/web/address.ts'
import { useChange } from '#platform/web/changes.ts'
import { useDraft, useMade } from '#platform/web/draft.ts'
import { newId } from '#platform/web/ids.ts'
import { ReasonDialog } from '#platform/web/kit/ReasonDialog.tsx'
import { type PlanAnswer, pathOf } from '../../plan/ui/plan.ts'
import { beginAmendment } from './calls.ts'

/** A draft with all lines of what is in force, to be changed and approved. */
export function BeginAmendmentDialog({ of, onClose }: { of: PlanAnswer; onClose: () => void }) {
  const { trainingPlanId } = of
  const draft = useDraft('amend.begin', trainingPlanId)
  const amendmentId = useMade(draft, 'amendmentId', () => newId<'training_plan'>() as TrainingPlanId)
  const beginning = useChange(beginAmendment, { draft })
  const { route } = useLocation()
  const to = useTo()
  return (
    <ReasonDialog
      title={{ vi: 'Điều chỉnh kế hoạch', en: 'Amend the plan' }}
      what={{
        vi: 'Phần mềm lập một bản thảo với mọi dòng đang có hiệu lực. Sửa, lấy ý kiến rồi phê duyệt như kế hoạch; đến khi ấy kế hoạch cũ vẫn có hiệu lực.',
        en: 'A draft is made with all lines in force. Change it and have it approved as a plan; until then the plan holds as it is.',
      }}
      deed={{ vi: 'Bắt đầu điều chỉnh', en: 'Begin the amendment' }}
      draft={draft}
      pending={beginning.pending}
      problem={beginning.problem}
      onGive={async (reason) => {
        if (await beginning.run({ trainingPlanId, amendmentId, reason })) route(to(pathOf(amendmentId)))
      }}
      onClose={onClose}
    />
  )
}
