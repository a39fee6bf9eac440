import { useEffect, useState } from 'preact/hooks'
import { useFilter } from '../address.ts'
import type { Words } from '../language.ts'
import { TextField } from './TextField.tsx'

const pauseMs = 250

/** Words that a list is sought by: typed at once on the screen, asked of the server when the hand rests, kept in the address. */
export function SearchWords({ label }: { readonly label: Words }) {
  const [q, setQ] = useFilter('q')
  const [text, setText] = useState(q)
  useEffect(() => {
    if (text === q) return
    const wait = setTimeout(() => setQ(text || null), pauseMs)
    return () => clearTimeout(wait)
  }, [text])
  return <TextField label={label} required type="search" value={text} onChange={setText} maxLength={100} />
}
