import { useEffect, useState } from 'preact/hooks'
import { useFilter } from '../address.ts'
import type { Words } from '../language.ts'
import { longFault } from './lengths.ts'
import { TextField } from './TextField.tsx'

const pauseMs = 250

type Props = {
  /** Its name in the address. */
  readonly name: string
  readonly label: Words
  readonly hint?: Words
  readonly type?: 'search'
  readonly maxLength?: number
  /** What is wrong with what is typed: it is not asked for. */
  readonly faultOf?: (text: string) => Words | null
}

/** Words that narrow a list: typed at once on the screen, asked of the server when the hand rests, kept in the address. */
export function FilterText({ name, label, hint, type, maxLength = 100, faultOf = () => null }: Props) {
  const [kept, keep] = useFilter(name)
  const [text, setText] = useState(kept)
  const fault = longFault(text, maxLength) ?? faultOf(text)
  useEffect(() => {
    if (text === kept || fault) return
    const wait = setTimeout(() => keep(text || null), pauseMs)
    return () => clearTimeout(wait)
  }, [text])
  return (
    <TextField
      label={label}
      hint={hint}
      required
      type={type}
      fault={fault}
      value={text}
      onChange={setText}
      maxLength={maxLength}
    />
  )
}
