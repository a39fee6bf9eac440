import { useEffect, useRef, useState } from 'preact/hooks'
import { plainFigures } from '#kernel/figures.ts'
import { say, type Words } from '../language.ts'
import { boxesOf, type DayBoxes, dayOf, faultOf } from './dayBoxes.ts'
import { type FieldFrame, FieldGroup, useShown, useWiring } from './Field.tsx'
import { useAsTyped } from './unread.ts'

type Props = FieldFrame & {
  /** `2026-11-05`, or `1958` where a year alone is allowed. */
  readonly value: string | null
  readonly onChange: (value: string | null) => void
  readonly yearAlone?: boolean | undefined
}

const boxes = [
  { key: 'day', label: { vi: 'Ngày', en: 'Day' }, length: 2 },
  { key: 'month', label: { vi: 'Tháng', en: 'Month' }, length: 2 },
  { key: 'year', label: { vi: 'Năm', en: 'Year' }, length: 4 },
] as const satisfies readonly { key: keyof DayBoxes; label: Words; length: number }[]

/** Day, month, year: three boxes, always in this order, whatever the browser thinks of dates. */
export function DayField({ value, onChange, yearAlone = false, ...frame }: Props) {
  const { typed, again, type: typeBoxes, write: setTyped } = useAsTyped(frame.label, boxesOf(value))
  const [left, setLeft] = useState(false)
  const row = useRef<HTMLDivElement>(null)
  const empty = !typed.day && !typed.month && !typed.year
  const shown = useShown(frame, { empty, fault: faultOf(typed, yearAlone), left: left || again })
  const wiring = useWiring(shown)

  useEffect(() => {
    if (value !== null && value !== dayOf(typed, yearAlone)) setTyped(boxesOf(value))
    if (value === null && dayOf(typed, yearAlone)) setTyped(boxesOf(null))
  }, [value])

  const type = (key: keyof DayBoxes, text: string) => {
    const next = { ...typed, [key]: plainFigures(text).replace(/\D/g, '') }
    typeBoxes(next, faultOf(next, yearAlone) !== null)
    onChange(dayOf(next, yearAlone))
  }
  const leave = (event: FocusEvent) => {
    if (!row.current?.contains(event.relatedTarget as Node | null)) setLeft(true)
  }
  return (
    <FieldGroup {...shown} wiring={wiring}>
      <div class="day-boxes" ref={row} onFocusOut={leave}>
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
