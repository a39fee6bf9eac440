import { findPlainDate } from '#kernel/dates.ts'
import { useChange } from '#platform/web/changes.ts'
import { useDraft, useTyped } from '#platform/web/draft.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { say } from '#platform/web/language.ts'
import { DecisionFields, type Typed, undecided } from '../../ui/DecisionFields.tsx'
import { approvePlan } from './calls.ts'
import type { PlanAnswer } from './plan.ts'

/** The decision that approves the plan as it is shown; nobody alters it afterwards. */
export function ApprovePlanDialog({ of, onClose }: { of: PlanAnswer; onClose: () => void }) {
  const { trainingPlanId, edits } = of
  const draft = useDraft('plans.approve', trainingPlanId)
  const [typed, setTyped] = useTyped<Typed>(draft, 'decision', undecided)
  const approving = useChange(approvePlan, { draft })
  const decidedOn = findPlainDate(typed.day ?? '')
  const [number, issuer] = [typed.number.trim(), typed.issuer.trim()]
  const whyNot =
    number && issuer && decidedOn
      ? null
      : { vi: 'Cần số, ngày và cơ quan ban hành.', en: 'Number, day and issuer are needed.' }
  const approve = async () => {
    if (decidedOn && !whyNot && (await approving.run({ trainingPlanId, number, decidedOn, issuer, edits }))) onClose()
  }
  return (
    <Dialog title={{ vi: 'Ghi phê duyệt kế hoạch', en: 'Record the approval' }} onClose={onClose}>
      <p>
        {say({
          vi: 'Ghi quyết định đã ký. Sau khi ghi, kế hoạch không sửa được nữa; đơn vị cấp dưới đọc được và lập kế hoạch của mình.',
          en: 'Record the signed decision. Afterwards nobody alters the plan; the units below read it and make theirs.',
        })}
      </p>
      <Form
        onSubmit={approve}
        draft={draft}
        problem={approving.problem}
        actions={
          <Button look="primary" submit pending={approving.pending} whyNot={whyNot}>
            {say({ vi: 'Ghi phê duyệt', en: 'Record the approval' })}
          </Button>
        }
      >
        <DecisionFields of={typed} onChange={setTyped} />
      </Form>
    </Dialog>
  )
}
