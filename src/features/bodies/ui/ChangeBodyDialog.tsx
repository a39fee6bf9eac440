import { useChange } from '#platform/web/changes.ts'
import { useDraft, useSeen, useTyped } from '#platform/web/draft.ts'
import { useEdit } from '#platform/web/edits.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Decide } from '#platform/web/kit/Decide.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { say } from '#platform/web/language.ts'
import { BodyFields } from './BodyFields.tsx'
import { changeBody } from './calls.ts'
import { type BodyAnswer, bodyWords, changesOf, type Founded, foundedOf, type TypedBody, typedBody } from './typed.ts'

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
  const changes = founded ? changesOf(was, founded) : {}
  const whyNot = !founded
    ? { vi: 'Cần tên và quyết định thành lập.', en: 'Name and founding decision are needed.' }
    : Object.keys(changes).length === 0
      ? { vi: 'Chưa có gì thay đổi.', en: 'Nothing is changed yet.' }
      : null
  const change = async () => {
    if (!whyNot && (await changing.run({ bodyId: of.bodyId, was, ...changes }))) onClose()
  }
  return (
    <Dialog title={{ vi: 'Sửa thông tin của Ban', en: 'Change the body' }} onClose={onClose}>
      <Form
        onSubmit={change}
        draft={draft}
        problem={changing.problem}
        actions={
          <Button look="primary" submit pending={changing.pending} whyNot={whyNot}>
            {say({ vi: 'Ghi thay đổi', en: 'Record the change' })}
          </Button>
        }
      >
        <BodyFields body={body} onChange={setBody} />
      </Form>
      <Decide of={changing} about={was.name} words={bodyWords} onDone={onClose} />
    </Dialog>
  )
}
