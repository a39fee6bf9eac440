import { ChoiceField } from '#platform/web/kit/ChoiceField.tsx'
import type { QualificationKind } from '../../roster/model.ts'
import { useLevels } from '../../roster/ui/learnt.ts'

type Props = {
  readonly kind: QualificationKind | null
  readonly value: string | null
  readonly onChange: (minimum: string | null) => void
}

/** The least level that is asked, of those that the kind has. */
export function MinimumField({ kind, value, onChange }: Props) {
  const levels = useLevels()
  return (
    <ChoiceField<string>
      as="select"
      at="minimum"
      label={{ vi: 'Yêu cầu từ bậc', en: 'At least' }}
      hint={kind ? undefined : { vi: 'Chọn loại trình độ trước.', en: 'Choose the kind first.' }}
      required
      choices={levels.filter((one) => one.kind === kind).map((one) => ({ value: one.level, label: one.said }))}
      value={value}
      onChange={onChange}
    />
  )
}
