/** How somebody is moved, why, and until when it is planned. */
import { ChoiceField } from '#platform/web/kit/ChoiceField.tsx'
import { DayField } from '#platform/web/kit/DayField.tsx'
import { TextField } from '#platform/web/kit/TextField.tsx'
import { type MoveKind, moveKinds, moveWords } from '../model.ts'
import { plannedWords, type TypedPlan } from './planned.ts'

export function PlanFields({ plan, onChange }: { plan: TypedPlan; onChange: (plan: TypedPlan) => void }) {
  const put = (part: Partial<TypedPlan>) => onChange({ ...plan, ...part })
  return (
    <>
      <ChoiceField<MoveKind>
        as="select"
        label={plannedWords.label('kind')}
        required
        choices={moveKinds.map((value) => ({ value, label: moveWords[value] }))}
        value={plan.kind}
        onChange={(kind) => put({ kind })}
      />
      <TextField
        label={plannedWords.label('why')}
        at="why"
        required
        lines={2}
        maxLength={500}
        value={plan.why}
        onChange={(why) => put({ why })}
      />
      <DayField
        label={plannedWords.label('plannedLast')}
        at="plannedLast"
        hint={{ vi: 'Để trống nếu chưa định ngày về.', en: 'Empty where no day is planned.' }}
        value={plan.plannedLast}
        onChange={(plannedLast) => put({ plannedLast })}
      />
    </>
  )
}
