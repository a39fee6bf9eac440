import { useChange } from '#platform/web/changes.ts'
import { useDraft, useSeen, useTyped } from '#platform/web/draft.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { TextField } from '#platform/web/kit/TextField.tsx'
import { say } from '#platform/web/language.ts'
import type { WholeInquiry } from '../model.ts'
import { answerInquiry } from './calls.ts'

/** The answer with its article; another version of it with the reason. */
export function AnswerDialog({ of, onClose }: { of: WholeInquiry; onClose: () => void }) {
  const { inquiryId, version } = of
  const [newest] = of.answers
  const draft = useDraft('inquiries.answer', inquiryId)
  const seen = useSeen(draft, 'seen', of.revision)
  const [body, setBody] = useTyped(draft, 'body', () => newest?.body ?? '')
  const [basis, setBasis] = useTyped(draft, 'basis', () => newest?.basis ?? '')
  const [because, setBecause] = useTyped(draft, 'because', '')
  const answering = useChange(answerInquiry, { draft })
  const again = version > 0
  const said = body.trim() && basis.trim() && (!again || because.trim())
  const answer = async () => {
    if (!said) return
    const words = { text: body.trim(), basis: basis.trim(), because: again ? because.trim() : null }
    if (await answering.run({ inquiryId, seen, ...words })) onClose()
  }
  return (
    <Dialog
      title={again ? { vi: 'Trả lời lại', en: 'Answer anew' } : { vi: 'Trả lời', en: 'Answer' }}
      onClose={onClose}
    >
      <p class="study-ask">{of.ask}</p>
      <Form
        onSubmit={answer}
        draft={draft}
        problem={answering.problem}
        actions={
          <Button
            look="primary"
            submit
            pending={answering.pending}
            whyNot={said ? null : { vi: 'Cần câu trả lời và căn cứ.', en: 'Answer and article are needed.' }}
          >
            {say({ vi: 'Gửi trả lời', en: 'Send' })}
          </Button>
        }
      >
        <TextField
          at="text"
          label={{ vi: 'Câu trả lời', en: 'The answer' }}
          required
          lines={6}
          maxLength={6000}
          value={body}
          onChange={setBody}
        />
        <TextField
          at="basis"
          label={{ vi: 'Căn cứ (văn bản, điều, khoản)', en: 'Article (document, article, clause)' }}
          required
          maxLength={300}
          value={basis}
          onChange={setBasis}
        />
        {again && (
          <TextField
            at="because"
            label={{ vi: 'Lý do trả lời lại', en: 'Why it is answered anew' }}
            required
            maxLength={500}
            value={because}
            onChange={setBecause}
          />
        )}
      </Form>
    </Dialog>
  )
}
