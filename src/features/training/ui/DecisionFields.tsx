/** Number, day and issuer of a decision. */
import { DayField } from '#platform/web/kit/DayField.tsx'
import { TextField } from '#platform/web/kit/TextField.tsx'

export type Typed = { readonly number: string; readonly day: string | null; readonly issuer: string }
export const undecided: Typed = { number: '', day: null, issuer: '' }

export const DecisionFields = ({ of, onChange }: { of: Typed; onChange: (next: Typed) => void }) => (
  <>
    <TextField
      at="number"
      label={{ vi: 'Số quyết định', en: 'Number of the decision' }}
      required
      maxLength={60}
      value={of.number}
      onChange={(number) => onChange({ ...of, number })}
    />
    <DayField
      at="decidedOn"
      label={{ vi: 'Ngày quyết định', en: 'Day of the decision' }}
      required
      value={of.day}
      onChange={(day) => onChange({ ...of, day })}
    />
    <TextField
      at="issuer"
      label={{ vi: 'Cơ quan ban hành', en: 'Issuer' }}
      required
      maxLength={200}
      value={of.issuer}
      onChange={(issuer) => onChange({ ...of, issuer })}
    />
  </>
)
