import { useChange } from '#platform/web/changes.ts'
import { useDraft, useSeen, useTyped } from '#platform/web/draft.ts'
import { changesOf, useEdit } from '#platform/web/edits.ts'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { EditForm } from '#platform/web/kit/EditForm.tsx'
import { TextField } from '#platform/web/kit/TextField.tsx'
import { say } from '#platform/web/language.ts'
import type { QuestionSaid, QuestionVersion, WholeQuestion } from '../model.ts'
import { changeQuestion } from './calls.ts'
import { QuestionFields } from './QuestionFields.tsx'
import { lacking, questionSent, questionWords, type TypedQuestion, typedOf } from './question.ts'

type Props = { readonly of: WholeQuestion; readonly newest: QuestionVersion; readonly onClose: () => void }

/** It is written anew as its next version: who was asked an earlier one keeps that. */
export function ChangeQuestionDialog({ of, newest, onClose }: Props) {
  const { questionId } = of
  const draft = useDraft('questions.change', questionId)
  const seen: QuestionSaid = { ask: newest.ask, body: newest.body, basis: newest.basis }
  const was = useSeen(draft, 'seen', seen)
  const [typed, setTyped] = useTyped<TypedQuestion>(draft, 'question', () => typedOf(seen))
  const [because, setBecause] = useTyped(draft, 'because', '')
  const changing = useEdit(useChange(changeQuestion, { draft }))
  const said = questionSent(typed, was.body)
  const changes = said && changesOf(was, said)
  const noReason = changes !== null && Object.keys(changes).length > 0 && because.trim() === ''
  return (
    <Dialog title={{ vi: 'Viết lại câu hỏi', en: 'Write a question anew' }} onClose={onClose}>
      <p>
        {say(
          {
            vi: 'Thành bản {n}. Bài đã làm theo bản trước vẫn giữ bản ấy.',
            en: 'As version {n}. Tests taken by an earlier version keep that.',
          },
          { n: of.version + 1 },
        )}
      </p>
      <EditForm
        draft={draft}
        of={changing}
        changes={noReason ? null : changes}
        lacking={noReason ? { vi: 'Cần lý do viết lại.', en: 'The reason is needed.' } : lacking}
        send={() => changing.run({ questionId, was, ...changes, because: because.trim() })}
        about={was.ask}
        words={questionWords}
        onDone={onClose}
      >
        <QuestionFields of={typed} onChange={setTyped} />
        <TextField
          at="because"
          label={{ vi: 'Lý do viết lại', en: 'Why it is written anew' }}
          required
          maxLength={500}
          value={because}
          onChange={setBecause}
        />
      </EditForm>
    </Dialog>
  )
}
