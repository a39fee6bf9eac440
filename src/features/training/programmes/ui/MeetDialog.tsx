import { useChange } from '#platform/web/changes.ts'
import { useDraft } from '#platform/web/draft.ts'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { DecisionForm } from '../../ui/DecisionForm.tsx'
import type { Goal } from '../model.ts'
import { meetGoal } from './calls.ts'

/** From the day of the decision the goal is no longer open. */
export function MeetDialog({ of, onClose }: { of: Goal; onClose: () => void }) {
  const { programmeGoalId } = of
  const draft = useDraft('programmes.meet', programmeGoalId)
  const meeting = useChange(meetGoal, { draft })
  return (
    <Dialog title={{ vi: 'Ghi đạt mục tiêu', en: 'Record the goal as met' }} onClose={onClose}>
      <DecisionForm
        about={`${of.says}, ${of.areaName}`}
        act={{ vi: 'Ghi đạt mục tiêu', en: 'Record as met' }}
        draft={draft}
        change={meeting}
        run={(by) => meeting.run({ programmeGoalId, ...by })}
        onClose={onClose}
      />
    </Dialog>
  )
}
