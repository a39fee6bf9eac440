import { useEffect, useState } from 'preact/hooks'
import { useFilter } from '#platform/web/address.ts'
import { TextField } from '#platform/web/kit/TextField.tsx'
import type { Words } from '#platform/web/language.ts'

const pauseMs = 250

/** Typed at once on the screen, asked of the server when the hand rests; kept in the address. */
export function SearchWords({ label }: { label: Words }) {
  const [q, setQ] = useFilter('q')
  const [text, setText] = useState(q)
  useEffect(() => {
    if (text === q) return
    const wait = setTimeout(() => setQ(text || null), pauseMs)
    return () => clearTimeout(wait)
  }, [text])
  return <TextField label={label} required type="search" value={text} onChange={setText} maxLength={100} />
}
