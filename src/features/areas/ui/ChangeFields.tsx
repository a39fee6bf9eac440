/** The questions of each kind of event; answers the change once they are all answered, else null. */

import { useEffect, useState } from 'preact/hooks'
import { today } from '#platform/web/day.ts'
import { useDraftHere, useTyped } from '#platform/web/draft.ts'
import { ChoiceField } from '#platform/web/kit/ChoiceField.tsx'
import { TextField } from '#platform/web/kit/TextField.tsx'
import { say } from '#platform/web/language.ts'
import { depthOf, type Kind, kindNames, kinds, type Level } from '../words.ts'
import { AreaPicker } from './AreaPicker.tsx'
import type { ChangeInput, ChangeProps, Named } from './answers.ts'
import { SplitFields } from './SplitFields.tsx'
import { emptyUnit, type Unit, UnitFields, unitOf } from './UnitFields.tsx'

export const kindChoices = (level: Level) =>
  kindNames.filter((kind) => kinds[kind].level === level).map((value) => ({ value, label: kinds[value] }))

export function ChangeFields({ kind, ...props }: ChangeProps & { readonly kind: ChangeInput['kind'] }) {
  if (kind === 'rename') return <RenameFields {...props} />
  if (kind === 'change_kind') return <KindFields {...props} />
  if (kind === 'change_code') return <CodeFields {...props} />
  if (kind === 'move') return <MoveFields {...props} />
  if (kind === 'merge') return <MergeFields {...props} />
  if (kind === 'split') return <SplitFields {...props} />
  if (kind === 'create') return <CreateFields {...props} />
  return <AbolishFields {...props} />
}

const newName = { vi: 'Tên đầy đủ mới', en: 'New full name' }

function RenameFields({ area, onChange }: ChangeProps) {
  const [name, setName] = useTyped(useDraftHere(), 'name', area.name)
  const tell = (next: string) => {
    setName(next)
    const tidy = next.trim()
    onChange(tidy && tidy !== area.name ? { kind: 'rename', areaId: area.areaId, name: tidy } : null)
  }
  return <TextField label={newName} required value={name} onChange={tell} maxLength={120} />
}

function KindFields({ area, onChange }: ChangeProps) {
  const draft = useDraftHere()
  const [to, setTo] = useTyped<Kind | null>(draft, 'to', null)
  const [name, setName] = useTyped(draft, 'name', '')
  useEffect(() => {
    const tidy = name.trim()
    onChange(to && tidy ? { kind: 'change_kind', areaId: area.areaId, to, name: tidy } : null)
  }, [to, name])
  return (
    <>
      <ChoiceField
        label={{ vi: 'Thành loại', en: 'Becomes' }}
        required
        choices={kindChoices(area.level)}
        value={to}
        onChange={setTo}
      />
      <TextField label={newName} required value={name} onChange={setName} maxLength={120} />
    </>
  )
}

function CodeFields({ area, onChange }: ChangeProps) {
  const [code, setCode] = useTyped(useDraftHere(), 'code', '')
  const tell = (next: string) => {
    setCode(next)
    onChange(/^\d{2,7}$/.test(next) ? { kind: 'change_code', areaId: area.areaId, code: next } : null)
  }
  return (
    <TextField label={{ vi: 'Mã mới', en: 'New code' }} required digits value={code} onChange={tell} maxLength={7} />
  )
}

function MoveFields({ area, onChange }: ChangeProps) {
  const [chosen, setChosen] = useState<string | null>(null)
  return (
    <AreaPicker
      label={{ vi: 'Chuyển về đơn vị cấp trên', en: 'New parent' }}
      required
      chosen={chosen}
      day={today()}
      onChoose={(parentId, name) => {
        setChosen(name)
        onChange({ kind: 'move', areaId: area.areaId, parentId })
      }}
    />
  )
}

function MergeFields({ area, onChange, others, onOthers }: ChangeProps) {
  const [unit, setUnit] = useTyped<Unit>(useDraftHere(), 'unit', {
    ...emptyUnit,
    kind: area.kind,
    code: area.code ?? '',
  })
  useEffect(() => {
    const into = area.parentId && unitOf(unit, area.parentId)
    const areaIds = [area.areaId, ...others.map((other) => other.areaId)]
    onChange(into && others.length > 0 ? { kind: 'merge', areaIds, into } : null)
  }, [others, unit])
  return (
    <>
      <AreaPicker
        label={{ vi: 'Nhập cùng với', en: 'Together with' }}
        required
        chosen={others.map((other) => other.name).join(', ') || null}
        day={today()}
        level={area.level}
        under={area.parentId ?? undefined}
        onChoose={(areaId, name) =>
          areaId !== area.areaId && !others.some((o) => o.areaId === areaId) && onOthers([...others, { areaId, name }])
        }
      />
      {others.length > 0 && <p>{[area.name, ...others.map((other) => other.name)].join(' + ')}</p>}
      <UnitFields title={{ vi: 'Đơn vị mới', en: 'New unit' }} level={area.level} unit={unit} onChange={setUnit} />
    </>
  )
}

function CreateFields({ area, onChange }: ChangeProps) {
  const [unit, setUnit] = useTyped<Unit>(useDraftHere(), 'unit', emptyUnit)
  const below = kindNames.filter((kind) => depthOf(kinds[kind].level) > depthOf(area.level))
  useEffect(() => {
    const made = unitOf(unit, area.areaId)
    onChange(made ? { kind: 'create', unit: made } : null)
  }, [unit])
  if (below.length === 0)
    return <p>{say({ vi: 'Thôn không có đơn vị trực thuộc.', en: 'A village has no units below.' })}</p>
  return <UnitFields title={{ vi: 'Đơn vị mới', en: 'New unit' }} kinds={below} unit={unit} onChange={setUnit} />
}

function AbolishFields({ area, onChange }: ChangeProps) {
  const [into, setInto] = useTyped<Named | null>(useDraftHere(), 'into', null)
  useEffect(() => {
    const successors = into ? [{ areaId: into.areaId, share: 1 }] : []
    onChange({ kind: 'abolish', areaId: area.areaId, successors })
  }, [into])
  return (
    <AreaPicker
      label={{ vi: 'Nhập toàn bộ vào đơn vị', en: 'Wholly into' }}
      hint={{ vi: 'Để trống nếu không có đơn vị kế thừa.', en: 'Leave empty where nothing succeeds it.' }}
      chosen={into?.name ?? null}
      day={today()}
      level={area.level}
      onChoose={(areaId, name) => setInto({ areaId, name })}
    />
  )
}
