import { useEffect } from 'preact/hooks'
import { readNumber, showNumber, type Vnd } from '#kernel/numbers.ts'
import { say, type Words } from '../language.ts'
import { Field, type FieldFrame, useShown, useWiring } from './Field.tsx'
import { faultOf } from './numberFault.ts'
import { useAsTyped } from './unread.ts'

type Props<N extends number> = FieldFrame & {
  readonly value: N | null
  readonly onChange: (value: N | null) => void
  readonly unit?: Words | undefined
  readonly min?: number | undefined
  readonly max?: number | undefined
  /** How many decimals may be typed after the comma. None by default. */
  readonly decimals?: number | undefined
}

const writeNumber = (value: number | null): string => (value === null ? '' : showNumber(value))

/** A number. While it is typed the text is the reader's own; on leaving, it is written as Vietnam writes it. */
export function NumberField<N extends number = number>(props: Props<N>) {
  const { value, onChange, unit, min = 0, max = Number.MAX_SAFE_INTEGER, decimals = 0 } = props
  const { typed: text, type: typeText, write: setText } = useAsTyped(props.label, writeNumber(value))
  const read = readNumber(text, decimals)
  const wrong = text.trim() === '' ? null : faultOf(text, { min, max, decimals })
  const shown = useShown(props, { empty: text.trim() === '', fault: wrong, left: true })
  const wiring = useWiring(shown)

  useEffect(() => {
    if (value !== null && value !== readNumber(text, decimals)) setText(writeNumber(value))
    if (value === null && !wrong) setText('')
  }, [value])

  const type = (next: string) => {
    const number = readNumber(next, decimals)
    const fault = faultOf(next, { min, max, decimals })
    typeText(next, next.trim() !== '' && fault !== null)
    onChange(fault ? null : (number as N))
  }
  return (
    <Field {...shown} wiring={wiring}>
      <span class="with-unit">
        <input
          {...wiring}
          class="number"
          inputMode={decimals ? 'decimal' : 'numeric'}
          autocomplete="off"
          value={text}
          onInput={(event) => type(event.currentTarget.value)}
          onBlur={() => read !== null && setText(writeNumber(read))}
        />
        {unit && <span class="unit">{say(unit)}</span>}
      </span>
    </Field>
  )
}

/** Whole đồng. */
export const MoneyField = (props: Omit<Props<Vnd>, 'unit' | 'decimals'>) => <NumberField<Vnd> {...props} unit="đ" />
