/** Which units below are asked: a province has some hundred communes, found by name and chosen together or by their level. */
import { useState } from 'preact/hooks'
import { levelWords } from '#features/areas/words.ts'
import type { AreaId } from '#kernel/ids.ts'
import { fold } from '#kernel/text.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { FieldGroup, useShown, useWiring } from '#platform/web/kit/Field.tsx'
import { say } from '#platform/web/language.ts'
import { showNumber } from '#platform/web/numbers.ts'
import type { UnitBelow } from '../model.ts'
import '../../ui/training.css'

type Props = {
  readonly units: readonly UnitBelow[]
  readonly some: readonly AreaId[]
  readonly onChange: (some: readonly AreaId[]) => void
}

export function UnitsField({ units, some, onChange }: Props) {
  const [q, setQ] = useState('')
  const shown = useShown({ label: { vi: 'Những đơn vị', en: 'Which' }, required: true }, { empty: some.length === 0 })
  const wiring = useWiring(shown)
  const chosen = new Set(some)
  const found = units.filter(({ unitName }) => fold(unitName).includes(fold(q)))
  const find = { vi: 'Tìm đơn vị, có dấu hay không dấu đều được', en: 'Find a unit, with or without tone marks' }
  return (
    <FieldGroup {...shown} wiring={wiring}>
      <input
        type="search"
        aria-label={say(find)}
        placeholder={say(find)}
        value={q}
        onInput={(event) => setQ(event.currentTarget.value)}
      />
      <Together units={units} found={q.trim() ? found : null} some={some} onChange={onChange} />
      <p role="status">
        {say(
          { vi: 'Đã chọn {n} trên {all} đơn vị.', en: '{n} of {all} {all:unit|units} chosen.' },
          { n: showNumber(some.length), all: showNumber(units.length) },
        )}
      </p>
      <div class="training-units">
        {found.map(({ unitId, unitName }) => (
          <label key={unitId}>
            <input
              type="checkbox"
              checked={chosen.has(unitId)}
              onChange={() => onChange(chosen.has(unitId) ? some.filter((one) => one !== unitId) : [...some, unitId])}
            />
            {unitName}
          </label>
        ))}
        {found.length === 0 && <p>{say({ vi: 'Không có đơn vị nào tên như vậy.', en: 'No unit of such a name.' })}</p>}
      </div>
    </FieldGroup>
  )
}

type TogetherProps = Props & { readonly found: readonly UnitBelow[] | null }

/** All of what is found, those of a level, those that the plan names, or none. */
function Together({ units, found, some, onChange }: TogetherProps) {
  const add = (more: readonly UnitBelow[]) => onChange([...new Set([...some, ...more.map(({ unitId }) => unitId)])])
  const levels = [...new Set(units.map(({ level }) => level))]
  const named = units.filter((one) => one.named)
  return (
    <p class="form-actions">
      <Button onClick={() => add(found ?? units)}>
        {found
          ? say({ vi: 'Chọn {n} đơn vị tìm thấy', en: 'Choose the {n} found' }, { n: showNumber(found.length) })
          : say({ vi: 'Chọn hết', en: 'Choose all' })}
      </Button>
      {levels.length > 1 &&
        levels.map((level) => {
          const of = units.filter((one) => one.level === level)
          return (
            <Button key={level} onClick={() => add(of)}>
              {say(
                { vi: 'Chọn {n} đơn vị cấp {level}', en: 'Choose the {n} at the level {level}' },
                { n: showNumber(of.length), level: say(levelWords[level]).toLowerCase() },
              )}
            </Button>
          )
        })}
      {named.length > 0 && (
        <Button onClick={() => add(named)}>
          {say(
            { vi: 'Chọn {n} xã có trong kế hoạch', en: 'Choose the {n} named in the plan' },
            { n: showNumber(named.length) },
          )}
        </Button>
      )}
      <Button look="quiet" onClick={() => onChange([])}>
        {say({ vi: 'Bỏ chọn hết', en: 'Choose none' })}
      </Button>
    </p>
  )
}
