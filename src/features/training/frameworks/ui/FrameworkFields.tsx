import type { ProgrammeId } from '#kernel/ids.ts'
import { send } from '#platform/web/calls.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { Picker } from '#platform/web/kit/Picker.tsx'
import { TextField } from '#platform/web/kit/TextField.tsx'
import { say } from '#platform/web/language.ts'
import { searchProgrammes } from '../../programmes/ui/calls.ts'
import { yearFault } from '../../programmes/ui/programme.ts'
import type { Typed } from './framework.ts'

/** Name, period and programme of a draft. */
export function FrameworkFields({ of, onChange }: { of: Typed; onChange: (next: Typed) => void }) {
  const put = (part: Partial<Typed>) => onChange({ ...of, ...part })
  return (
    <>
      <TextField
        at="name"
        label={{ vi: 'Tên khung', en: 'Name' }}
        required
        lines={2}
        maxLength={300}
        value={of.name}
        onChange={(name) => put({ name })}
      />
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
      <Picker<ProgrammeId>
        at="programmeId"
        label={{ vi: 'Thuộc chương trình', en: 'Programme' }}
        hint={{ vi: 'Để trống nếu khung không theo chương trình nào', en: 'Empty where it follows none' }}
        chosen={of.programmeName || null}
        load={async (q, signal) => {
          const { programmes } = await send(searchProgrammes, { q }, { signal })
          return programmes.map((one) => ({ value: one.programmeId, label: one.name, detail: one.areaName }))
        }}
        onChoose={(option) => put({ programmeId: option.value, programmeName: option.label })}
      />
      {of.programmeId && (
        <Button look="quiet" onClick={() => put({ programmeId: null, programmeName: '' })}>
          {say({ vi: 'Không theo chương trình nào', en: 'Of no programme' })}
        </Button>
      )}
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
