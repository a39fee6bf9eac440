/** A split: two or more parts, the share of each where it is known, and where every unit below goes. */

import { useEffect } from 'preact/hooks'
import type { AreaId } from '#kernel/ids.ts'
import { today } from '#platform/web/day.ts'
import { useDraftHere, useTyped } from '#platform/web/draft.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { ChoiceField } from '#platform/web/kit/ChoiceField.tsx'
import { NumberField } from '#platform/web/kit/NumberField.tsx'
import { Reading } from '#platform/web/kit/Reading.tsx'
import { AskedOf } from '#platform/web/kit/unread.ts'
import { say } from '#platform/web/language.ts'
import { useRead } from '#platform/web/reads.ts'
import type { ChangeProps } from './answers.ts'
import { areaChildren } from './calls.ts'
import { emptyUnit, type Unit, UnitFields, unitOf } from './UnitFields.tsx'

type Part = { readonly unit: Unit; readonly percent: number | null }
type Places = Readonly<Record<AreaId, number>>

export function SplitFields({ area, onChange }: ChangeProps) {
  const fresh: Part = { unit: { ...emptyUnit, kind: area.kind }, percent: null }
  const draft = useDraftHere()
  const [parts, setParts] = useTyped<readonly Part[]>(draft, 'parts', [fresh, fresh])
  const [places, setPlaces] = useTyped<Places>(draft, 'places', {})
  const below = useRead(areaChildren, { areaId: area.areaId, day: today() })

  useEffect(() => {
    const units = parts.map((part) => (area.parentId ? unitOf(part.unit, area.parentId) : null))
    const children = below.data?.areas.map((child) => child.areaId)
    const placed = children?.every((child) => places[child] !== undefined) ?? false
    if (!placed || units.some((unit) => unit === null)) return onChange(null)
    const told = units.flatMap((unit, at) =>
      unit
        ? [{ unit, share: shareOf(parts[at]), children: (children ?? []).filter((child) => places[child] === at) }]
        : [],
    )
    onChange({ kind: 'split', areaId: area.areaId, parts: told })
  }, [parts, places, below.data])

  const set = (at: number, part: Part) => setParts(parts.map((before, n) => (n === at ? part : before)))
  return (
    <>
      {parts.map((part, at) => (
        <AskedOf.Provider key={at} value={String(at)}>
          <PartFields at={at} part={part} level={area.level} onChange={(next) => set(at, next)} />
        </AskedOf.Provider>
      ))}
      <Button onClick={() => setParts([...parts, fresh])}>{say({ vi: 'Thêm một phần', en: 'Add a part' })}</Button>
      <Reading of={below} rows={3}>
        {({ areas }) => (
          <>
            {areas.map((child) => (
              <ChoiceField
                key={child.areaId}
                label={{ vi: `${child.name} thuộc về`, en: `${child.name} goes to` }}
                required
                as="select"
                choices={parts.map((part, at) => ({ value: String(at), label: part.unit.name || partName(at) }))}
                value={places[child.areaId] === undefined ? null : String(places[child.areaId])}
                onChange={(at) => setPlaces({ ...places, [child.areaId]: Number(at) })}
              />
            ))}
          </>
        )}
      </Reading>
    </>
  )
}

const shareOf = (part: Part | undefined): number | null => (part?.percent ? part.percent / 100 : null)
const partName = (at: number) => ({ vi: `Phần ${at + 1}`, en: `Part ${at + 1}` })

type PartProps = {
  readonly at: number
  readonly part: Part
  readonly level: Parameters<typeof UnitFields>[0]['level']
  readonly onChange: (part: Part) => void
}

const PartFields = ({ at, part, level, onChange }: PartProps) => (
  <>
    <UnitFields
      title={partName(at)}
      {...(level && { level })}
      unit={part.unit}
      onChange={(unit) => onChange({ ...part, unit })}
    />
    <NumberField
      label={{ vi: 'Phần trăm số hộ', en: 'Percent of the households' }}
      hint={{ vi: 'Để trống nếu chưa rõ: hệ thống sẽ ghi "không rõ tỷ lệ".', en: 'Leave empty where not known.' }}
      value={part.percent}
      decimals={1}
      max={100}
      unit="%"
      onChange={(percent) => onChange({ ...part, percent })}
    />
  </>
)
