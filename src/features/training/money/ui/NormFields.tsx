/** A norm as it is typed: the item and what it is counted by, its amount, from when and by which text. */
import type { Vnd } from '#kernel/numbers.ts'
import { ChoiceField } from '#platform/web/kit/ChoiceField.tsx'
import { DayField } from '#platform/web/kit/DayField.tsx'
import { MoneyField } from '#platform/web/kit/NumberField.tsx'
import { TextField } from '#platform/web/kit/TextField.tsx'
import { countedByNames, countedBys, mostDong } from '../model.ts'
import { markChoices, type TypedNorm, type TypedValue } from './norm.ts'

type Props<T> = { readonly of: T; readonly onChange: (next: T) => void }

export function NormFields({ of, onChange }: Props<TypedNorm>) {
  const put = (part: Partial<TypedNorm>) => onChange({ ...of, ...part })
  return (
    <>
      <TextField
        at="item"
        label={{ vi: 'Nội dung chi', en: 'Item' }}
        required
        maxLength={200}
        value={of.item}
        onChange={(item) => put({ item })}
      />
      <ChoiceField
        as="select"
        at="countedBy"
        label={{ vi: 'Tính cho', en: 'Per' }}
        required
        choices={countedByNames.map((value) => ({ value, label: countedBys[value] }))}
        value={of.countedBy}
        onChange={(countedBy) => put({ countedBy })}
      />
      <ValueFields of={of} onChange={(value) => put(value)} />
      <TextField
        at="note"
        label={{ vi: 'Ghi chú', en: 'Note' }}
        lines={2}
        maxLength={1000}
        value={of.note}
        onChange={(note) => put({ note })}
      />
    </>
  )
}

/** What a further value of the same item says anew. */
export function ValueFields({ of, onChange }: Props<TypedValue>) {
  const put = (part: Partial<TypedValue>) => onChange({ ...of, ...part })
  return (
    <>
      <MoneyField
        at="dong"
        label={{ vi: 'Mức', en: 'Amount' }}
        required
        min={1}
        max={mostDong}
        value={of.dong}
        onChange={(dong: Vnd | null) => put({ dong })}
      />
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
