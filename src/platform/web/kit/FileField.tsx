import { useEffect, useRef, useState } from 'preact/hooks'
import { acceptOf, beginningLength, type FileKind, wrongKind } from '#kernel/fileKinds.ts'
import { say, type Words } from '../language.ts'
import { showNumber } from '../numbers.ts'
import { Button } from './Button.tsx'
import { Field, type FieldFrame, useShown, useWiring } from './Field.tsx'

type Props = FieldFrame & {
  readonly value: File | null
  readonly onChange: (file: File | null) => void
  readonly kinds: readonly FileKind[]
  /** What the browser offers to choose, where the kinds do not say it all. */
  readonly accept?: string
  readonly maxBytes: number
  /** Looks into the whole of it before it is taken: what is wrong with it, or null. */
  readonly ask?: (file: File, signal: AbortSignal) => Promise<Words | null>
}

const sizeFault = ({ size }: File, maxBytes: number): Words | null => {
  const limit = Math.floor(maxBytes / 1_000_000)
  return size <= maxBytes
    ? null
    : {
        vi: `Tệp lớn hơn ${limit} MB. Chưa có gì được gửi.`,
        en: `The file is larger than ${limit} MB. Nothing was sent.`,
      }
}

const kindFault = async (file: File, kinds: readonly FileKind[]): Promise<Words | null> =>
  wrongKind(kinds, file.name, new Uint8Array(await file.slice(0, beginningLength).arrayBuffer()))

/** One file. What is wrong with it is said here as soon as it is chosen, and it is not taken. */
export function FileField({ value, onChange, kinds, accept = acceptOf(kinds), maxBytes, ask, ...frame }: Props) {
  const [fault, setFault] = useState<Words | null>(null)
  const [looking, setLooking] = useState<AbortController | null>(null)
  const box = useRef<HTMLInputElement>(null)
  const shown = useShown(frame, { empty: value === null, fault, left: true })
  const wiring = useWiring(shown)
  const latest = useRef<AbortController | null>(null)
  useEffect(() => () => latest.current?.abort(), [])
  // A page that took the file empties the field: the browser tells nothing where the same file is chosen once more.
  useEffect(() => {
    if (box.current && value === null && looking === null) box.current.value = ''
  }, [value, looking])
  const choose = async (file: File | null) => {
    latest.current?.abort()
    const mine = new AbortController()
    latest.current = mine
    setFault(null)
    onChange(null)
    if (!file) return setLooking(null)
    setLooking(mine)
    const wrong =
      sizeFault(file, maxBytes) ?? (await kindFault(file, kinds)) ?? (await ask?.(file, mine.signal)) ?? null
    if (mine.signal.aborted) return
    setLooking(null)
    setFault(wrong)
    if (!wrong) return onChange(file)
    if (box.current) box.current.value = ''
    box.current?.focus()
  }
  const takeOff = () => {
    if (box.current) box.current.value = ''
    void choose(null)
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
          onChange={(event) => void choose(event.currentTarget.files?.[0] ?? null)}
        />
        <button type="button" class="button" tabIndex={-1} aria-hidden="true" onClick={() => box.current?.click()}>
          {say(value ? { vi: 'Chọn tệp khác', en: 'Choose another file' } : { vi: 'Chọn tệp', en: 'Choose a file' })}
        </button>
        <span role="status">
          {looking
            ? say({ vi: 'Đang xem tệp...', en: 'Looking at the file...' })
            : value
              ? nameOf(value)
              : say({ vi: 'Chưa chọn tệp nào.', en: 'No file chosen.' })}
        </span>
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
