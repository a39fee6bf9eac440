import { useChange } from '#platform/web/changes.ts'
import { useDraft, useSeen, useTyped } from '#platform/web/draft.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { ChoiceField } from '#platform/web/kit/ChoiceField.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { Notice } from '#platform/web/kit/Notice.tsx'
import { TextField } from '#platform/web/kit/TextField.tsx'
import { say } from '#platform/web/language.ts'
import type { ClassTrainer } from '../model.ts'
import { answerTrainer } from './calls.ts'

type Answer = 'accepted' | 'declined' | 'asked'
const answers = {
  accepted: { vi: 'Nhận lời', en: 'Accepts' },
  declined: { vi: 'Từ chối', en: 'Declines' },
  asked: { vi: 'Mời lại, chờ trả lời', en: 'Is asked again' },
} as const

/** What somebody said who was asked, by telephone or in a letter. */
export function AnswerDialog({ of, onClose }: { of: ClassTrainer; onClose: () => void }) {
  const { classTrainerId } = of
  const draft = useDraft('classes.answerTrainer', classTrainerId)
  const seen = useSeen(draft, 'seen', of.state)
  const [answer, setAnswer] = useTyped<Answer | null>(draft, 'answer', null)
  const [because, setBecause] = useTyped(draft, 'because', '')
  const answering = useChange(answerTrainer, { draft })
  const why = because.trim() || null
  const ready = answer !== null && (answer !== 'declined' || why !== null)
  const record = async () => {
    if (ready && (await answering.run({ classTrainerId, seen, answer, because: why }))) onClose()
  }
  return (
    <Dialog title={{ vi: 'Ghi trả lời của giảng viên', en: 'Record an answer' }} onClose={onClose}>
      <p>{of.name}</p>
      <Form
        onSubmit={record}
        draft={draft}
        problem={answering.problem}
        actions={
          <Button
            look="primary"
            submit
            pending={answering.pending}
            whyNot={ready ? null : { vi: 'Chọn trả lời; từ chối thì ghi lý do.', en: 'Choose; who declines says why.' }}
          >
            {say({ vi: 'Ghi trả lời', en: 'Record' })}
          </Button>
        }
      >
        <ChoiceField<Answer>
          label={{ vi: 'Trả lời', en: 'Answer' }}
          required
          choices={(Object.keys(answers) as Answer[])
            .filter((value) => value !== seen)
            .map((value) => ({ value, label: answers[value] }))}
          value={answer}
          onChange={setAnswer}
        />
        <TextField
          at="because"
          label={{ vi: 'Lý do', en: 'Reason' }}
          required={answer === 'declined'}
          lines={2}
          maxLength={500}
          value={because}
          onChange={setBecause}
        />
        {answer === 'declined' && of.sessions > 0 && (
          <Notice look="waits">
            {say({
              vi: 'Các buổi chưa bắt đầu của người này sẽ không còn giảng viên.',
              en: 'Their sessions to come will have no trainer.',
            })}
          </Notice>
        )}
      </Form>
    </Dialog>
  )
}
