/** A programme as it is typed: what it is, its period, its legal basis, where it is from. */
import { AreaPicker } from '#features/areas/ui/AreaPicker.tsx'
import { levels, levelWords } from '#features/areas/words.ts'
import type { ProgrammeId } from '#kernel/ids.ts'
import { send } from '#platform/web/calls.ts'
import { today } from '#platform/web/day.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { ChoiceField, ChoicesField } from '#platform/web/kit/ChoiceField.tsx'
import { DayField } from '#platform/web/kit/DayField.tsx'
import { Picker } from '#platform/web/kit/Picker.tsx'
import { TextField } from '#platform/web/kit/TextField.tsx'
import { AskedOf } from '#platform/web/kit/unread.ts'
import { say } from '#platform/web/language.ts'
import { programmeKindNames, programmeKinds } from '../model.ts'
import { searchProgrammes } from './calls.ts'
import { emptyBasis, markChoices, type Typed, type TypedBasis, yearFault } from './programme.ts'

type Props = { readonly of: Typed; readonly onChange: (next: Typed) => void; readonly isNew?: boolean }

export function ProgrammeFields({ of, onChange, isNew = false }: Props) {
  const put = (part: Partial<Typed>) => onChange({ ...of, ...part })
  return (
    <>
      <ChoiceField
        as="select"
        at="kind"
        label={{ vi: 'Loại', en: 'Kind' }}
        required
        choices={programmeKindNames.map((value) => ({ value, label: programmeKinds[value] }))}
        value={of.kind}
        onChange={(kind) => put({ kind })}
      />
      <TextField
        at="name"
        label={{ vi: 'Tên', en: 'Name' }}
        required
        lines={2}
        maxLength={300}
        value={of.name}
        onChange={(name) => put({ name })}
      />
      {isNew && (
        <AreaPicker
          at="areaId"
          label={{ vi: 'Đơn vị ban hành', en: 'Unit' }}
          required
          day={today()}
          chosen={of.areaName || null}
          onChoose={(areaId, areaName) => put({ areaId, areaName })}
        />
      )}
      <PartOf of={of} put={put} />
      <TextField
        at="periodFrom"
        label={{ vi: 'Năm đầu', en: 'First year' }}
        digits
        maxLength={4}
        fault={yearFault(of.periodFrom)}
        value={of.periodFrom}
        onChange={(periodFrom) => put({ periodFrom })}
      />
      <TextField
        at="periodUntil"
        label={{ vi: 'Năm cuối', en: 'Last year' }}
        digits
        maxLength={4}
        fault={yearFault(of.periodUntil)}
        value={of.periodUntil}
        onChange={(periodUntil) => put({ periodUntil })}
      />
      <ChoicesField
        at="levels"
        label={{ vi: 'Cấp thực hiện', en: 'Levels' }}
        choices={levels.map((value) => ({ value, label: levelWords[value] }))}
        values={of.levels}
        onChange={(chosen) => put({ levels: chosen })}
      />
      <Bases of={of.bases} onChange={(bases) => put({ bases })} />
      <TextField
        at="source"
        label={{ vi: 'Nguồn', en: 'Source' }}
        hint={{ vi: 'Văn bản, báo cáo hoặc trang tin đã đọc', en: 'The document, report or page that was read' }}
        required
        maxLength={300}
        value={of.source}
        onChange={(source) => put({ source })}
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

const PartOf = ({ of, put }: { of: Typed; put: (part: Partial<Typed>) => void }) => (
  <>
    <Picker<ProgrammeId>
      at="partOfId"
      label={{ vi: 'Thuộc chương trình', en: 'Part of' }}
      hint={{ vi: 'Để trống nếu không thuộc chương trình nào', en: 'Empty where it is part of none' }}
      chosen={of.partOfName || null}
      load={async (q, signal) => {
        const { programmes } = await send(searchProgrammes, { q }, { signal })
        return programmes.map((one) => ({ value: one.programmeId, label: one.name, detail: one.areaName }))
      }}
      onChoose={(option) => put({ partOfId: option.value, partOfName: option.label })}
    />
    {of.partOfId && (
      <Button look="quiet" onClick={() => put({ partOfId: null, partOfName: '' })}>
        {say({ vi: 'Không thuộc chương trình nào', en: 'Part of none' })}
      </Button>
    )}
  </>
)

type BasesProps = { readonly of: readonly TypedBasis[]; readonly onChange: (next: readonly TypedBasis[]) => void }

function Bases({ of, onChange }: BasesProps) {
  const put = (at: number, part: Partial<TypedBasis>) =>
    onChange(of.map((basis, n) => (n === at ? { ...basis, ...part } : basis)))
  return (
    <>
      {of.map((basis, at) => (
        <AskedOf.Provider key={at} value={`basis-${at}`}>
          <fieldset class="training-basis">
            <legend>{say({ vi: 'Căn cứ pháp lý {n}', en: 'Legal basis {n}' }, { n: at + 1 })}</legend>
            <TextField
              label={{ vi: 'Số, ký hiệu', en: 'Number' }}
              maxLength={60}
              value={basis.number}
              onChange={(number) => put(at, { number })}
            />
            <DayField label={{ vi: 'Ngày ký', en: 'Day' }} value={basis.day} onChange={(day) => put(at, { day })} />
            <TextField
              label={{ vi: 'Cơ quan ban hành', en: 'Issuer' }}
              maxLength={200}
              value={basis.issuer}
              onChange={(issuer) => put(at, { issuer })}
            />
            <ChoiceField
              as="select"
              label={{ vi: 'Căn cứ này', en: 'This basis' }}
              required
              choices={markChoices}
              value={basis.mark}
              onChange={(mark) => put(at, { mark })}
            />
            <Button look="quiet" onClick={() => onChange(of.filter((_, n) => n !== at))}>
              {say({ vi: 'Bỏ căn cứ này', en: 'Take this basis away' })}
            </Button>
          </fieldset>
        </AskedOf.Provider>
      ))}
      {of.length < 20 && (
        <Button onClick={() => onChange([...of, emptyBasis])}>{say({ vi: 'Thêm căn cứ', en: 'Add a basis' })}</Button>
      )}
    </>
  )
}
