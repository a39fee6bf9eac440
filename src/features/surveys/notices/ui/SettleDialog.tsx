/** What came of a notice, and words to who made it: they read it on the phone. */
import { useChange } from '#platform/web/changes.ts'
import { useDraft, useSeen, useTyped } from '#platform/web/draft.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { ChoiceField } from '#platform/web/kit/ChoiceField.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { TextField } from '#platform/web/kit/TextField.tsx'
import { say } from '#platform/web/language.ts'
import type { OfficeNotice } from '../model.ts'
import { isOfRegister, outcomesOf } from '../rules/kinds.ts'
import { type Outcome, outcomes } from '../words.ts'
import { settleNotice } from './calls.ts'

type Props = { readonly of: OfficeNotice; readonly onClose: () => void }

export function SettleDialog({ of, onClose }: Props) {
  const draft = useDraft('notices.settle', of.surveyNoticeId)
  const [outcome, setOutcome] = useTyped<Outcome | null>(draft, 'outcome', null)
  const [words, setWords] = useTyped(draft, 'words', '')
  const seen = useSeen(draft, 'seen', of.answers.length)
  const settling = useChange(settleNotice, { draft })
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

const ofRegister = { vi: 'Ghi vào sổ hộ trước', en: 'Recorded in the register first' }
