import type { PlainDate } from '#kernel/dates.ts'
import type { AreaId } from '#kernel/ids.ts'
import { send } from '#platform/web/calls.ts'
import type { FieldFrame } from '#platform/web/kit/Field.tsx'
import { Picker } from '#platform/web/kit/Picker.tsx'
import type { Level } from '../words.ts'
import { calledFirst } from './calledFirst.ts'
import { searchAreas } from './calls.ts'
import { placeOf } from './sayings.ts'

type Props = FieldFrame & {
  /** The name of the unit chosen now. */
  readonly chosen: string | null
  /** Units that stand on this day. */
  readonly day: PlainDate
  readonly level?: Level | undefined
  readonly under?: AreaId | undefined
  /** What lies under this unit is offered first. */
  readonly first?: AreaId | null | undefined
  readonly onChoose: (areaId: AreaId, name: string) => void
}

/** Chooses a unit by name or code, with or without tone marks. */
export const AreaPicker = ({ day, level, under, first, onChoose, ...field }: Props) => (
  <Picker<AreaId>
    {...field}
    placeholder={{ vi: 'Gõ tên hoặc mã', en: 'Type a name or code' }}
    load={async (q, signal) => {
      const asked = { q, day, ...(level && { level }) }
      const own = first ? (await send(searchAreas, { ...asked, under: first }, { signal })).areas : []
      const found = await send(searchAreas, { ...asked, ...(under && { under }) }, { signal })
      return calledFirst(own, found.areas).map((area) => ({
        value: area.areaId,
        label: area.name,
        detail: placeOf(area),
      }))
    }}
    onChoose={(option) => onChoose(option.value, option.label)}
  />
)
