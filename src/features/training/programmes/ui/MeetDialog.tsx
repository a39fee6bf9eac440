import { findPlainDate } from '#kernel/dates.ts'
import { useChange } from '#platform/web/changes.ts'
import { useDraft, useTyped } from '#platform/web/draft.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { say } from '#platform/web/language.ts'
import { DecisionFields, type Typed, undecided } from '../../ui/DecisionFields.tsx'
import type { Goal } from '../model.ts'
import { meetGoal } from './calls.ts'

/** The decision that says that a goal is met: from its day the goal is no longer open. */
export function MeetDialog({ of, onClose }: { of: Goal; onClose: () => void }) {
  const { programmeGoalId } = of
  const draft = useDraft('programmes.meet', programmeGoalId)
  const [typed, setTyped] = useTyped<Typed>(draft, 'decision', undecided)
  const meeting = useChange(meetGoal, { draft })
  const decidedOn = findPlainDate(typed.day ?? '')
  const [number, issuer] = [typed.number.trim(), typed.issuer.trim()]
  const whyNot =
    number && issuer && decidedOn
      ? null
      : { vi: 'Cần số, ngày và cơ quan ban hành.', en: 'Number, day and issuer are needed.' }
  const meet = async () => {
    if (decidedOn && !whyNot && (await meeting.run({ programmeGoalId, number, decidedOn, issuer }))) onClose()
  }
  return (
    <Dialog title={{ vi: 'Ghi đạt mục tiêu', en: 'Record the goal as met' }} onClose={onClose}>
      <p>
        {of.says}, {of.areaName}
      </p>
      <Form
        onSubmit={meet}
        draft={draft}
        problem={meeting.problem}
        actions={
          <Button look="primary" submit pending={meeting.pending} whyNot={whyNot}>
            {say({ vi: 'Ghi đạt mục tiêu', en: 'Record as met' })}
          </Button>
        }
      >
        <DecisionFields of={typed} onChange={setTyped} />
      </Form>
    </Dialog>
  )
}
