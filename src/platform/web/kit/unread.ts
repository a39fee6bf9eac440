/**
 * What stands in the boxes of a number or a day. What cannot be read says nothing to the form; it is kept as it was typed,
 * so that after a reload or a way back it stands there again, with what is wrong with it.
 */
import { createContext } from 'preact'
import { useContext, useEffect, useRef, useState } from 'preact/hooks'
import type { Words } from '../language.ts'
import { differs } from '../typed.ts'

/** What cannot be read, by the name of its field. */
export type Unread = Readonly<Record<string, unknown>>
export type Keeping = { readonly unread: Unread; readonly keep: (next: Unread) => void }

/** The form that keeps it; null where nothing is kept. */
export const AsTyped = createContext<Keeping | null>(null)
/** Which of several alike is asked: a person, a part. */
export const AskedOf = createContext('')

type Boxes<T> = {
  readonly typed: T
  /** Stands here from an earlier time, not as it is being typed. */
  readonly again: boolean
  readonly type: (next: T, unread: boolean) => void
  /** Writes what can be read as it is written. */
  readonly write: (next: T) => void
}

/** `written`: how the value of the field is written. */
export function useAsTyped<T>(label: Words, written: T): Boxes<T> {
  const keeping = useContext(AsTyped)
  const name = `${useContext(AskedOf)} ${typeof label === 'string' ? label : label.vi}`.trim()
  const kept = keeping?.unread[name] as T | undefined
  const [typed, setTyped] = useState(kept ?? written)
  const [again, setAgain] = useState(kept !== undefined)
  const before = useRef(kept)
  useEffect(() => {
    const wasShown = before.current !== undefined && !differs(before.current, typed)
    before.current = kept
    if (kept !== undefined && differs(kept, typed)) {
      setTyped(kept)
      setAgain(true)
    }
    // Thrown away, or read in another window.
    else if (kept === undefined && wasShown) setTyped(written)
  }, [JSON.stringify(kept)])
  const type = (next: T, unread: boolean) => {
    setTyped(next)
    setAgain(false)
    if (!keeping || (!unread && kept === undefined)) return
    const { [name]: _read, ...others } = keeping.unread
    before.current = unread ? next : undefined
    keeping.keep(unread ? { ...others, [name]: next } : others)
  }
  return { typed, again, type, write: setTyped }
}
