import { useFilter } from '../address.ts'
import type { Words } from '../language.ts'
import { ChoiceField } from './ChoiceField.tsx'

type Props = {
  /** Its name in the address. */
  readonly name: string
  readonly label: Words
  readonly choices: readonly { readonly value: string; readonly label: Words | string }[]
  /** What is said where nothing is chosen. */
  readonly all?: Words
}

const all = 'all'

/** The words of a table as choices. */
export const choicesOf = (words: Readonly<Record<string, Words>>): Props['choices'] =>
  Object.entries(words).map(([value, label]) => ({ value, label }))

/** A filter of a list, one of several or all; it stands in the address. */
export function FilterChoice({ name, label, choices, all: every = { vi: 'Tất cả', en: 'All' } }: Props) {
  const [chosen, choose] = useFilter(name)
  return (
    <ChoiceField<string>
      as="select"
      required
      label={label}
      choices={[{ value: all, label: every }, ...choices]}
      value={chosen || all}
      onChange={(next) => choose(next === all ? null : next)}
    />
  )
}
