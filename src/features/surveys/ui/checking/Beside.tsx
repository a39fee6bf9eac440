/** Two surveys of one household: what differs side by side, with who and when; a person says which stands. Both are kept. */
import type { Form } from '#features/standards/model/form.ts'
import { questionsOf } from '#features/standards/rules/form.ts'
import { useForm } from '#features/standards/ui/law.ts'
import { showDate, showInstant } from '#kernel/dates.ts'
import { useChange } from '#platform/web/changes.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Section } from '#platform/web/kit/Page.tsx'
import { ProblemNote } from '#platform/web/kit/ProblemNote.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { say } from '#platform/web/language.ts'
import type { CaseAnswer } from '../answers.ts'
import { chooseSurvey } from '../calls.ts'
import { shown } from './rows.ts'

type Later = CaseAnswer['beside'][number]

export function Beside({ of }: { of: CaseAnswer }) {
  const read = useForm(of.form.hash)
  if (of.beside.length === 0) return null
  return (
    <Reading of={read} rows={4}>
      {(form) => of.beside.map((later) => <Two key={later.surveyId} form={form} of={of} later={later} />)}
    </Reading>
  )
}

function Two({ form, of, later }: { form: Form; of: CaseAnswer; later: Later }) {
  const choosing = useChange(chooseSurvey)
  const { survey, stands: standing, case: one } = of
  if (!survey) return null
  const choose = (take: boolean) =>
    choosing.run({
      householdId: one.householdId,
      caseId: one.caseId,
      surveyId: survey.surveyId,
      laterId: later.surveyId,
      take,
    })
  const may = of.can.includes('accept')
  return (
    <Section title={{ vi: 'Hộ này có hai phiếu: chọn phiếu đúng', en: 'Two surveys of this household: choose' }}>
      <p class="notice waits" role="note">
        {say(
          {
            vi: 'Phiếu thứ hai của {by} đến lúc {at}, khi đã có phiếu của {other}. Cả hai đều được giữ.',
            en: 'A second survey by {by} arrived at {at}, when that of {other} stood. Both are kept.',
          },
          { by: whoOf(later), at: showInstant(later.receivedAt), other: standing ? whoOf(standing) : survey.by },
        )}
      </p>
      <div class="table-frame whole surveys-answers">
        <table>
          <caption class="only-heard">{say({ vi: 'Những câu khác nhau', en: 'Answers that differ' })}</caption>
          <thead>
            <tr>
              <th scope="col">{say({ vi: 'Câu hỏi', en: 'Question' })}</th>
              <th scope="col">
                {say({ vi: 'Đang có', en: 'Stands' })}: {survey.by}, {showDate(survey.surveyedOn)}
                {standing && <small class="hint">{fromOf(standing)}</small>}
              </th>
              <th scope="col">
                {say({ vi: 'Đến sau', en: 'Came later' })}: {later.by}, {showDate(later.surveyedOn)}
                <small class="hint">{fromOf(later)}</small>
              </th>
            </tr>
          </thead>
          <tbody>
            {later.differences.map((row) => (
              <tr key={`${row.question} ${row.person ?? ''}`}>
                <th scope="row">
                  {row.personName && <span class="surveys-whose">{row.personName}</span>}
                  {asksOf(form, row.question)}
                </th>
                <td data-head={say({ vi: 'Đang có', en: 'Stands' })}>{answer(form, row.question, row.before)}</td>
                <td data-head={say({ vi: 'Đến sau', en: 'Came later' })}>{answer(form, row.question, row.now)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <ProblemNote of={choosing.problem} />
      {may && (
        <div class="form-actions">
          <Button pending={choosing.pending} onClick={() => void choose(false)}>
            {say({ vi: 'Giữ phiếu đang có', en: 'Keep what stands' })}
          </Button>
          <Button pending={choosing.pending} onClick={() => void choose(true)}>
            {say({ vi: 'Lấy phiếu đến sau', en: 'Take the later one' })}
          </Button>
        </div>
      )}
    </Section>
  )
}

type Sent = NonNullable<CaseAnswer['stands']>
const whoOf = ({ by, where }: Sent): string => (where ? `${by} (${say(where)})` : by)
const fromOf = ({ where, receivedAt }: Sent): string =>
  say({ vi: 'gửi lúc {at}', en: 'sent at {at}' }, { at: showInstant(receivedAt) }) + (where ? `, ${say(where)}` : '')

const questionIn = (form: Form, id: string) => questionsOf(form).find((one) => one.id === id)
const asksOf = (form: Form, id: string): string => say(questionIn(form, id)?.asks ?? id)

function answer(form: Form, id: string, value: unknown): string {
  const question = questionIn(form, id)
  return (question && shown(question, value)) ?? say({ vi: 'không trả lời', en: 'no answer' })
}
