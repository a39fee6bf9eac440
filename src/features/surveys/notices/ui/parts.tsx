/** Questions that several notices ask. */
import { useRef } from 'preact/hooks'
import { addDays, findPlainDate, type PlainDate } from '#kernel/dates.ts'
import { findUnprintable } from '#kernel/letters.ts'
import { Button } from '#platform/web/kit/Button.tsx'
import { DayField } from '#platform/web/kit/DayField.tsx'
import { TextField } from '#platform/web/kit/TextField.tsx'
import { type Words as Label, say } from '#platform/web/language.ts'
import type { Details } from '../model.ts'
import type { NoticeKind } from '../words.ts'

/** What nobody can print is told at its field, long before the commune would refuse it. */
export function unprintedIn(text: string | undefined): Label | null {
  const letters = findUnprintable((text ?? '').normalize('NFC').replaceAll('\n', ' '))
  return (
    letters && { vi: `Bỏ ký tự không in được: ${letters.vi}.`, en: `Leave out what cannot be printed: ${letters.en}.` }
  )
}
export const whyNotPrinted = (texts: readonly string[]): Label | null =>
  texts.map(unprintedIn).find((one) => one) ?? null
export const textsOf = ({ address, words, to, met }: Details): string[] =>
  [address, words, to, met].filter((text) => text !== undefined)

/** A second press while the first is under way is none. */
export function useOnce() {
  const going = useRef(false)
  return (work: () => Promise<void>) => async () => {
    if (going.current) return
    going.current = true
    await work().finally(() => {
      going.current = false
    })
  }
}

/** While it is typed a question may be emptied again. */
export type Typed = { readonly [K in keyof Details]?: Details[K] | undefined }

const asked: Partial<Record<NoticeKind, Label>> = {
  unlisted: { vi: 'Vì sao cần khảo sát', en: 'Why it should be surveyed' },
  refuses: { vi: 'Hộ nói thế nào', en: 'What they said' },
}

type WordsProps = { readonly kind: NoticeKind; readonly value: string; readonly onChange: (words: string) => void }

/** What was said, or what else is known. */
export const Words = ({ kind, value, onChange }: WordsProps) => (
  <TextField
    label={asked[kind] ?? { vi: 'Nói thêm', en: 'Anything else' }}
    required={asked[kind] !== undefined}
    lines={3}
    maxLength={500}
    fault={unprintedIn(value)}
    value={value}
    onChange={onChange}
  />
)

type DayProps = {
  readonly label: Label
  readonly value: PlainDate | null
  readonly onChange: (day: PlainDate | undefined) => void
}
export const DayOf = ({ label, value, onChange }: DayProps) => (
  <DayField
    label={label}
    hint={{ vi: 'Nếu biết', en: 'If known' }}
    value={value}
    onChange={(day) => onChange(findPlainDate(day ?? '') ?? undefined)}
  />
)

type VisitsProps = {
  readonly days: readonly PlainDate[]
  readonly today: PlainDate
  readonly onChange: (days: PlainDate[]) => void
}
const mostVisits = 6

/** Before the first of them: no day stands there twice. */
const dayBefore = (days: readonly PlainDate[]): PlainDate => addDays([...days].sort()[0] as PlainDate, -1)

/** The days on which somebody went there; today stands there already for who stands at the door. */
export function Visits({ days, today, onChange }: VisitsProps) {
  const shown: readonly (PlainDate | null)[] = days.length > 0 ? days : [null]
  const put = (at: number, day: string | null) => {
    const next = shown.map((one, n) => (n === at ? findPlainDate(day ?? '') : one))
    onChange(next.filter((one) => one !== null))
  }
  return (
    <>
      {shown.map((day, at) => (
        <DayField
          key={at}
          label={{ vi: `Ngày đến lần ${at + 1}`, en: `Visit ${at + 1}` }}
          required={at === 0}
          value={day}
          onChange={(next) => put(at, next)}
        />
      ))}
      <div class="form-actions">
        {!days.includes(today) && days.length < mostVisits && (
          <Button onClick={() => onChange([...days, today])}>{say({ vi: 'Thêm hôm nay', en: 'Add today' })}</Button>
        )}
        {days.length > 0 && days.length < mostVisits && (
          <Button onClick={() => onChange([...days, dayBefore(days)])}>
            {say({ vi: 'Thêm ngày khác', en: 'Add another day' })}
          </Button>
        )}
      </div>
    </>
  )
}
