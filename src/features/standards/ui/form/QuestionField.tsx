/** One question with the control that fits its kind. */
import type { PlainDate } from '#kernel/dates.ts'
import type { Vnd } from '#kernel/numbers.ts'
import type { Birth } from '#kernel/persons.ts'
import { ChoiceField, ChoicesField } from '#platform/web/kit/ChoiceField.tsx'
import { MoneyField, NumberField } from '#platform/web/kit/NumberField.tsx'
import { TextField } from '#platform/web/kit/TextField.tsx'
import { YesNo } from '#platform/web/kit/YesNo.tsx'
import type { Words } from '#platform/web/language.ts'
import type { Question } from '../../model/form.ts'
import { mostIncome } from '../../rules/faults.ts'
import { BirthField } from './BirthField.tsx'
import { choicesOf, type Lists, none, unitOf } from './words.ts'

type Props = {
  readonly question: Question
  readonly value: unknown
  readonly onChange: (value: unknown) => void
  readonly day: PlainDate
  readonly lists: Lists
  /** What is wrong with the answer. */
  readonly fault: Words | null
}

/** As long as the schema of the facts allows. */
const lengths: Readonly<Record<string, number>> = { 'members[].name': 120, note: 2000 }
const otherLength = 300
const largest: Readonly<Record<string, number>> = { m2: 10_000, people: 100 }
const largestAmount: Readonly<Record<string, number>> = {
  'income.perPersonMonth': mostIncome.perPersonMonth,
  'income.total12Months': mostIncome.total12Months,
}

export function QuestionField({ question, value, onChange, day, lists, fault }: Props) {
  const { kind, asks, help, required } = question
  const frame = { label: asks, hint: help, required, fault }
  const set = (next: unknown) => onChange(next ?? undefined)
  const number = typeof value === 'number' ? value : null
  switch (kind) {
    case 'yes_no':
      return <YesNo {...frame} value={typeof value === 'boolean' ? value : null} onChange={set} />
    case 'choice': {
      const picked = typeof value === 'string' ? value : null
      const as = question.list ? 'select' : 'rows'
      return <ChoiceField {...frame} as={as} value={picked} choices={choicesOf(question, lists)} onChange={set} />
    }
    case 'many':
      return <Many frame={frame} value={value} choices={choicesOf(question, lists)} onChange={onChange} />
    case 'number': {
      const max = largest[question.unit ?? '']
      const decimals = question.unit === 'm2' ? 1 : 0
      return (
        <NumberField {...frame} value={number} max={max} decimals={decimals} unit={unitOf(question)} onChange={set} />
      )
    }
    case 'money':
      return <MoneyField {...frame} value={number as Vnd | null} max={largestAmount[question.path]} onChange={set} />
    case 'birth':
      return <BirthField {...frame} value={value as Birth | undefined} today={day} onChange={set} />
    case 'text': {
      const maxLength = lengths[question.path] ?? otherLength
      const write = (text: string) => onChange(text === '' ? undefined : text)
      const lines = maxLength > otherLength ? 4 : undefined
      return <TextField {...frame} value={String(value ?? '')} maxLength={maxLength} lines={lines} onChange={write} />
    }
  }
}

type ManyProps = Pick<Props, 'value' | 'onChange'> & {
  readonly frame: Pick<Parameters<typeof YesNo>[0], 'label' | 'hint' | 'required'>
  readonly choices: ReturnType<typeof choicesOf>
}
const nothing = 'nothing'

/** "None" is an answer too: an empty list, where no answer at all is unknown. */
function Many({ frame, value, choices, onChange }: ManyProps) {
  const values = Array.isArray(value) ? (value as string[]) : null
  const shown = values === null ? [] : values.length === 0 ? [nothing] : values
  const change = (next: string[]) => {
    const added = next.filter((one) => !shown.includes(one))
    if (added.includes(nothing)) return onChange([])
    const kept = next.filter((one) => one !== nothing)
    onChange(kept.length > 0 ? kept : undefined)
  }
  return (
    <ChoicesField {...frame} values={shown} choices={[...choices, { value: nothing, label: none }]} onChange={change} />
  )
}
