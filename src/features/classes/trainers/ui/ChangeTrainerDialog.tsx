import type { OpenTopic } from '#features/training/needs/model.ts'
import { useChange } from '#platform/web/changes.ts'
import { useDraft, useSeen, useTyped } from '#platform/web/draft.ts'
import { changesOf, useEdit } from '#platform/web/edits.ts'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { EditForm } from '#platform/web/kit/EditForm.tsx'
import type { Trainer } from '../model.ts'
import { changeTrainer } from './calls.ts'
import { TrainerFields } from './TrainerFields.tsx'
import { type TypedTrainer, teachable, trainerSeen, trainerSent, trainerWords, typedOf } from './trainer.ts'

type Props = { readonly of: Trainer; readonly topics: readonly OpenTopic[]; readonly onClose: () => void }

/** What is written of a trainer is put right, or has changed. */
export function ChangeTrainerDialog({ of, topics, onClose }: Props) {
  const { trainerId, name } = of
  const draft = useDraft('trainers.change', trainerId)
  const was = useSeen(draft, 'seen', trainerSeen(of))
  const [typed, setTyped] = useTyped<TypedTrainer>(draft, 'trainer', () => typedOf(trainerSeen(of)))
  const changing = useEdit(useChange(changeTrainer, { draft }))
  const changes = changesOf({ ...was, topicIds: [...was.topicIds].sort() }, trainerSent(typed))
  return (
    <Dialog title={{ vi: 'Sửa thông tin giảng viên', en: 'Change a trainer' }} onClose={onClose}>
      <p>{name}</p>
      <EditForm
        draft={draft}
        of={changing}
        changes={changes}
        send={() => changing.run({ trainerId, was, ...changes })}
        about={name}
        words={trainerWords}
        onDone={onClose}
      >
        <TrainerFields of={typed} topics={teachable(topics, of.topics)} onChange={setTyped} />
      </EditForm>
    </Dialog>
  )
}
