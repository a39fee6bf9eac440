import { useChange } from '#platform/web/changes.ts'
import { useDraft, useSeen, useTyped } from '#platform/web/draft.ts'
import { useEdit } from '#platform/web/edits.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Decide } from '#platform/web/kit/Decide.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { say } from '#platform/web/language.ts'
import { changeFramework } from './calls.ts'
import { FrameworkFields } from './FrameworkFields.tsx'
import { changesOf, type FrameworkAnswer, frameworkWords, seenOf, sentOf, type Typed, typedOf } from './framework.ts'

/** Name, period and programme of a draft are changed. */
export function ChangeFrameworkDialog({ of, onClose }: { of: FrameworkAnswer; onClose: () => void }) {
  const { frameworkId } = of
  const draft = useDraft('frameworks.change', frameworkId)
  const was = useSeen(draft, 'seen', seenOf(of))
  const [typed, setTyped] = useTyped<Typed>(draft, 'framework', () => typedOf(of))
  const changing = useEdit(useChange(changeFramework, { draft }))
  const sent = sentOf(typed)
  const changes = sent ? changesOf(was, sent) : {}
  const whyNot = !sent
    ? { vi: 'Cần tên khung; năm gồm 4 chữ số.', en: 'A name, and years of 4 figures.' }
    : Object.keys(changes).length === 0
      ? { vi: 'Chưa có gì thay đổi.', en: 'Nothing is changed yet.' }
      : null
  return (
    <Dialog title={{ vi: 'Sửa bản thảo', en: 'Change the draft' }} onClose={onClose}>
      <Form
        onSubmit={async () => {
          if (!whyNot && (await changing.run({ frameworkId, was, ...changes }))) onClose()
        }}
        draft={draft}
        problem={changing.problem}
        actions={
          <Button look="primary" submit pending={changing.pending} whyNot={whyNot}>
            {say({ vi: 'Ghi thay đổi', en: 'Record the change' })}
          </Button>
        }
      >
        <FrameworkFields of={typed} onChange={setTyped} />
      </Form>
      <Decide of={changing} about={was.name} words={frameworkWords} onDone={onClose} />
    </Dialog>
  )
}
