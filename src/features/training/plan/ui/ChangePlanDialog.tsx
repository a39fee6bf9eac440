import { useChange } from '#platform/web/changes.ts'
import { useDraft, useSeen, useTyped } from '#platform/web/draft.ts'
import { changesOf, useEdit } from '#platform/web/edits.ts'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { EditForm } from '#platform/web/kit/EditForm.tsx'
import { changePlan } from './calls.ts'
import { PlanFields } from './PlanFields.tsx'
import { SubmittedAlready } from './PlanNotices.tsx'
import { type PlanAnswer, planWords, seenOf, sentOf, type TypedPlan, typedOf } from './plan.ts'

/** Name, programme and size of classes of a draft are changed. */
export function ChangePlanDialog({ of, onClose }: { of: PlanAnswer; onClose: () => void }) {
  const { trainingPlanId } = of
  const draft = useDraft('plans.change', trainingPlanId)
  const was = useSeen(draft, 'seen', seenOf(of))
  const [typed, setTyped] = useTyped<TypedPlan>(draft, 'plan', () => typedOf(of))
  const changing = useEdit(useChange(changePlan, { draft }))
  const sent = sentOf(typed)
  const changes = sent && changesOf(was, sent)
  return (
    <Dialog title={{ vi: 'Sửa kế hoạch', en: 'Change the plan' }} onClose={onClose}>
      <EditForm
        draft={draft}
        of={changing}
        changes={changes}
        lacking={{
          vi: 'Cần tên, chương trình; sĩ số đi cùng văn bản.',
          en: 'Name and programme; a size with its text.',
        }}
        send={() => changing.run({ trainingPlanId, was, ...changes })}
        about={was.name}
        words={planWords}
        onDone={onClose}
      >
        <SubmittedAlready of={of} />
        <PlanFields of={typed} amends={of.amendment > 0} onChange={setTyped} />
      </EditForm>
    </Dialog>
  )
}
