import { useChange } from '#platform/web/changes.ts'
import { useDraft, useSeen, useTyped } from '#platform/web/draft.ts'
import { changesOf, useEdit } from '#platform/web/edits.ts'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { EditForm } from '#platform/web/kit/EditForm.tsx'
import { BodyFields } from './BodyFields.tsx'
import { changeBody } from './calls.ts'
import { type BodyAnswer, bodyWords, type Founded, foundedOf, type TypedBody, typedBody } from './typed.ts'

const seenIn = ({ name, watches, watchesCode, decisionNumber, decidedOn, decidedBy, until }: BodyAnswer): Founded => ({
  ...{ name, watches, watchesCode, decisionNumber, decidedOn, decidedBy, until },
})

/** What was entered wrongly, or a term that is set later. */
export function ChangeBodyDialog({ of, onClose }: { of: BodyAnswer; onClose: () => void }) {
  const draft = useDraft('bodies.change', of.bodyId)
  const was = useSeen<Founded>(draft, 'seen', seenIn(of))
  const [body, setBody] = useTyped<TypedBody>(draft, 'body', () => typedBody(of))
  const changing = useEdit(useChange(changeBody, { draft }))
  const founded = foundedOf(body)
  const changes = founded && changesOf(was, founded)
  return (
    <Dialog title={{ vi: 'Sửa thông tin của Ban', en: 'Change the body' }} onClose={onClose}>
      <EditForm
        draft={draft}
        of={changing}
        changes={changes}
        lacking={{ vi: 'Cần tên và quyết định thành lập.', en: 'Name and founding decision are needed.' }}
        send={() => changing.run({ bodyId: of.bodyId, was, ...changes })}
        about={was.name}
        words={bodyWords}
        onDone={onClose}
      >
        <BodyFields body={body} onChange={setBody} />
      </EditForm>
    </Dialog>
  )
}
