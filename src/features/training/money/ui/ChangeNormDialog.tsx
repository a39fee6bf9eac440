import { useChange } from '#platform/web/changes.ts'
import { useDraft, useSeen, useTyped } from '#platform/web/draft.ts'
import { changesOf, useEdit } from '#platform/web/edits.ts'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { EditForm } from '#platform/web/kit/EditForm.tsx'
import { say } from '#platform/web/language.ts'
import { changeNorm } from './calls.ts'
import { NormFields } from './NormFields.tsx'
import { type NormAnswer, normWords, seenOf, sentOf, type TypedNorm } from './norm.ts'

/** A value that was entered wrongly is put right; a new level is entered as a new value. */
export function ChangeNormDialog({ of, onClose }: { of: NormAnswer; onClose: () => void }) {
  const { spendingNormId } = of
  const draft = useDraft('money.change', spendingNormId)
  const was = useSeen(draft, 'seen', seenOf(of))
  const [typed, setTyped] = useTyped<TypedNorm>(draft, 'norm', () => seenOf(of))
  const changing = useEdit(useChange(changeNorm, { draft }))
  const sent = sentOf(typed)
  const changes = sent && changesOf(was, sent)
  return (
    <Dialog title={{ vi: 'Sửa định mức ghi sai', en: 'Put the norm right' }} onClose={onClose}>
      <p>
        {say({
          vi: 'Chỉ để sửa chỗ ghi sai. Mức thay đổi theo văn bản mới thì ghi là mức mới.',
          en: 'For what was entered wrongly. A level changed by a new text is entered as a new value.',
        })}
      </p>
      <EditForm
        draft={draft}
        of={changing}
        changes={changes}
        lacking={{
          vi: 'Cần nội dung chi, cách tính, mức, ngày, căn cứ và độ tin cậy.',
          en: 'Item, amount, day, basis and how sure it is are needed.',
        }}
        send={() => changing.run({ spendingNormId, was, ...changes })}
        about={was.item}
        words={normWords}
        onDone={onClose}
      >
        <NormFields of={typed} onChange={setTyped} />
      </EditForm>
    </Dialog>
  )
}
