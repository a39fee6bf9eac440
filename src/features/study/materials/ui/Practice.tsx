/** The question after a lesson: answered here, marked at once, and once more by the server when it is right. */
import { useState } from 'preact/hooks'
import type { Answer } from '#features/tests/bank/model.ts'
import { markOf } from '#features/tests/bank/rules.ts'
import { Answering } from '#features/tests/bank/ui/Answering.tsx'
import { HouseholdAsked } from '#features/tests/bank/ui/HouseholdAsked.tsx'
import { sheetOf } from '#features/tests/drawn/rules.ts'
import { type Instant, showInstant } from '#kernel/dates.ts'
import type { AreaId, MaterialId } from '#kernel/ids.ts'
import { useChange } from '#platform/web/changes.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Notice } from '#platform/web/kit/Notice.tsx'
import { ProblemNote } from '#platform/web/kit/ProblemNote.tsx'
import { say } from '#platform/web/language.ts'
import type { PracticeQuestion } from '../model.ts'
import { answerQuestion } from './calls.ts'
import '#features/tests/ui/tests.css'
import '../../ui/study.css'

type Props = {
  readonly of: PracticeQuestion
  readonly at: { readonly materialId: MaterialId; readonly areaId: AreaId; readonly version: number }
  readonly doneAt: Instant | null
}

export function Practice({ of, at, doneAt }: Props) {
  const [answer, setAnswer] = useState<Answer>(null)
  const [wrong, setWrong] = useState(false)
  const sending = useChange(answerQuestion)
  const send = async () => {
    const { num, of: whole } = markOf(of.body, answer, () => of.class)
    setWrong(num < whole)
    if (answer === null || num < whole) return
    await sending.run({ ...at, answer: typeof answer === 'object' ? [...answer] : answer })
  }
  return (
    <>
      <p class="study-ask">{of.ask}</p>
      {of.body.kind === 'household' && <HouseholdAsked of={of.body} />}
      <Answering
        of={sheetOf(of.ask, of.body)}
        answer={answer}
        onChange={(next) => {
          setAnswer(next)
          setWrong(false)
        }}
      />
      <p>
        <Button
          look="primary"
          pending={sending.pending}
          whyNot={answer === null ? { vi: 'Chọn câu trả lời.', en: 'Choose an answer.' } : null}
          onClick={() => void send()}
        >
          {say({ vi: 'Trả lời', en: 'Answer' })}
        </Button>
      </p>
      {wrong && (
        <Notice look="waits">
          {say({
            vi: 'Chưa đúng. Hãy đọc lại bài rồi trả lời lại.',
            en: 'Not right yet. Read it again and answer once more.',
          })}
        </Notice>
      )}
      {doneAt && (
        <Notice look="plain">
          {say(
            { vi: 'Đã trả lời đúng lúc {at}. {basis}', en: 'Answered right at {at}. {basis}' },
            { at: showInstant(doneAt), basis: of.basis },
          )}
        </Notice>
      )}
      <ProblemNote of={sending.problem} />
    </>
  )
}
