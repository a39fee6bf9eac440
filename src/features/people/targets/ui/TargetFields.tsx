/** What a target says: of which year, which moves count, how many people, by which text. */
import { yearOf } from '#kernel/dates.ts'
import { type ValueMark, valueMarks } from '#kernel/marks.ts'
import { today } from '#platform/web/day.ts'
import { ChoiceField } from '#platform/web/kit/ChoiceField.tsx'
import { NumberField } from '#platform/web/kit/NumberField.tsx'
import { TextField } from '#platform/web/kit/TextField.tsx'
import { moveKinds, moveWords } from '../../moves/model.ts'
import { bothKinds } from '../model.ts'
import { type TypedTarget, targetWords } from './typed.ts'

/** From the years that a plan of five years reaches to, back to the first. */
const years = (): string[] => {
  const last = yearOf(today()) + 5
  return Array.from({ length: last - 1989 }, (_, at) => String(last - at))
}

export function TargetFields({ of, onChange }: { of: TypedTarget; onChange: (next: TypedTarget) => void }) {
  const put = (part: Partial<TypedTarget>) => onChange({ ...of, ...part })
  return (
    <>
      <ChoiceField
        as="select"
        at="year"
        label={targetWords.label('year')}
        required
        choices={years().map((value) => ({ value, label: value }))}
        value={of.year === null ? null : String(of.year)}
        onChange={(year) => put({ year: Number(year) })}
      />
      <ChoiceField
        as="select"
        at="kind"
        label={targetWords.label('kind')}
        required
        choices={[
          { value: 'both' as const, label: bothKinds },
          ...moveKinds.map((value) => ({ value, label: moveWords[value] })),
        ]}
        value={of.kind}
        onChange={(kind) => put({ kind })}
      />
      <NumberField
        at="people"
        label={targetWords.label('people')}
        required
        min={1}
        max={100_000}
        value={of.people}
        onChange={(people) => put({ people })}
      />
      <TextField
        at="legalReference"
        label={targetWords.label('legalReference')}
        hint={{ vi: 'Số, ngày, cơ quan ban hành', en: 'Number, day, issuer' }}
        required
        lines={2}
        maxLength={300}
        value={of.legalReference}
        onChange={(legalReference) => put({ legalReference })}
      />
      <ChoiceField<ValueMark>
        as="select"
        at="mark"
        label={targetWords.label('mark')}
        required
        choices={Object.entries(valueMarks).map(([value, label]) => ({ value: value as ValueMark, label }))}
        value={of.mark}
        onChange={(mark) => put({ mark })}
      />
    </>
  )
}
