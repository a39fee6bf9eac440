/**
 * Going on with what is typed. What cannot be read, or is asked for and empty, stops it: each says so at its field, the
 * first of them takes the focus, and those who listen hear how many there are and which.
 */
import { createContext, type RefObject } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { Said } from '#kernel/text.ts'
import { say } from '../language.ts'

/** What the fields within say: nothing yet, what cannot be read, or also what is missing. */
export type Trying = 'no' | 'unread' | 'all'
export const Tried = createContext<Trying>('no')

/** What the server said of one of the fields, by its name in what was sent. */
export const ProblemAt = createContext<{ readonly at: string; readonly title: Said } | null>(null)

const stoppedBy = { unread: '[data-stop="unread"]', all: '[data-stop]' }
const control = 'input, select, textarea, button'

/** The question of a field without what stands behind it in brackets. */
const nameOf = (field: Element): string =>
  field.querySelector('label, legend')?.firstChild?.textContent?.replace(/[?:]$/, '').trim() ?? ''

export type Attempt = {
  readonly tried: Trying
  /** Said to those who listen; empty where nothing stops. */
  readonly heard: string
  /** True where something within stops it; it is shown then. */
  readonly stops: () => boolean
  readonly say: (text: string) => void
}

/** `what`: whether an empty question stops too, or only what cannot be read. */
export function useTrying(box: RefObject<HTMLElement | null>, what: 'unread' | 'all'): Attempt {
  const [tried, setTried] = useState<{ as: Trying; times: number }>({ as: 'no', times: 0 })
  const [named, setNamed] = useState<readonly string[]>([])
  const [told, setTold] = useState('')
  const found = () => [...(box.current?.querySelectorAll<HTMLElement>(stoppedBy[what]) ?? [])]
  // After the fields have said what is wrong, so that it is heard with the question.
  useEffect(() => {
    if (tried.times > 0 && tried.as !== 'no') focusOn(found()[0])
  }, [tried.times])
  // What was mended is no longer named, and the fields of a screen that was left are not either.
  useEffect(() => {
    const { current } = box
    if (!current || named.length === 0) return
    const look = () => setNamed((before) => narrowed(before, found().map(nameOf)))
    const watch = new MutationObserver(look)
    watch.observe(current, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-stop'] })
    look()
    return () => watch.disconnect()
  }, [named])
  const stops = () => {
    const fields = found()
    setTried({ as: fields.length > 0 ? what : 'no', times: tried.times + 1 })
    setNamed(fields.map(nameOf))
    setTold('')
    return fields.length > 0
  }
  return { tried: tried.as, heard: named.length > 0 ? sentence(named) : told, stops, say: setTold }
}

/** The questions of the form that are asked for and empty: its button names them. */
export const Missing = createContext<readonly string[]>([])

export function useMissing(box: RefObject<HTMLElement | null>): readonly string[] {
  const [names, setNames] = useState<readonly string[]>([])
  useEffect(() => {
    const { current } = box
    if (!current) return
    const look = () => {
      const fields = [...current.querySelectorAll('[data-stop="missing"]')]
      const now = [...new Set(fields.map(nameOf).filter(Boolean))]
      setNames((before) => (before.join('\n') === now.join('\n') ? before : now))
    }
    const watch = new MutationObserver(look)
    watch.observe(current, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-stop'] })
    look()
    return () => watch.disconnect()
  }, [])
  return names
}

/** The same list where nothing of it was mended. */
function narrowed(named: readonly string[], open: readonly string[]): readonly string[] {
  const left = named.filter((name) => open.includes(name))
  return left.length === named.length ? named : left
}

const sentence = (names: readonly string[]): string =>
  say({ vi: 'Cần xem lại: {names}.', en: 'Look again at: {names}.' }, { names: names.join('; ') })

export function focusOn(field: HTMLElement | null | undefined): void {
  const folded = field?.closest('details')
  if (folded) folded.open = true
  const first = field?.querySelector<HTMLElement>(`[aria-invalid="true"]:is(${control})`)
  const target = first ?? field?.querySelector<HTMLElement>(control)
  target?.focus()
  field?.scrollIntoView({ block: 'center' })
}
