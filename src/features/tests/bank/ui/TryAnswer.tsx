/** A question as a learner sees it, and what the answer would be worth. Nothing is kept. */
import { useState } from 'preact/hooks'
import { type Class, classes } from '#features/standards/model/verdict.ts'
import { classWords } from '#kernel/classes.ts'
import { ChoiceField, ChoicesField } from '#platform/web/kit/ChoiceField.tsx'
import { Notice } from '#platform/web/kit/Notice.tsx'
import { TextField } from '#platform/web/kit/TextField.tsx'
import { say } from '#platform/web/language.ts'
import type { Answer, QuestionVersion } from '../model.ts'
import { markOf } from '../rules.ts'
import { lettered, truths } from './question.ts'

export function TryAnswer({ of }: { of: QuestionVersion }) {
  const [answer, setAnswer] = useState<Answer>(null)
  const { num, of: whole } = markOf(of.body, answer, () => of.class)
  return (
    <>
      <Answering of={of} answer={answer} onChange={setAnswer} />
      {answer !== null && (
        <Notice look={num === whole ? 'plain' : 'waits'}>
          {say({ vi: 'Được {num} trên {whole} điểm của câu.', en: 'Worth {num} of {whole}.' }, { num, whole })}
        </Notice>
      )}
    </>
  )
}

type Props = {
  readonly of: Pick<QuestionVersion, 'body'>
  readonly answer: Answer
  readonly onChange: (answer: Answer) => void
}
const label = { vi: 'Trả lời', en: 'Answer' }

/** A question to be answered, as its kind is. */
export function Answering({ of: { body }, answer, onChange }: Props) {
  switch (body.kind) {
    case 'single':
      return (
        <ChoiceField
          label={label}
          required
          as="rows"
          choices={lettered(body.options)}
          value={answer === null ? null : String(answer)}
          onChange={(place) => onChange(Number(place))}
        />
      )
    case 'multiple':
      return (
        <ChoicesField
          label={label}
          required
          choices={lettered(body.options)}
          values={Array.isArray(answer) ? answer.map(String) : []}
          onChange={(places) => onChange(places.map(Number))}
        />
      )
    case 'true_false':
      return (
        <ChoiceField
          label={label}
          required
          choices={[
            { value: 'true', label: truths.true },
            { value: 'false', label: truths.false },
          ]}
          value={answer === null ? null : String(answer)}
          onChange={(truth) => onChange(truth === 'true')}
        />
      )
    case 'numeric':
      return (
        <TextField
          label={body.unit ? { vi: `Trả lời (${body.unit})`, en: `Answer (${body.unit})` } : label}
          required
          value={typeof answer === 'string' ? answer : ''}
          onChange={(text) => onChange(text.trim() ? text : null)}
        />
      )
    case 'household':
      return (
        <ChoiceField<Class>
          label={label}
          required
          choices={classes.map((value) => ({ value, label: classWords[value] }))}
          value={(answer as Class | null) ?? null}
          onChange={onChange}
        />
      )
  }
}
