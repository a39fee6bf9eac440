import { useChange } from '#platform/web/changes.ts'
import { useDraft, useSeen, useTyped } from '#platform/web/draft.ts'
import { changesOf, useEdit } from '#platform/web/edits.ts'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { EditForm } from '#platform/web/kit/EditForm.tsx'
import type { Hall } from '../model.ts'
import { changeHall } from './calls.ts'
import { HallFields } from './HallFields.tsx'
import { hallLacks, hallSeen, hallSent, hallWords, type TypedHall } from './hall.ts'

/** What is written of a hall is put right, or has changed. */
export function ChangeHallDialog({ of, onClose }: { of: Hall; onClose: () => void }) {
  const { classHallId } = of
  const draft = useDraft('halls.change', classHallId)
  const was = useSeen(draft, 'seen', hallSeen(of))
  const [typed, setTyped] = useTyped<TypedHall>(draft, 'hall', () => hallSeen(of))
  const changing = useEdit(useChange(changeHall, { draft }))
  const sent = hallSent(typed)
  const changes = sent && changesOf(was, sent)
  return (
    <Dialog title={{ vi: 'Sửa hội trường, phòng học', en: 'Change a hall or room' }} onClose={onClose}>
      <EditForm
        draft={draft}
        of={changing}
        changes={changes}
        lacking={hallLacks}
        send={() => changing.run({ classHallId, was, ...changes })}
        about={was.name}
        words={hallWords}
        onDone={onClose}
      >
        <HallFields of={typed} onChange={setTyped} />
      </EditForm>
    </Dialog>
  )
}
