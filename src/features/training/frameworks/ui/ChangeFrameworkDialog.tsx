import { useChange } from '#platform/web/changes.ts'
import { useDraft, useSeen, useTyped } from '#platform/web/draft.ts'
import { changesOf, useEdit } from '#platform/web/edits.ts'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { EditForm } from '#platform/web/kit/EditForm.tsx'
import { changeFramework } from './calls.ts'
import { FrameworkFields } from './FrameworkFields.tsx'
import { type FrameworkAnswer, frameworkWords, seenOf, sentOf, type Typed, typedOf } from './framework.ts'

/** Name, period and programme of a draft are changed. */
export function ChangeFrameworkDialog({ of, onClose }: { of: FrameworkAnswer; onClose: () => void }) {
  const { frameworkId } = of
  const draft = useDraft('frameworks.change', frameworkId)
  const was = useSeen(draft, 'seen', seenOf(of))
  const [typed, setTyped] = useTyped<Typed>(draft, 'framework', () => typedOf(of))
  const changing = useEdit(useChange(changeFramework, { draft }))
  const sent = sentOf(typed)
  const changes = sent && changesOf(was, sent)
  return (
    <Dialog title={{ vi: 'Sửa bản thảo', en: 'Change the draft' }} onClose={onClose}>
      <EditForm
        draft={draft}
        of={changing}
        changes={changes}
        lacking={{ vi: 'Cần tên khung; năm gồm 4 chữ số.', en: 'A name, and years of 4 figures.' }}
        send={() => changing.run({ frameworkId, was, ...changes })}
        about={was.name}
        words={frameworkWords}
        onDone={onClose}
      >
        <FrameworkFields of={typed} onChange={setTyped} />
      </EditForm>
    </Dialog>
  )
}
