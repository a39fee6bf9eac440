import { mostRequired } from '#features/people/norms/model.ts'
import { NumberField } from '#platform/web/kit/NumberField.tsx'

type Props = { readonly required: number | null; readonly onChange: (required: number | null) => void }

export const RequiredField = ({ required, onChange }: Props) => (
  <NumberField
    at="required"
    label={{ vi: 'Số Ban', en: 'Bodies' }}
    required
    min={0}
    max={mostRequired}
    value={required}
    onChange={onChange}
  />
)
