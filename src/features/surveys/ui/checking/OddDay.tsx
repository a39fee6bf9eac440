/** A day that the phone said and that cannot be: asked of who surveyed, and said here before the survey is accepted. */
import { useState } from 'preact/hooks'
import { findPlainDate, showDate, showInstant } from '#kernel/dates.ts'
import { useChange } from '#platform/web/changes.ts'
import { useDraft, useTyped } from '#platform/web/draft.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { DayField } from '#platform/web/kit/DayField.tsx'
import { Dialog } from '#platform/web/kit/Dialog.tsx'
import { Form } from '#platform/web/kit/Form.tsx'
import { say, type Words } from '#platform/web/language.ts'
import { settleDay } from '../../desk/ui/calls.ts'
import type { CaseAnswer } from '../answers.ts'

export function OddDay({ of }: { of: CaseAnswer }) {
  const [open, setOpen] = useState(false)
  const { survey, oddDay, can } = of
  if (!survey || !oddDay) return null
  const { said, settled } = oddDay
  const facts = { said: showDate(said), on: showDate(survey.surveyedOn), by: survey.by }
  return (
    <div class={settled ? 'notice' : 'notice waits'} role="note">
      <p>
        {settled
          ? say(settledWords, { ...facts, who: settled.by, at: showInstant(settled.at) })
          : say(askedWords, facts)}
      </p>
      {can.includes('accept') && (
        <Button onClick={() => setOpen(true)}>{settled ? say(againWords) : say(sayWords)}</Button>
      )}
      {open && <SayDay of={of} onClose={() => setOpen(false)} />}
    </div>
  )
}

const askedWords: Words = {
  vi: 'Máy của {by} ghi ngày khảo sát {said}, ngày ấy không thể đúng. Phiếu đang tính theo ngày máy chủ nhận, {on}. Hãy hỏi {by} ngày khảo sát thật rồi ghi vào đây; tuổi của từng người tính theo ngày ấy.',
  en: 'The device of {by} says {said}, which cannot be. The survey counts by the day of receipt, {on}. Ask {by} and say the day here: ages are counted on it.',
}
const settledWords: Words = {
  vi: 'Máy của {by} ghi ngày khảo sát {said}, ngày ấy không thể đúng. {who} đã hỏi và ghi ngày {on}, lúc {at}.',
  en: 'The device of {by} says {said}, which cannot be. {who} asked and said {on}, at {at}.',
}
const sayWords: Words = { vi: 'Ghi ngày khảo sát', en: 'Say the day of the survey' }
const againWords: Words = { vi: 'Sửa ngày khảo sát', en: 'Correct the day of the survey' }

function SayDay({ of: { survey, round, case: one }, onClose }: { of: CaseAnswer; onClose: () => void }) {
  const draft = useDraft('surveys.settleDay', one.caseId)
  const [typed, setTyped] = useTyped<string | null>(draft, 'on', survey?.surveyedOn ?? null)
  const settling = useChange(settleDay, { draft })
  const on = findPlainDate(typed ?? '')
  const whyNot = on ? null : { vi: 'Nhập ngày khảo sát.', en: 'Type the day of the survey.' }
  const give = async () => {
    if (!survey || !on) return
    const { householdId, caseId } = one
    if (await settling.run({ householdId, caseId, surveyId: survey.surveyId, on })) onClose()
  }
  return (
    <Dialog title={sayWords} onClose={onClose}>
      <p>
        {say(
          {
            vi: 'Từ ngày bắt đầu kỳ rà soát ({from}). Kết quả được tính lại theo ngày này.',
            en: 'From the start of the round ({from}). What comes of the answers is reckoned anew.',
          },
          { from: showDate(round.windowFrom) },
        )}
      </p>
      <Form
        onSubmit={() => void give()}
        draft={draft}
        problem={settling.problem}
        actions={
          <Button look="primary" submit pending={settling.pending} whyNot={whyNot}>
            {say({ vi: 'Ghi ngày này', en: 'Record this day' })}
          </Button>
        }
      >
        <DayField label={{ vi: 'Ngày khảo sát', en: 'Day of the survey' }} required value={typed} onChange={setTyped} />
      </Form>
    </Dialog>
  )
}
