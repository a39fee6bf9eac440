import type { ClassSessionId, ClassTrainerId } from '#kernel/ids.ts'
import { useChange } from '#platform/web/changes.ts'
import { useDraft, useMade, useTyped } from '#platform/web/draft.ts'
import { newId } from '#platform/web/ids.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { say } from '#platform/web/language.ts'
import type { ClassAnswer } from '../../list/ui/class.ts'
import { blocked, ClashNotes } from './ClashNotes.tsx'
import { askTrainer } from './calls.ts'
import { SessionsField } from './SessionsField.tsx'
import { type Chosen, TrainerPicker, useTrainerClashes } from './TrainerPicker.tsx'

/** Somebody is asked to teach, and holds their hours from then on. */
export function AskTrainerDialog({ of, onClose }: { of: ClassAnswer; onClose: () => void }) {
  const { trainingClassId } = of
  const draft = useDraft('classes.askTrainer', trainingClassId)
  const [who, setWho] = useTyped<Chosen>(draft, 'who', { trainerId: null, name: '' })
  const coming = of.sessionList.filter(({ begun }) => !begun)
  const [sessions, setSessions] = useTyped<readonly ClassSessionId[]>(draft, 'sessions', () =>
    coming.filter(({ trainers }) => trainers.length === 0).map(({ classSessionId }) => classSessionId),
  )
  const classTrainerId = useMade(draft, 'classTrainerId', () => newId<'class_trainer'>() as ClassTrainerId)
  const asking = useChange(askTrainer, { draft })
  const { trainerId } = who
  const clashes = useTrainerClashes(of, trainerId, sessions)
  const ask = async () => {
    if (!trainerId) return
    if (await asking.run({ trainingClassId, classTrainerId, trainerId, classSessionIds: [...sessions] })) onClose()
  }
  return (
    <Dialog title={{ vi: 'Mời giảng viên', en: 'Ask a trainer' }} onClose={onClose}>
      <Form
        onSubmit={ask}
        draft={draft}
        problem={asking.problem}
        actions={
          <Button
            look="primary"
            submit
            pending={asking.pending}
            whyNot={trainerId ? blocked(clashes) : { vi: 'Chọn giảng viên.', en: 'Choose a trainer.' }}
          >
            {say({ vi: 'Ghi đã mời', en: 'Record the asking' })}
          </Button>
        }
      >
        <TrainerPicker areaId={of.areaId} of={who} onChange={setWho} />
        <SessionsField of={coming} values={sessions} onChange={setSessions} />
        <ClashNotes of={clashes} />
      </Form>
    </Dialog>
  )
}
