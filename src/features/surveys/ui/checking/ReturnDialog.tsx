import { useForm } from '#features/standards/ui/law.ts'
import type { SurveyId } from '#kernel/ids.ts'
import { useChange } from '#platform/web/changes.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { TextField } from '#platform/web/kit/TextField.tsx'
import { say } from '#platform/web/language.ts'
import { returnCase } from '../../desk/ui/calls.ts'
import type { CaseAnswer } from '../answers.ts'
import type { Notes } from './notes.ts'
import { noteHeading } from './rows.ts'

type Props = {
  readonly of: CaseAnswer
  readonly surveyId: SurveyId
  readonly notes: Notes
  readonly onDone: () => void
  readonly onClose: () => void
}

const whole = { question: '', person: null }

/** Sends the survey back with what was written beside the answers, and a word on the whole where one is needed. */
export function ReturnDialog({ of, surveyId, notes, onDone, onClose }: Props) {
  const returning = useChange(returnCase, { draft: notes.draft })
  const { data: form } = useForm(of.form.hash)
  const { householdId, caseId, headName } = of.case
  const onAnswers = notes.all.filter((one) => one.question !== '')
  const whyNot = notes.all.length > 0 ? null : { vi: 'Ghi ít nhất một nhận xét.', en: 'Write at least one comment.' }
  const send = async () => {
    const sent = notes.all.map((one) => ({ ...one, note: one.note.trim() }))
    if (whyNot || !(await returning.run({ householdId, caseId, surveyId, notes: sent }))) return
    onDone()
  }
  return (
    <Dialog
      title={say({ vi: 'Trả lại phiếu của hộ {name}', en: 'Return the survey of {name}' }, { name: headName })}
      onClose={onClose}
    >
      {onAnswers.length > 0 && (
        <ul class="bullets close">
          {onAnswers.map((one) => (
            <li key={`${one.question} ${one.person}`}>
              <strong>{noteHeading(form, of.survey?.facts ?? null, one)}</strong>: {one.note}
            </li>
          ))}
        </ul>
      )}
      <Form
        onSubmit={() => void send()}
        draft={notes.draft}
        problem={returning.problem}
        actions={
          <Button look="primary" submit pending={returning.pending} whyNot={whyNot}>
            {say({ vi: 'Trả lại cho rà soát viên', en: 'Return to the enumerator' })}
          </Button>
        }
      >
        <TextField
          label={{ vi: 'Nhận xét chung', en: 'On the whole survey' }}
          hint={{
            vi: 'Nhận xét từng câu thì ghi ngay bên câu trả lời.',
            en: 'Comments on single answers are written beside them.',
          }}
          lines={3}
          maxLength={1000}
          value={notes.textAt(whole)}
          onChange={(text) => notes.write(whole, text)}
        />
      </Form>
    </Dialog>
  )
}
