import { useChange } from '#platform/web/changes.ts'
import { useDraft, useSeen, useTyped } from '#platform/web/draft.ts'
import { changesOf, useEdit } from '#platform/web/edits.ts'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { EditForm } from '#platform/web/kit/EditForm.tsx'
import type { Move } from '../model.ts'
import { changeMove } from './calls.ts'
import { PlanFields } from './PlanFields.tsx'
import { type Planned, plannedIn, plannedWords, planOf, type TypedPlan } from './planned.ts'

/** Another plan, or what was entered wrongly. */
export function ChangeMoveDialog({ of, onClose }: { of: Move; onClose: () => void }) {
  const draft = useDraft('moves.change', of.moveId)
  const was = useSeen<Planned>(draft, 'seen', plannedIn(of))
  const [plan, setPlan] = useTyped<TypedPlan>(draft, 'plan', () => plannedIn(of))
  const changing = useEdit(useChange(changeMove, { draft }))
  const planned = planOf(plan)
  const changes = planned && changesOf(was, planned)
  return (
    <Dialog title={{ vi: 'Sửa luân chuyển, biệt phái', en: 'Change the move' }} onClose={onClose}>
      <EditForm
        draft={draft}
        of={changing}
        changes={changes}
        lacking={{ vi: 'Cần hình thức và lý do.', en: 'Kind and reason are needed.' }}
        send={() => changing.run({ moveId: of.moveId, was, ...changes })}
        about={of.name}
        words={plannedWords}
        onDone={onClose}
      >
        <PlanFields plan={plan} onChange={setPlan} />
      </EditForm>
    </Dialog>
  )
}
