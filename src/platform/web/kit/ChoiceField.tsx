import { say, type Words } from '../language.ts'
import { Field, type FieldFrame, FieldGroup, useShown, useWiring } from './Field.tsx'

export type Choice<V extends string> = { readonly value: V; readonly label: Words; readonly hint?: Words | undefined }

type Props<V extends string> = FieldFrame & {
  readonly value: V | null
  readonly onChange: (value: V) => void
  readonly choices: readonly Choice<V>[]
  /** Rows to press (the default up to seven), or a native select. */
  readonly as?: 'rows' | 'select' | undefined
}

/** One of several. */
export function ChoiceField<V extends string>(props: Props<V>) {
  const as = props.as ?? (props.choices.length <= 7 ? 'rows' : 'select')
  return as === 'rows' ? <Rows {...props} /> : <Select {...props} />
}

function Rows<V extends string>({ value, onChange, choices, ...frame }: Props<V>) {
  const shown = useShown(frame, { empty: value === null })
  const wiring = useWiring(shown)
  return (
    <FieldGroup {...shown} wiring={wiring}>
      <div class="choices">
        {choices.map((choice) => (
          <label key={choice.value} class="choice">
            <input
              type="radio"
              name={wiring.id}
              value={choice.value}
              checked={choice.value === value}
              onChange={() => onChange(choice.value)}
            />
            <span>
              {say(choice.label)}
              {choice.hint && <small class="hint">{say(choice.hint)}</small>}
            </span>
          </label>
        ))}
      </div>
    </FieldGroup>
  )
}

function Select<V extends string>({ value, onChange, choices, ...frame }: Props<V>) {
  const shown = useShown(frame, { empty: value === null })
  const wiring = useWiring(shown)
  return (
    <Field {...shown} wiring={wiring}>
      <select {...wiring} value={value ?? ''} onChange={(event) => onChange(event.currentTarget.value as V)}>
        <option value="" disabled>
          {say({ vi: 'Chọn...', en: 'Choose...' })}
        </option>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {say(choice.label)}
          </option>
        ))}
      </select>
    </Field>
  )
}

type ManyProps<V extends string> = Omit<Props<V>, 'value' | 'onChange' | 'as'> & {
  readonly values: readonly V[]
  readonly onChange: (values: V[]) => void
}

/** Any of several. */
export function ChoicesField<V extends string>({ values, onChange, choices, ...frame }: ManyProps<V>) {
  const shown = useShown(frame, { empty: values.length === 0 })
  const wiring = useWiring(shown)
  const toggle = (value: V) => onChange(values.includes(value) ? values.filter((v) => v !== value) : [...values, value])
  return (
    <FieldGroup {...shown} wiring={wiring}>
      <div class="choices">
        {choices.map((choice) => (
          <label key={choice.value} class="choice">
            <input type="checkbox" checked={values.includes(choice.value)} onChange={() => toggle(choice.value)} />
            <span>
              {say(choice.label)}
              {choice.hint && <small class="hint">{say(choice.hint)}</small>}
            </span>
          </label>
        ))}
      </div>
    </FieldGroup>
  )
}
