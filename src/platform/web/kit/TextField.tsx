import { useState } from 'preact/hooks'
import type { Words } from '../language.ts'
import { Field, type FieldFrame, useShown, useWiring } from './Field.tsx'

type Props = FieldFrame & {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly type?: 'text' | 'password' | 'search' | 'tel' | undefined
  /** The browser's own word for what is asked: `username`, `current-password`, `new-password`, `off`. */
  readonly autocomplete?: string | undefined
  readonly digits?: boolean | undefined
  /** How it is read: shown so once it is left. */
  readonly read?: ((text: string) => string) | undefined
  readonly lines?: number | undefined
  readonly maxLength?: number | undefined
  readonly autofocus?: boolean | undefined
}

/** A line of text, or several with `lines`. */
export function TextField({ value, onChange, type = 'text', lines, digits, maxLength, read, ...rest }: Props) {
  const [left, setLeft] = useState(false)
  // What is too long is never cut: the box takes it, and it is said.
  const fault = maxLength === undefined ? null : longFault(value, maxLength)
  const shown = useShown(rest, { empty: value.trim() === '', fault, left: left || fault !== null })
  const wiring = useWiring(shown)
  const common = {
    ...wiring,
    value,
    autocomplete: rest.autocomplete ?? 'off',
    autofocus: rest.autofocus,
    onBlur: (event: FocusEvent) => {
      setLeft(true)
      // What stands there now: a draft that was thrown away while the field was left does not come back by it.
      const { value: typed, isConnected } = event.currentTarget as HTMLInputElement
      const asRead = read && isConnected ? read(typed) : typed
      if (asRead !== typed) onChange(asRead)
    },
    onInput: (event: InputEvent) => onChange((event.currentTarget as HTMLInputElement).value),
  }
  return (
    <Field {...shown} wiring={wiring}>
      {lines ? (
        <textarea {...common} rows={lines} />
      ) : (
        // The types of inputs are a union the compiler cannot follow through a variable.
        <input {...common} type={type as 'text'} inputMode={digits ? 'numeric' : undefined} spellcheck={false} />
      )}
    </Field>
  )
}

/** Letters as JSON Schema counts them: Unicode code points, as they are stored without the blanks around. */
export function longFault(text: string, most: number): Words | null {
  const { length } = [...text.trim()]
  return length > most
    ? { vi: `Dài ${length} ký tự; nhiều nhất ${most}.`, en: `${length} letters; ${most} at most.` }
    : null
}
