/** A rule as it is typed: what must be completed, for which standard, until when it holds, by which text. */

import { type ClassKind, classKinds } from '#features/classes/list/model.ts'
import type { Organiser } from '#features/classes/turns/model.ts'
import { listStandards } from '#features/standards/ui/calls.ts'
import { readDayOfYear } from '#features/training/limits/rules.ts'
import { markChoices } from '#features/training/money/ui/norm.ts'
import type { FrameworkTopicId } from '#kernel/ids.ts'
import { type Choice, ChoiceField, ChoicesField } from '#platform/web/kit/ChoiceField.tsx'
import { DayField } from '#platform/web/kit/DayField.tsx'
import { NumberField } from '#platform/web/kit/NumberField.tsx'
import { TextField } from '#platform/web/kit/TextField.tsx'
import { YesNo } from '#platform/web/kit/YesNo.tsx'
import type { Words } from '#platform/web/language.ts'
import { useRead } from '#platform/web/reads.ts'
import { organisersAsked, type Validity, validities } from '../model.ts'
import type { TypedRule } from './rule.ts'

type Props = {
  readonly of: TypedRule
  readonly topics: readonly Choice<FrameworkTopicId>[]
  readonly onChange: (next: TypedRule) => void
}
type PartProps = { readonly of: TypedRule; readonly put: (part: Partial<TypedRule>) => void }

export function RuleFields({ of, topics, onChange }: Props) {
  const put = (part: Partial<TypedRule>) => onChange({ ...of, ...part })
  return (
    <>
      <TextField
        at="name"
        label={{ vi: 'Tên chứng nhận', en: 'Name of the credential' }}
        required
        maxLength={200}
        value={of.name}
        onChange={(name) => put({ name })}
      />
      <ChoicesField<FrameworkTopicId>
        at="topicIds"
        label={{ vi: 'Phải hoàn thành các chuyên đề', en: 'Topics to be completed' }}
        hint={{ vi: 'Phải đủ tất cả chuyên đề đã chọn', en: 'All of those chosen' }}
        required
        choices={topics}
        values={of.topicIds}
        onChange={(topicIds) => put({ topicIds })}
      />
      <CountsFields of={of} put={put} />
      <YesNo
        label={{ vi: 'Cần bài kiểm tra đạt', en: 'Needs a passed test' }}
        required
        value={of.needsTest}
        onChange={(needsTest) => put({ needsTest })}
      />
      <StandardField of={of} put={put} />
      <LastsFields of={of} put={put} />
      <NumberField
        at="renewMonths"
        label={{ vi: 'Ôn tập để gia hạn trong (tháng)', en: 'Renewed by a refresher within (months)' }}
        hint={{ vi: 'Trước và sau ngày hết hạn; 0: không gia hạn', en: 'Before its end and after it; 0: never' }}
        required
        min={0}
        max={24}
        value={of.renewMonths}
        onChange={(renewMonths) => put({ renewMonths })}
      />
      <YesNo
        label={{ vi: 'Ôn tập được chuyển từ chuẩn cũ sang', en: 'A refresher carries over from the standard before' }}
        required
        value={of.carriesOver}
        onChange={(carriesOver) => put({ carriesOver })}
      />
      <BasisFields of={of} put={put} />
    </>
  )
}

const kindChoices = (Object.keys(classKinds) as ClassKind[]).map((value) => ({ value, label: classKinds[value] }))
const organiserChoices = (Object.keys(organisersAsked) as Organiser[]).map((value) => ({
  ...{ value, label: organisersAsked[value] },
}))

/** Which classes count. */
const CountsFields = ({ of, put }: PartProps) => (
  <>
    <ChoicesField<ClassKind>
      at="classKinds"
      label={{ vi: 'Chỉ tính các loại lớp', en: 'Kinds of classes that count' }}
      hint={{ vi: 'Không chọn: mọi loại lớp', en: 'None chosen: every kind' }}
      choices={kindChoices}
      values={of.classKinds ?? []}
      onChange={(kinds) => put({ classKinds: kinds })}
    />
    <ChoiceField<Organiser | ''>
      as="select"
      at="heldBy"
      label={{ vi: 'Chỉ tính lớp do cấp này mở', en: 'Held by units of this level' }}
      choices={[{ value: '', label: { vi: 'Mọi cấp', en: 'Every level' } }, ...organiserChoices]}
      value={of.heldBy ?? ''}
      onChange={(heldBy) => put({ heldBy })}
    />
  </>
)

/** For surveys by which standard it is asked. */
function StandardField({ of, put }: PartProps) {
  const list = useRead(listStandards, {})
  return (
    <ChoiceField<string>
      as="select"
      at="standardId"
      label={{ vi: 'Dùng để khảo sát theo chuẩn', en: 'To survey by' }}
      required
      choices={[
        { value: '', label: { vi: 'Không dùng để khảo sát', en: 'Not for surveys' } },
        ...(list.data?.standards ?? []).map(({ id: value, name: label }) => ({ value, label })),
      ]}
      value={of.standardId}
      onChange={(standardId) => put({ standardId })}
    />
  )
}

const validityChoices = (Object.keys(validities) as Validity[]).map((value) => ({ value, label: validities[value] }))

const dayFault = (text: string): Words | null =>
  text.trim() === '' || readDayOfYear(text)
    ? null
    : { vi: 'Ghi ngày và tháng, ví dụ 15/05.', en: 'Day and month, as in 15/05.' }

const LastsFields = ({ of, put }: PartProps) => (
  <>
    <ChoiceField<Validity>
      as="select"
      at="validity"
      label={{ vi: 'Thời hạn', en: 'Lasts' }}
      required
      choices={validityChoices}
      value={of.validity}
      onChange={(validity) => put({ validity })}
    />
    {(of.validity === 'completion' || of.validity === 'old_end') && (
      <NumberField
        at="months"
        label={{ vi: 'Số tháng', en: 'Months' }}
        hint={{
          vi: 'Tính cả ngày đầu và ngày cuối: 12 tháng từ 15/03/2026 là đến hết 14/03/2027',
          en: 'First and last day included: 12 months from 15/03/2026 end with 14/03/2027',
        }}
        required
        min={1}
        max={120}
        value={of.months}
        onChange={(months) => put({ months })}
      />
    )}
    {of.validity === 'window' && (
      <>
        <TextField
          at="firstDay"
          label={{ vi: 'Từ ngày, tháng', en: 'First day and month' }}
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
      </>
    )}
  </>
)

const BasisFields = ({ of, put }: PartProps) => (
  <>
    <DayField
      at="from"
      label={{ vi: 'Áp dụng từ ngày', en: 'From' }}
      hint={{ vi: 'Cho các lớp hoàn thành từ ngày này', en: 'For classes completed from this day on' }}
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
