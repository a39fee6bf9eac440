import { useRef, useState } from 'preact/hooks'
import { findPlainDate, type PlainDate, yearOf } from '#kernel/dates.ts'
import { type FieldFrame, FieldGroup, useWiring } from '#platform/web/kit/Field.tsx'
import { say, type Words } from '#platform/web/language.ts'
import type { Birth } from '../../model/facts.ts'

type Typed = { readonly year: string; readonly month: string; readonly day: string }
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

const textOf = (birth: Birth | undefined): Typed => ({
  year: birth ? String(birth.year) : '',
  month: birth?.month ? String(birth.month) : '',
  day: birth?.day ? String(birth.day) : '',
})

const pad = (text: string): string => text.padStart(2, '0')

/** What is certain of what was typed: a finished year counts although the month is still on its way. */
export function birthOf({ year, month, day }: Typed, today: PlainDate): Birth | undefined {
  const born = Number(year)
  if (!/^\d{4}$/.test(year) || born < 1890 || born > yearOf(today)) return undefined
  if (!month || !findPlainDate(`${year}-${pad(month)}-01`)) return { year: born }
  const whole = day ? findPlainDate(`${year}-${pad(month)}-${pad(day)}`) : null
  return { year: born, month: Number(month), ...(whole && { day: Number(day) }) }
}

function faultOf(typed: Typed, today: PlainDate): Words | null {
  const { year, month, day } = typed
  if (!year && !month && !day) return null
  if (!/^\d{4}$/.test(year)) return { vi: 'Năm sinh gồm bốn chữ số.', en: 'The year of birth has four digits.' }
  const birth = birthOf(typed, today)
  if (!birth) {
    const last = yearOf(today)
    return { vi: `Năm sinh từ 1890 đến ${last}.`, en: `The year of birth lies between 1890 and ${last}.` }
  }
  if (day && !month) return { vi: 'Nhập cả tháng, hoặc chỉ nhập năm.', en: 'Type the month too, or the year alone.' }
  if (month && !birth.month) return { vi: 'Tháng từ 1 đến 12.', en: 'A month is 1 to 12.' }
  if (day && !birth.day) return { vi: 'Không có ngày này trong lịch.', en: 'There is no such day.' }
  return null
}

/** The year first, in four digits; month and day where the family knows them. */
export function BirthField({ value, onChange, today, ...frame }: Props) {
  const [typed, setTyped] = useState(textOf(value))
  const [left, setLeft] = useState(false)
  const row = useRef<HTMLDivElement>(null)
  const shown = { ...frame, problem: frame.problem ?? (left ? faultOf(typed, today) : null) }
  const wiring = useWiring(shown)
  const type = (key: keyof Typed, text: string) => {
    const next = { ...typed, [key]: text.replace(/\D/g, '') }
    setTyped(next)
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
              class={box.key}
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
