import { useState } from 'preact/hooks'
import { showNumber } from '#kernel/numbers.ts'
import { say } from '../language.ts'
import { Field, type FieldFrame, useWiring } from './Field.tsx'

type Props = FieldFrame & {
  readonly value: File | null
  readonly onChange: (file: File | null) => void
  /** As the browser writes it: `.pdf,image/*`. */
  readonly accept: string
  readonly maxBytes: number
}

/** One file. Too large is said before anything is sent. */
export function FileField({ value, onChange, accept, maxBytes, ...frame }: Props) {
  const [tooLarge, setTooLarge] = useState(false)
  const limit = Math.floor(maxBytes / 1_000_000)
  const large = tooLarge
    ? {
        vi: `Tệp lớn hơn ${limit} MB. Chưa có gì được gửi.`,
        en: `The file is larger than ${limit} MB. Nothing was sent.`,
      }
    : null
  const shown = { ...frame, problem: frame.problem ?? large }
  const wiring = useWiring(shown)
  const choose = (file: File | null) => {
    const over = file !== null && file.size > maxBytes
    setTooLarge(over)
    onChange(over ? null : file)
  }
  return (
    <Field {...shown} wiring={wiring}>
      <input
        {...wiring}
        type="file"
        accept={accept}
        onChange={(event) => choose(event.currentTarget.files?.[0] ?? null)}
      />
      {value && (
        <p class="hint">
          {value.name}, {showNumber(Math.ceil(value.size / 1000))} kB. {say({ vi: 'Chưa gửi.', en: 'Not sent yet.' })}
        </p>
      )}
    </Field>
  )
}
