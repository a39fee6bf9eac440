import { useState } from 'preact/hooks'
import { notOffered } from '#features/rounds/ui/sayings.ts'
import { useChange } from '#platform/web/changes.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { ProblemNote } from '#platform/web/kit/ProblemNote.tsx'
import { say, type Words } from '#platform/web/language.ts'
import { showNumber } from '#platform/web/numbers.ts'
import { acceptCase } from '../../desk/ui/calls.ts'
import type { CaseAnswer } from '../answers.ts'
import type { Notes } from './notes.ts'
import { ReturnDialog } from './ReturnDialog.tsx'

type Props = {
  readonly of: CaseAnswer
  readonly notes: Notes
  /** `goOn`: to the next one that waits. */
  readonly onDone: (said: string, goOn: boolean) => void
}

export function CheckActions({ of, notes, onDone }: Props) {
  const accepting = useChange(acceptCase)
  const [returning, setReturning] = useState(false)
  const { householdId, caseId } = of.case
  const accept = async (goOn: boolean) => {
    if (!of.survey) return
    if (!(await accepting.run({ householdId, caseId, surveyId: of.survey.surveyId }))) return
    onDone(say({ vi: 'Đã chấp nhận phiếu.', en: 'The survey is accepted.' }), goOn)
  }
  return (
    <>
      <Button whyNot={whyNotReturn(of)} onClick={() => setReturning(true)}>
        {notes.all.length > 0
          ? say({ vi: 'Trả lại ({n} nhận xét)', en: 'Return ({n} comments)' }, { n: notes.all.length })
          : say({ vi: 'Trả lại phiếu', en: 'Return' })}
      </Button>
      {of.next && of.can.includes('accept') && (
        <Button pending={accepting.pending} whyNot={whyNotAccept(of, notes)} onClick={() => void accept(false)}>
          {say({ vi: 'Chấp nhận', en: 'Accept' })}
        </Button>
      )}
      <Button
        look="primary"
        pending={accepting.pending}
        whyNot={whyNotAccept(of, notes)}
        onClick={() => void accept(of.next !== null)}
      >
        {of.next
          ? say({ vi: 'Chấp nhận, mở hộ tiếp', en: 'Accept and go on' })
          : say({ vi: 'Chấp nhận phiếu', en: 'Accept' })}
      </Button>
      <ProblemNote of={accepting.problem} />
      {returning && of.survey && (
        <ReturnDialog
          of={of}
          surveyId={of.survey.surveyId}
          notes={notes}
          onDone={() => {
            setReturning(false)
            onDone(say({ vi: 'Đã trả lại phiếu kèm nhận xét.', en: 'Returned with comments.' }), false)
          }}
          onClose={() => setReturning(false)}
        />
      )}
    </>
  )
}

const waitsForSurvey: Words = { vi: 'Chưa có phiếu để kiểm tra.', en: 'There is no survey to check yet.' }

function whyNotReturn({ can, case: one, round }: CaseAnswer): Words | null {
  if (can.includes('return')) return null
  if (!one.surveyId) return waitsForSurvey
  return one.state === 'returned'
    ? { vi: 'Phiếu đã được trả lại.', en: 'It was already returned.' }
    : notOffered(round.state, 'return')
}

function whyNotAccept({ can, case: one, round, beside, apart, oddDay }: CaseAnswer, notes: Notes): Words | null {
  if (one.state === 'accepted') return { vi: 'Phiếu đã được chấp nhận.', en: 'It is accepted already.' }
  if (!one.surveyId) return waitsForSurvey
  if (!can.includes('accept'))
    return one.state === 'returned'
      ? { vi: 'Phiếu đang ở chỗ rà soát viên.', en: 'It is with the enumerator.' }
      : notOffered(round.state, 'accept')
  if (beside.length > 0)
    return {
      vi: 'Hộ có hai phiếu: chọn phiếu đúng ở đầu trang rồi mới chấp nhận được.',
      en: 'There are two surveys: choose one at the head of the page first.',
    }
  if (oddDay && !oddDay.settled)
    return {
      vi: 'Ngày trên máy không đúng: hỏi và ghi ngày khảo sát ở đầu trang rồi mới chấp nhận được.',
      en: 'The day on the device cannot be: ask, and say the day at the head of the page first.',
    }
  const open = apart.filter(({ explained }) => explained === null).length
  if (open > 0)
    return {
      vi: `Phiếu và sổ hộ còn ${showNumber(open)} điểm khác nhau: ở mục “Phiếu và sổ hộ”, ghi vào sổ hoặc nêu lý do.`,
      en: `Survey and register differ in ${showNumber(open)} points: record them or say why, under “Survey and register”.`,
    }
  return notes.all.length > 0
    ? {
        vi: 'Bạn đang ghi nhận xét: trả lại phiếu, hoặc xóa nhận xét.',
        en: 'You wrote comments: return it, or clear them.',
      }
    : null
}
