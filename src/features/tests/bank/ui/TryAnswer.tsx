/** A question as a learner sees it, and what the answer would be worth. Nothing is kept. */
import { useState } from 'preact/hooks'
import { Notice } from '#platform/web/kit/Notice.tsx'
import { say } from '#platform/web/language.ts'
import { sheetOf } from '../../drawn/rules.ts'
import type { Answer, QuestionVersion } from '../model.ts'
import { markOf } from '../rules.ts'
import { Answering } from './Answering.tsx'

export function TryAnswer({ of }: { of: QuestionVersion }) {
  const [answer, setAnswer] = useState<Answer>(null)
  const { num, of: whole } = markOf(of.body, answer, () => of.class)
  return (
    <>
      <Answering of={sheetOf(of.ask, of.body)} answer={answer} onChange={setAnswer} />
      {answer !== null && (
        <Notice look={num === whole ? 'plain' : 'waits'}>
          {say({ vi: 'Được {num} trên {whole} điểm của câu.', en: 'Worth {num} of {whole}.' }, { num, whole })}
        </Notice>
      )}
    </>
  )
}
