import { useChange } from '#platform/web/changes.ts'
import { useDraft, useSeen, useTyped } from '#platform/web/draft.ts'
import { changesOf, useEdit } from '#platform/web/edits.ts'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { EditForm } from '#platform/web/kit/EditForm.tsx'
import { ClassFields } from './ClassFields.tsx'
import { changeClass } from './calls.ts'
import { type ClassAnswer, classLacks, classSeen, classSent, classTyped, classWords, type TypedClass } from './class.ts'

/** What is written of a class is put right, or has changed. */
export function ChangeClassDialog({ of, onClose }: { of: ClassAnswer; onClose: () => void }) {
  const { trainingClassId } = of
  const draft = useDraft('classes.change', trainingClassId)
  const was = useSeen(draft, 'seen', classSeen(of))
  const [typed, setTyped] = useTyped<TypedClass>(draft, 'class', () => classTyped(classSeen(of)))
  const changing = useEdit(useChange(changeClass, { draft }))
  const sent = classSent(typed)
  const changes = sent && changesOf(was, sent)
  return (
    <Dialog title={{ vi: 'Sửa thông tin lớp', en: 'Change the class' }} onClose={onClose}>
      <EditForm
        draft={draft}
        of={changing}
        changes={changes}
        lacking={classLacks}
        send={() => changing.run({ trainingClassId, was, ...changes })}
        about={was.title}
        words={classWords}
        onDone={onClose}
      >
        <ClassFields areaId={of.areaId} of={typed} own={{ topics: of.topics, line: of.line }} onChange={setTyped} />
      </EditForm>
    </Dialog>
  )
}
