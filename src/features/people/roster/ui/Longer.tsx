import { addDays, daysBetween, type PlainDate, showDate } from '#kernel/dates.ts'
import { YesNo } from '#platform/web/kit/YesNo.tsx'
import type { Appointment } from '../model.ts'

/** How many days longer than the record says a post would be held. What was entered by mistake was never held. */
export const growsBy = ({ until, because }: Appointment, last: PlainDate): number =>
  until && because !== 'entered_by_mistake' ? daysBetween(until, addDays(last, 1)) : 0

export const saidLonger = { vi: 'Hãy trả lời có giữ thêm không.', en: 'Say whether it was held longer.' }

type Props = {
  readonly of: Appointment
  readonly last: PlainDate
  readonly value: boolean | null
  readonly onChange: (value: boolean | null) => void
}

/** Asked where a last day is later than the one that the record has. */
export function Longer({ of, last, value, onChange }: Props) {
  const was = of.until ? showDate(addDays(of.until, -1)) : ''
  const days = growsBy(of, last)
  return (
    <YesNo
      at="longer"
      label={{
        vi: `Sổ ghi đến hết ngày ${was}. Giữ thêm ${days} ngày, đến hết ngày ${showDate(last)}?`,
        en: `The record has it to the end of ${was}. Held ${days} days longer, to the end of ${showDate(last)}?`,
      }}
      required
      value={value}
      onChange={onChange}
    />
  )
}
