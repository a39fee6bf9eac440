import { useChange } from '#platform/web/changes.ts'
import { useDraft, useSeen, useTyped } from '#platform/web/draft.ts'
import { changesOf, useEdit } from '#platform/web/edits.ts'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { EditForm } from '#platform/web/kit/EditForm.tsx'
import { say } from '#platform/web/language.ts'
import { changeTarget } from './calls.ts'
import { TargetFields } from './TargetFields.tsx'
import { type SetLine, seenIn, sentOf, type TypedTarget, targetWords, typedOf } from './typed.ts'

/** What was entered wrongly is put right; another number by a new text is set anew. */
export function ChangeTargetDialog({ of, onClose }: { of: SetLine; onClose: () => void }) {
  const { moveTargetId } = of
  const draft = useDraft('targets.change', moveTargetId)
  const was = useSeen(draft, 'seen', seenIn(of))
  const [typed, setTyped] = useTyped<TypedTarget>(draft, 'target', () => typedOf(seenIn(of)))
  const changing = useEdit(useChange(changeTarget, { draft }))
  const sent = sentOf(typed)
  const changes = sent && changesOf(was, sent)
  return (
    <Dialog title={{ vi: 'Sửa chỉ tiêu ghi sai', en: 'Put the target right' }} onClose={onClose}>
      <p>
        {say({
          vi: 'Chỉ để sửa chỗ ghi sai. Số thay đổi theo văn bản mới thì ghi chỉ tiêu mới.',
          en: 'For what was entered wrongly. A number changed by a new text is set anew.',
        })}
      </p>
      <EditForm
        draft={draft}
        of={changing}
        changes={changes}
        lacking={{
          vi: 'Cần năm, số người, căn cứ và độ tin cậy.',
          en: 'Year, people, basis and how sure it is are needed.',
        }}
        send={() => changing.run({ moveTargetId, was, ...changes })}
        about={String(was.year)}
        words={targetWords}
        onDone={onClose}
      >
        <TargetFields of={typed} onChange={setTyped} />
      </EditForm>
    </Dialog>
  )
}
