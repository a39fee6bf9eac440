import type { ClassSessionId, ClassTrainerId } from '#kernel/ids.ts'
import { useChange } from '#platform/web/changes.ts'
import { useDraft, useMade, useSeen, useTyped } from '#platform/web/draft.ts'
import { newId } from '#platform/web/ids.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { TextField } from '#platform/web/kit/TextField.tsx'
import { say } from '#platform/web/language.ts'
import type { ClassAnswer } from '../../list/ui/class.ts'
import type { ClassTrainer } from '../model.ts'
import { blocked, ClashNotes } from './ClashNotes.tsx'
import { replaceTrainer } from './calls.ts'
import { SessionsField } from './SessionsField.tsx'
import { type Chosen, TrainerPicker, useTrainerClashes } from './TrainerPicker.tsx'

type Props = { readonly of: ClassAnswer; readonly trainer: ClassTrainer; readonly onClose: () => void }

/** Another teaches what is to come; both names stay. */
export function ReplaceTrainerDialog({ of, trainer, onClose }: Props) {
  const { classTrainerId } = trainer
  const draft = useDraft('classes.replaceTrainer', classTrainerId)
  const seen = useSeen(draft, 'seen', trainer.state)
  const [who, setWho] = useTyped<Chosen>(draft, 'who', { trainerId: null, name: '' })
  const [because, setBecause] = useTyped(draft, 'because', '')
  // Who declined has left them.
  const bare = of.sessionList.filter(({ begun, trainers }) => !begun && trainers.length === 0)
  const [sessions, setSessions] = useTyped<readonly ClassSessionId[]>(draft, 'sessions', () =>
    trainer.state === 'declined' ? bare.map(({ classSessionId }) => classSessionId) : [],
  )
  const made = useMade(draft, 'follower', () => newId<'class_trainer'>() as ClassTrainerId)
  const replacing = useChange(replaceTrainer, { draft })
  const { trainerId } = who
  // Theirs that are to come, and those that are added.
  const left = of.sessionList.filter(({ begun, classTrainerIds }) => !begun && classTrainerIds.includes(classTrainerId))
  const clashes = useTrainerClashes(of, trainerId, [...left.map((one) => one.classSessionId), ...sessions])
  const known = of.trainerList.find((one) => one.trainerId === trainerId)
  const why = because.trim()
  const replace = async () => {
    if (!trainerId || !why) return
    const follower = known?.classTrainerId ?? made
    const by = { follower, trainerId, classSessionIds: [...sessions], because: why }
    if (await replacing.run({ classTrainerId, seen, ...by })) onClose()
  }
  return (
    <Dialog title={{ vi: 'Thay giảng viên', en: 'Replace a trainer' }} onClose={onClose}>
      <p>
        {say(
          {
            vi: '{name} thôi dạy các buổi chưa bắt đầu; người thay dạy những buổi ấy. Lớp giữ cả hai tên.',
            en: '{name} no longer teaches what is to come; who follows does. Both names stay.',
          },
          { name: trainer.name },
        )}
      </p>
      <Form
        onSubmit={replace}
        draft={draft}
        problem={replacing.problem}
        actions={
          <Button
            look="primary"
            submit
            pending={replacing.pending}
            whyNot={
              trainerId && why
                ? blocked(clashes)
                : { vi: 'Cần người thay và lý do.', en: 'Who follows and why are needed.' }
            }
          >
            {say({ vi: 'Thay người', en: 'Replace' })}
          </Button>
        }
      >
        <TrainerPicker areaId={of.areaId} of={who} onChange={setWho} />
        {bare.length > 0 && <SessionsField of={bare} values={sessions} onChange={setSessions} />}
        <ClashNotes of={clashes} />
        <TextField
          at="because"
          label={{ vi: 'Lý do', en: 'Reason' }}
          required
          lines={2}
          maxLength={500}
          value={because}
          onChange={setBecause}
        />
      </Form>
    </Dialog>
  )
}
