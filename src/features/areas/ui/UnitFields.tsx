import type { AreaId } from '#kernel/ids.ts'
import { ChoiceField } from '#platform/web/kit/ChoiceField.tsx'
import { TextField } from '#platform/web/kit/TextField.tsx'
import { say, type Words } from '#platform/web/language.ts'
import { type Kind, kindNames, kinds as kindWords, type Level } from '../words.ts'

/** A unit as it is being typed. */
export type Unit = { readonly name: string; readonly kind: Kind | null; readonly code: string }
export const emptyUnit: Unit = { name: '', kind: null, code: '' }

/** The unit under a parent, or null where something is missing or the code is none. */
export function unitOf({ name, kind, code }: Unit, parentId: AreaId) {
  if (!name.trim() || !kind || (code && !/^\d{2,7}$/.test(code))) return null
  return { name: name.trim(), kind, code: code || null, parentId }
}

type Props = {
  readonly title: Words
  readonly unit: Unit
  readonly onChange: (unit: Unit) => void
  readonly level?: Level
  readonly kinds?: readonly Kind[]
}

export function UnitFields({ title, unit, onChange, level, kinds }: Props) {
  const offered = kinds ?? kindNames.filter((kind) => kindWords[kind].level === level)
  return (
    <fieldset class="areas-parts">
      <legend>{say(title)}</legend>
      <TextField
        label={{ vi: 'Tên đầy đủ', en: 'Full name' }}
        hint={{ vi: 'Kèm loại, ví dụ: Xã Tam Hồng.', en: 'With its kind, for example: Xã Tam Hồng.' }}
        required
        value={unit.name}
        onChange={(name) => onChange({ ...unit, name })}
        maxLength={120}
      />
      <ChoiceField
        label={{ vi: 'Loại', en: 'Kind' }}
        required
        as="select"
        choices={offered.map((value) => ({ value, label: kindWords[value] }))}
        value={unit.kind}
        onChange={(kind) => onChange({ ...unit, kind })}
      />
      <TextField
        label={{ vi: 'Mã', en: 'Code' }}
        digits
        value={unit.code}
        onChange={(code) => onChange({ ...unit, code })}
        maxLength={7}
      />
    </fieldset>
  )
}
