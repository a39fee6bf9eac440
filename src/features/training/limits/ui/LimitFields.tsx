/** A limit as it is typed: what its kind says, from when and by which text. */
import { Button } from '#platform/web/kit/Button.tsx'
import { ChoiceField } from '#platform/web/kit/ChoiceField.tsx'
import { DayField } from '#platform/web/kit/DayField.tsx'
import { NumberField } from '#platform/web/kit/NumberField.tsx'
import { TextField } from '#platform/web/kit/TextField.tsx'
import { say, type Words } from '#platform/web/language.ts'
import { markChoices } from '../../money/ui/norm.ts'
import { type LimitKind, limitKinds, type Turn, turnNames, turns } from '../model.ts'
import { readDayOfYear } from '../rules.ts'
import { illustrations, type TypedLimit } from './limit.ts'

type Props = { readonly kind: LimitKind; readonly of: TypedLimit; readonly onChange: (next: TypedLimit) => void }

export function LimitFields({ kind, of, onChange }: Props) {
  const put = (part: Partial<TypedLimit>) => onChange({ ...of, ...part })
  return (
    <>
      <SaysFields kind={kind} of={of} onChange={onChange} />
      <DayField
        at="from"
        label={{ vi: 'Áp dụng từ ngày', en: 'From' }}
        required
        value={of.from}
        onChange={(from) => put({ from })}
      />
      <TextField
        at="legalReference"
        label={{ vi: 'Căn cứ', en: 'Legal basis' }}
        hint={{ vi: 'Số, ngày, cơ quan ban hành', en: 'Number, day, issuer' }}
        required
        lines={2}
        maxLength={300}
        value={of.legalReference}
        onChange={(legalReference) => put({ legalReference })}
      />
      <ChoiceField
        as="select"
        at="mark"
        label={{ vi: 'Độ tin cậy', en: 'How sure' }}
        required
        choices={markChoices}
        value={of.mark}
        onChange={(mark) => put({ mark })}
      />
    </>
  )
}

/** An illustration fills the fields when asked for, and says that it is one. */
export const Illustrate = ({ kind, of, onChange }: Props) => (
  <Button look="quiet" onClick={() => onChange({ ...of, ...illustrations[kind] })}>
    {say({ vi: 'Điền mẫu minh hoạ', en: 'Fill in an illustration' })}
  </Button>
)

const dayFault = (text: string): Words | null =>
  text.trim() === '' || readDayOfYear(text)
    ? null
    : { vi: 'Ghi ngày và tháng, ví dụ 15/05.', en: 'Day and month, as in 15/05.' }

function SaysFields({ kind, of, onChange }: Props) {
  const put = (part: Partial<TypedLimit>) => onChange({ ...of, ...part })
  if (kind === 'first_turn') return <TurnsField of={of.turns} onChange={(next) => put({ turns: next })} />
  if (kind === 'closed')
    return (
      <>
        <TextField
          at="firstDay"
          label={{ vi: 'Từ ngày, tháng', en: 'First day and month' }}
          hint={{ vi: 'Hằng năm, ví dụ 15/05', en: 'Each year, as in 15/05' }}
          required
          maxLength={5}
          fault={dayFault(of.first)}
          value={of.first}
          onChange={(first) => put({ first })}
        />
        <TextField
          at="lastDay"
          label={{ vi: 'Đến hết ngày, tháng', en: 'Last day and month' }}
          required
          maxLength={5}
          fault={dayFault(of.last)}
          value={of.last}
          onChange={(last) => put({ last })}
        />
        <TextField
          at="what"
          label={{ vi: 'Vì sao', en: 'Why' }}
          hint={{ vi: 'Mùa gặt, kỳ rà soát', en: 'Harvest, a review' }}
          required
          maxLength={200}
          value={of.what}
          onChange={(what) => put({ what })}
        />
      </>
    )
  const { vi, en, unit } = limitKinds[kind]
  return (
    <NumberField
      at="value"
      label={{ vi: `${vi} (${unit.vi})`, en: `${en} (${unit.en})` }}
      required
      min={1}
      max={1000}
      value={of.value}
      onChange={(value) => put({ value })}
    />
  )
}

type TurnsProps = { readonly of: readonly Turn[]; readonly onChange: (next: readonly Turn[]) => void }

/** An order, filled place by place: what was chosen is not offered again. */
function TurnsField({ of, onChange }: TurnsProps) {
  const places = Math.min(of.length + 1, turnNames.length)
  return (
    <>
      {Array.from({ length: places }, (_, at) => (
        <ChoiceField<Turn | 'none'>
          key={at}
          as="select"
          at={at === 0 ? 'turns' : undefined}
          label={{ vi: `Ưu tiên thứ ${at + 1}`, en: `Turn ${at + 1}` }}
          required={at === 0}
          choices={[
            ...(at > 0 ? [{ value: 'none' as const, label: { vi: 'Không có', en: 'None' } }] : []),
            ...turnNames
              .filter((one) => !of.slice(0, at).includes(one))
              .map((value) => ({ value, label: turns[value] })),
          ]}
          value={of[at] ?? (at > 0 ? 'none' : null)}
          onChange={(chosen) =>
            onChange(
              chosen === 'none'
                ? of.slice(0, at)
                : [...of.slice(0, at), chosen, ...of.slice(at + 1).filter((one) => one !== chosen)],
            )
          }
        />
      ))}
    </>
  )
}
