/** What a learner answers to a question, by its kind. */
import { type Class, classes } from '#features/standards/model/verdict.ts'
import { classWords } from '#kernel/classes.ts'
import { ChoiceField, ChoicesField } from '#platform/web/kit/ChoiceField.tsx'
import { TextField } from '#platform/web/kit/TextField.tsx'
import type { Sheet } from '../../drawn/model.ts'
import type { Answer } from '../model.ts'
import { lettered, truths } from './question.ts'

type Props = {
  readonly of: Sheet
  readonly answer: Answer
  readonly onChange: (answer: Answer) => void
}
const label = { vi: 'Trả lời', en: 'Answer' }

export function Answering({ of: { kind, options = [], unit }, answer, onChange }: Props) {
  switch (kind) {
    case 'single':
      return (
        <ChoiceField
          label={label}
          required
          as="rows"
          choices={lettered(options)}
          value={answer === null ? null : String(answer)}
          onChange={(place) => onChange(Number(place))}
        />
      )
    case 'multiple':
      return (
        <ChoicesField
          label={label}
          required
          choices={lettered(options)}
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
          label={unit ? { vi: `Trả lời (${unit})`, en: `Answer (${unit})` } : label}
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
