import { useChange } from '#platform/web/changes.ts'
import { useDraft, useSeen, useTyped } from '#platform/web/draft.ts'
import { changesOf, useEdit } from '#platform/web/edits.ts'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { EditForm } from '#platform/web/kit/EditForm.tsx'
import type { WholeTest } from '../model.ts'
import { changeTest } from './calls.ts'
import { TestFields } from './TestFields.tsx'
import { type TypedTest, testLacks, testSeen, testSent, testTyped, testWords } from './test.ts'

/** A draft of a test is put right. */
export function ChangeTestDialog({ of, onClose }: { of: WholeTest; onClose: () => void }) {
  const { classTestId } = of
  const draft = useDraft('classTests.change', classTestId)
  const was = useSeen(draft, 'seen', testSeen(of))
  const [typed, setTyped] = useTyped<TypedTest>(draft, 'test', () => testTyped(testSeen(of)))
  const changing = useEdit(useChange(changeTest, { draft }))
  const sent = testSent(typed)
  const changes = sent && changesOf(was, sent)
  return (
    <Dialog title={{ vi: 'Sửa bài kiểm tra', en: 'Change the test' }} onClose={onClose}>
      <EditForm
        draft={draft}
        of={changing}
        changes={changes}
        lacking={testLacks}
        send={() => changing.run({ classTestId, was, ...changes })}
        about={was.title}
        words={testWords}
        onDone={onClose}
      >
        <TestFields of={typed} topics={of.topics} onChange={setTyped} />
      </EditForm>
    </Dialog>
  )
}
