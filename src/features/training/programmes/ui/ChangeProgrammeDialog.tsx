import { useChange } from '#platform/web/changes.ts'
import { useDraft, useSeen, useTyped } from '#platform/web/draft.ts'
import { changesOf, useEdit } from '#platform/web/edits.ts'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { EditForm } from '#platform/web/kit/EditForm.tsx'
import { changeProgramme } from './calls.ts'
import { ProgrammeFields } from './ProgrammeFields.tsx'
import { type ProgrammeAnswer, programmeWords, seenOf, sentOf, type Typed, typedOf } from './programme.ts'

/** What the register says of a programme is put right, or newly known. */
export function ChangeProgrammeDialog({ of, onClose }: { of: ProgrammeAnswer; onClose: () => void }) {
  const { programmeId } = of
  const draft = useDraft('programmes.change', programmeId)
  const was = useSeen(draft, 'seen', seenOf(of))
  const [typed, setTyped] = useTyped<Typed>(draft, 'programme', () => typedOf(of))
  const changing = useEdit(useChange(changeProgramme, { draft }))
  const sent = sentOf(typed)
  const changes = sent && changesOf(was, sent)
  return (
    <Dialog title={{ vi: 'Sửa chương trình', en: 'Change the programme' }} onClose={onClose}>
      <EditForm
        draft={draft}
        of={changing}
        changes={changes}
        lacking={{
          vi: 'Cần loại, tên, nguồn, độ tin cậy của từng căn cứ; năm gồm 4 chữ số.',
          en: 'Kind, name, source, how sure each basis is; years of 4 figures.',
        }}
        send={() => changing.run({ programmeId, was, ...changes })}
        about={was.name}
        words={programmeWords}
        onDone={onClose}
      >
        <ProgrammeFields of={typed} onChange={setTyped} />
      </EditForm>
    </Dialog>
  )
}
