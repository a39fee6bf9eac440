import { useState } from 'preact/hooks'
import { Field, type FieldFrame, useShown, useWiring } from './Field.tsx'
import { type AtMost, linesFault, longFault } from './lengths.ts'

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
  /** Of a text that is a list, an item a line: the most that each may have, and the most of them. */
  readonly eachLine?: AtMost | undefined
  readonly autofocus?: boolean | undefined
}

/** A line of text, or several with `lines`. */
export function TextField({
  value,
  onChange,
  type = 'text',
  lines,
  digits,
  maxLength,
  eachLine,
  read,
  ...rest
}: Props) {
  const [left, setLeft] = useState(false)
  // What is too long is never cut: the box takes it, and it is said.
  const fault = eachLine ? linesFault(value, eachLine) : maxLength === undefined ? null : longFault(value, maxLength)
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
