import { useEffect } from 'preact/hooks'
import { readNumber, showNumber, type Vnd } from '#kernel/numbers.ts'
import { say, type Words } from '../language.ts'
import { Field, type FieldFrame, useShown, useWiring } from './Field.tsx'
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

type Bounds = { readonly min: number; readonly max: number; readonly decimals: number }

/** Of the kind that is asked: square metres, persons, đồng. */
const exampleOf = ({ max, decimals }: Bounds): string => (decimals > 0 ? '62,5' : max < 1000 ? '4' : '1.500.000')

/** What is a number and no whole one is told so, where whole ones are asked for. */
export function faultOf(text: string, bounds: Bounds): Words | null {
  const read = readNumber(text, bounds.decimals)
  if (read === null && bounds.decimals === 0 && readNumber(text, mostDecimals) !== null) {
    const example = exampleOf(bounds)
    return {
      vi: `Hãy nhập số nguyên, không có phần lẻ, ví dụ ${example}.`,
      en: `Type a whole number, for example ${example}.`,
    }
  }
  return findFault(read, bounds)
}
const mostDecimals = 6

function findFault(value: number | null, bounds: Bounds): Words | null {
  const { min, max } = bounds
  const example = exampleOf(bounds)
  if (value === null) return { vi: `Hãy nhập một số, ví dụ ${example}.`, en: `Type a number, for example ${example}.` }
  if (value < min) return { vi: `Không nhỏ hơn ${writeNumber(min)}.`, en: `Not below ${writeNumber(min)}.` }
  if (value > max) return { vi: `Không lớn hơn ${writeNumber(max)}.`, en: `Not above ${writeNumber(max)}.` }
  return null
}
