/** The fields that every dated rule of the roster has. */
import type { AreaId } from '#kernel/ids.ts'
import { ChoiceField } from '#platform/web/kit/ChoiceField.tsx'
import { DayField } from '#platform/web/kit/DayField.tsx'
import { NumberField } from '#platform/web/kit/NumberField.tsx'
import { TextField } from '#platform/web/kit/TextField.tsx'
import type { Words } from '#platform/web/language.ts'
import { useRead } from '#platform/web/reads.ts'
import { listPosts } from '../../roster/ui/calls.ts'
import { mostRequired, ruleMarkNames, ruleMarks } from '../model.ts'
import type { TypedEnd, TypedText } from './rule.ts'

type Props<T> = { readonly of: T; readonly onChange: (next: T) => void }

/** From when it holds, and by which text. */
export function TextFields({ of, onChange }: Props<TypedText>) {
  const put = (part: Partial<TypedText>) => onChange({ ...of, ...part })
  return (
    <>
      <DayField
        at="from"
        label={{ vi: 'Áp dụng từ ngày', en: 'From' }}
        required
        value={of.from}
        onChange={(from) => put({ from })}
      />
      <TextField
        at="legalBasis"
        label={{ vi: 'Căn cứ', en: 'Legal basis' }}
        hint={{ vi: 'Số, ngày, cơ quan ban hành', en: 'Number, day, issuer' }}
        required
        lines={2}
        maxLength={300}
        value={of.legalBasis}
        onChange={(legalBasis) => put({ legalBasis })}
      />
      <ChoiceField
        as="select"
        at="mark"
        label={{ vi: 'Độ tin cậy', en: 'How sure' }}
        required
        choices={ruleMarkNames.map((value) => ({ value, label: ruleMarks[value] }))}
        value={of.mark}
        onChange={(mark) => put({ mark })}
      />
    </>
  )
}

type RequiredProps = {
  /** What is counted. */
  readonly label: Words
  readonly required: number | null
  readonly onChange: (required: number | null) => void
}

/** How many there should be. */
export const RequiredField = ({ label, required, onChange }: RequiredProps) => (
  <NumberField at="required" label={label} required min={0} max={mostRequired} value={required} onChange={onChange} />
)

type PlaceProps = {
  readonly places: readonly { readonly areaId: AreaId; readonly name: string }[]
  readonly areaId: AreaId | null
  readonly onChange: (areaId: AreaId | null) => void
}

/** The nation or a province. */
export const PlaceField = ({ places, areaId, onChange }: PlaceProps) => (
  <ChoiceField<AreaId>
    as="select"
    at="areaId"
    label={{ vi: 'Áp dụng tại', en: 'Holds in' }}
    required
    choices={places.map(({ areaId: value, name }) => ({ value, label: name }))}
    value={areaId}
    onChange={onChange}
  />
)

export function PostField({ of, onChange }: Props<string | null>) {
  const posts = useRead(listPosts, {})
  return (
    <ChoiceField<string>
      as="select"
      at="post"
      label={{ vi: 'Chức danh', en: 'Post' }}
      required
      choices={(posts.data?.posts ?? []).map((one) => ({ value: one.post, label: one.said }))}
      value={of}
      onChange={onChange}
    />
  )
}

/** On which day it ends, or that it never held, and why. */
export function EndFields({ of, onChange }: Props<TypedEnd>) {
  const put = (part: Partial<TypedEnd>) => onChange({ ...of, ...part })
  return (
    <>
      <ChoiceField
        label={{ vi: 'Hết hiệu lực vì', en: 'It ends because' }}
        required
        choices={[
          { value: 'ends', label: { vi: 'Bị bãi bỏ, hết thời hạn', en: 'It was abolished, or its time is over' } },
          { value: 'mistake', label: { vi: 'Ghi nhầm, chưa từng áp dụng', en: 'It was a mistake and never held' } },
        ]}
        value={of.how}
        onChange={(how) => put({ how: how ?? 'ends' })}
      />
      {of.how === 'ends' && (
        <DayField
          at="last"
          label={{ vi: 'Ngày cuối áp dụng', en: 'Last day' }}
          required
          value={of.last}
          onChange={(last) => put({ last })}
        />
      )}
      <TextField
        at="because"
        label={{ vi: 'Lý do', en: 'Reason' }}
        required
        lines={2}
        maxLength={500}
        value={of.because}
        onChange={(because) => put({ because })}
      />
    </>
  )
}
