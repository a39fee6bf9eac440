import { useChange } from '#platform/web/changes.ts'
import { useDraft, useSeen, useTyped } from '#platform/web/draft.ts'
import { useEdit } from '#platform/web/edits.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Decide } from '#platform/web/kit/Decide.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { say } from '#platform/web/language.ts'
import { changeProgramme } from './calls.ts'
import { ProgrammeFields } from './ProgrammeFields.tsx'
import { changesOf, type ProgrammeAnswer, programmeWords, seenOf, sentOf, type Typed, typedOf } from './programme.ts'

/** What the register says of a programme is put right, or newly known. */
export function ChangeProgrammeDialog({ of, onClose }: { of: ProgrammeAnswer; onClose: () => void }) {
  const { programmeId } = of
  const draft = useDraft('programmes.change', programmeId)
  const was = useSeen(draft, 'seen', seenOf(of))
  const [typed, setTyped] = useTyped<Typed>(draft, 'programme', () => typedOf(of))
  const changing = useEdit(useChange(changeProgramme, { draft }))
  const sent = sentOf(typed)
  const changes = sent ? changesOf(was, sent) : {}
  const whyNot = !sent
    ? { vi: 'Cần loại, tên, nguồn; năm gồm 4 chữ số.', en: 'Kind, name, source; years of 4 figures.' }
    : Object.keys(changes).length === 0
      ? { vi: 'Chưa có gì thay đổi.', en: 'Nothing is changed yet.' }
      : null
  return (
    <Dialog title={{ vi: 'Sửa chương trình', en: 'Change the programme' }} onClose={onClose}>
      <Form
        onSubmit={async () => {
          if (!whyNot && (await changing.run({ programmeId, was, ...changes }))) onClose()
        }}
        draft={draft}
        problem={changing.problem}
        actions={
          <Button look="primary" submit pending={changing.pending} whyNot={whyNot}>
            {say({ vi: 'Ghi thay đổi', en: 'Record the change' })}
          </Button>
        }
      >
        <ProgrammeFields of={typed} onChange={setTyped} />
      </Form>
      <Decide of={changing} about={was.name} words={programmeWords} onDone={onClose} />
    </Dialog>
  )
}
