import type { ProgrammeId } from '#kernel/ids.ts'
import { send } from '#platform/web/calls.ts'
import { NumberField } from '#platform/web/kit/NumberField.tsx'
import { Picker } from '#platform/web/kit/Picker.tsx'
import { TextField } from '#platform/web/kit/TextField.tsx'
import type { Words } from '#platform/web/language.ts'
import { searchProgrammes } from '../../programmes/ui/calls.ts'
import type { TypedPlan } from './plan.ts'

type Props = {
  readonly of: TypedPlan
  /** An amendment keeps the programme of its plan, and says why it is made. */
  readonly amends?: boolean
  /** A programme that was filled in for whoever plans, and by what. */
  readonly suggested?: { readonly programmeId: ProgrammeId; readonly by: Words } | null
  readonly onChange: (next: TypedPlan) => void
}

/** Name and programme of a plan, and how large its classes may be. */
export function PlanFields({ of, amends = false, suggested, onChange }: Props) {
  const put = (part: Partial<TypedPlan>) => onChange({ ...of, ...part })
  return (
    <>
      <TextField
        at="name"
        label={{ vi: 'Tên kế hoạch', en: 'Name' }}
        required
        lines={2}
        maxLength={300}
        value={of.name}
        onChange={(name) => put({ name })}
      />
      {amends ? (
        <TextField
          at="reason"
          label={{ vi: 'Lý do điều chỉnh', en: 'Why it is amended' }}
          required
          lines={3}
          maxLength={1000}
          value={of.reason}
          onChange={(reason) => put({ reason })}
        />
      ) : (
        <Picker<ProgrammeId>
          at="programmeId"
          label={{ vi: 'Theo chương trình, tiểu dự án', en: 'Programme or sub-project' }}
          {...(suggested && suggested.programmeId === of.programmeId && { hint: suggested.by })}
          required
          chosen={of.programmeName || null}
          load={async (q, signal) => {
            const { programmes } = await send(searchProgrammes, { q }, { signal })
            return programmes.map(({ programmeId: value, name: label, areaName, periodFrom, periodUntil }) => {
              const period = periodFrom || periodUntil ? `${periodFrom ?? '...'}-${periodUntil ?? '...'}` : ''
              return { value, label, detail: [areaName, period].filter(Boolean).join('; ') }
            })
          }}
          onChoose={(option) => put({ programmeId: option.value, programmeName: option.label })}
        />
      )}
      <NumberField
        at="largestClass"
        label={{ vi: 'Sĩ số lớn nhất một lớp', en: 'Largest class' }}
        hint={{
          vi: 'Để trống thì theo mức của tỉnh, nếu tỉnh có quy định',
          en: 'Empty: as the province lays down, where it does',
        }}
        min={1}
        max={1000}
        value={of.largestClass}
        onChange={(largestClass) => put({ largestClass })}
      />
      <TextField
        at="largestClassBy"
        label={{ vi: 'Sĩ số theo văn bản', en: 'Size of class by which text' }}
        maxLength={300}
        value={of.largestClassBy}
        onChange={(largestClassBy) => put({ largestClassBy })}
      />
      <TextField
        at="purpose"
        label={{ vi: 'Mục đích, yêu cầu', en: 'Purpose' }}
        hint={{ vi: 'In trong kế hoạch, mỗi dòng một đoạn', en: 'Printed in the plan, a paragraph a line' }}
        lines={4}
        maxLength={4000}
        value={of.purpose}
        onChange={(purpose) => put({ purpose })}
      />
      <TextField
        at="execution"
        label={{ vi: 'Tổ chức thực hiện', en: 'Who does what' }}
        hint={{ vi: 'In trong kế hoạch, mỗi dòng một đoạn', en: 'Printed in the plan, a paragraph a line' }}
        lines={4}
        maxLength={4000}
        value={of.execution}
        onChange={(execution) => put({ execution })}
      />
      <TextField
        at="note"
        label={{ vi: 'Ghi chú', en: 'Note' }}
        lines={3}
        maxLength={2000}
        value={of.note}
        onChange={(note) => put({ note })}
      />
    </>
  )
}
