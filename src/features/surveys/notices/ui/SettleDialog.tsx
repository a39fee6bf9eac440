/** What came of a notice, and words to who made it: they read it on the phone. */
import { useEffect } from 'preact/hooks'
import { useChange } from '#platform/web/changes.ts'
import { useDraft, useTyped } from '#platform/web/draft.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { ChoiceField } from '#platform/web/kit/ChoiceField.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { Notice } from '#platform/web/kit/Notice.tsx'
import { TextField } from '#platform/web/kit/TextField.tsx'
import { say } from '#platform/web/language.ts'
import { refresh } from '#platform/web/reads.ts'
import type { OfficeNotice } from '../model.ts'
import { isOfRegister, outcomesOf } from '../rules/kinds.ts'
import { type Outcome, outcomes } from '../words.ts'
import { AnswerList } from './AnswerList.tsx'
import { settleNotice } from './calls.ts'

type Props = { readonly of: OfficeNotice; readonly onClose: () => void }

export function SettleDialog({ of, onClose }: Props) {
  const draft = useDraft('notices.settle', of.surveyNoticeId)
  const [outcome, setOutcome] = useTyped<Outcome | null>(draft, 'outcome', null)
  const [words, setWords] = useTyped(draft, 'words', '')
  const settling = useChange(settleNotice, { draft })
  // What a colleague answered meanwhile is read here before it is answered anew.
  const since = settling.problem?.code === 'notices.answered_since'
  useEffect(() => {
    if (since) refresh()
  }, [since])
  const seen = of.answers.length
  const whyNot = outcome ? null : { vi: 'Chọn kết quả.', en: 'Choose the outcome.' }
  const settle = async () => {
    if (!outcome) return
    const { surveyNoticeId } = of
    if (await settling.run({ surveyNoticeId, outcome, words: words.trim(), seen })) onClose()
  }
  return (
    <Dialog
      title={say({ vi: 'Trả lời tin báo: {name}', en: 'Answer: {name}' }, { name: of.headName })}
      onClose={onClose}
    >
      <Before of={of} />
      <Form
        onSubmit={() => void settle()}
        draft={draft}
        problem={settling.problem}
        actions={
          <Button look="primary" submit pending={settling.pending} whyNot={whyNot}>
            {say({ vi: 'Trả lời', en: 'Answer' })}
          </Button>
        }
      >
        <ChoiceField<Outcome>
          label={{ vi: 'Kết quả', en: 'Outcome' }}
          required
          choices={outcomesOf[of.kind].map((value) => ({
            value,
            label: outcomes[value],
            ...(isOfRegister(value) && { hint: ofRegister }),
          }))}
          value={outcome}
          onChange={setOutcome}
        />
        <TextField
          label={{ vi: 'Nhắn người báo', en: 'Words to who made it' }}
          hint={{ vi: 'Hiện trên điện thoại của người báo', en: 'Shown on their phone' }}
          lines={3}
          maxLength={500}
          value={words}
          onChange={setWords}
        />
      </Form>
    </Dialog>
  )
}

/** What was answered so far stands where it is answered anew. */
const Before = ({ of }: { of: OfficeNotice }) =>
  of.answers.length === 0 ? null : (
    <Notice>
      <AnswerList of={of} />
    </Notice>
  )

const ofRegister = { vi: 'Ghi vào sổ hộ trước', en: 'Recorded in the register first' }
