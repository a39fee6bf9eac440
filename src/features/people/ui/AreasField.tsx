/** Where a role is given: units chosen one after the other, or, where none is, the one that is looked at. */
import { AreaPicker } from '#features/areas/ui/AreaPicker.tsx'
import type { Role } from '#kernel/access.ts'
import type { AreaId } from '#kernel/ids.ts'
import { today } from '#platform/web/day.ts'
import { say } from '#platform/web/language.ts'

export type Unit = { readonly areaId: AreaId; readonly name: string }

type Props = {
  readonly here: AreaId
  readonly role: Role | null
  readonly value: readonly Unit[]
  readonly onChange: (units: readonly Unit[]) => void
}

export function AreasField({ here, role, value, onChange }: Props) {
  const add = (areaId: AreaId, name: string) => {
    if (!value.some((one) => one.areaId === areaId)) onChange([...value, { areaId, name }])
  }
  return (
    <div class="people-units">
      <AreaPicker
        label={{ vi: 'Tại những đơn vị nào', en: 'Over which units' }}
        hint={{
          vi: 'Chọn lần lượt từng thôn, từng đơn vị. Không chọn thì giao tại đơn vị đang xem.',
          en: 'Choose one unit after the other. With none, it is given over the unit you look at.',
        }}
        day={today()}
        level={role === 'enumerator' ? 'village' : undefined}
        under={here}
        chosen={null}
        onChoose={add}
      />
      {value.length > 0 && (
        <ul class="people-chosen" aria-label={say({ vi: 'Đơn vị đã chọn', en: 'Units chosen' })}>
          {value.map(({ areaId, name }) => (
            <li key={areaId}>
              {name}
              <button
                type="button"
                aria-label={say({ vi: 'Bỏ {name}', en: 'Take {name} away' }, { name })}
                onClick={() => onChange(value.filter((one) => one.areaId !== areaId))}
              >
                ×
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

/** As a call asks for them. */
export const unitsGiven = (units: readonly Unit[], here: AreaId): AreaId[] =>
  units.length > 0 ? units.map(({ areaId }) => areaId) : [here]
