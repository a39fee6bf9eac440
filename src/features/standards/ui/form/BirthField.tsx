import { useRef, useState } from 'preact/hooks'
import type { PlainDate } from '#kernel/dates.ts'
import { plainFigures } from '#kernel/figures.ts'
import type { Birth } from '#kernel/persons.ts'
import { type FieldFrame, FieldGroup, useShown, useWiring } from '#platform/web/kit/Field.tsx'
import { useAsTyped } from '#platform/web/kit/unread.ts'
import { say, type Words } from '#platform/web/language.ts'
import { birthOf, faultOf, type Typed, textOf } from './birth.ts'

type Props = FieldFrame & {
  readonly value: Birth | undefined
  readonly onChange: (value: Birth | undefined) => void
  /** Nobody is born after it. */
  readonly today: PlainDate
}

const boxes = [
  { key: 'year', label: { vi: 'Năm sinh', en: 'Year of birth' }, length: 4 },
  { key: 'month', label: { vi: 'Tháng', en: 'Month' }, length: 2 },
  { key: 'day', label: { vi: 'Ngày', en: 'Day' }, length: 2 },
] as const satisfies readonly { key: keyof Typed; label: Words; length: number }[]

/** The year first, in four digits; month and day where the family knows them. */
export function BirthField({ value, onChange, today, ...frame }: Props) {
  const { typed, again, type: typeBoxes } = useAsTyped(frame.label, textOf(value))
  const [left, setLeft] = useState(false)
  const row = useRef<HTMLDivElement>(null)
  const empty = !typed.day && !typed.month && !typed.year
  const shown = useShown(frame, { empty, fault: faultOf(typed, today), left: left || again })
  const wiring = useWiring(shown)
  const type = (key: keyof Typed, text: string) => {
    const next = { ...typed, [key]: plainFigures(text).replace(/\D/g, '') }
    typeBoxes(next, faultOf(next, today) !== null)
    onChange(birthOf(next, today))
  }
  return (
    <FieldGroup {...shown} wiring={wiring}>
      <div
        class="day-boxes"
        ref={row}
        onFocusOut={(event) => !row.current?.contains(event.relatedTarget as Node | null) && setLeft(true)}
      >
        {boxes.map((box) => (
          <label key={box.key}>
            <span>{say(box.label)}</span>
            <input
              inputMode="numeric"
              autocomplete="off"
              maxLength={box.length}
              value={typed[box.key]}
              aria-invalid={wiring['aria-invalid']}
              aria-describedby={wiring['aria-describedby']}
              onInput={(event) => type(box.key, event.currentTarget.value)}
            />
          </label>
        ))}
      </div>
    </FieldGroup>
  )
}
