import { useRef, useState } from 'preact/hooks'
import { showNumber } from '#kernel/numbers.ts'
import { say } from '../language.ts'
import { Button } from './Button.tsx'
import { Field, type FieldFrame, useShown, useWiring } from './Field.tsx'

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
  const box = useRef<HTMLInputElement>(null)
  const shown = useShown(frame, { empty: value === null, fault: large, left: true })
  const wiring = useWiring(shown)
  const choose = (file: File | null) => {
    const over = file !== null && file.size > maxBytes
    setTooLarge(over)
    onChange(over ? null : file)
  }
  const takeOff = () => {
    if (box.current) box.current.value = ''
    choose(null)
  }
  return (
    <Field {...shown} wiring={wiring}>
      <span class="file-box">
        <input
          {...wiring}
          ref={box}
          type="file"
          class="only-heard"
          accept={accept}
          onChange={(event) => choose(event.currentTarget.files?.[0] ?? null)}
        />
        <button type="button" class="button" tabIndex={-1} aria-hidden="true" onClick={() => box.current?.click()}>
          {say(value ? { vi: 'Chọn tệp khác', en: 'Choose another file' } : { vi: 'Chọn tệp', en: 'Choose a file' })}
        </button>
        <span>{value ? nameOf(value) : say({ vi: 'Chưa chọn tệp nào.', en: 'No file chosen.' })}</span>
        {value && (
          <Button look="quiet" onClick={takeOff}>
            {say({ vi: 'Bỏ tệp', en: 'Take it off' })}
          </Button>
        )}
      </span>
    </Field>
  )
}

const nameOf = ({ name, size }: File): string =>
  `${name}, ${showNumber(Math.ceil(size / 1000))} kB. ${say({ vi: 'Chưa gửi.', en: 'Not sent yet.' })}`
