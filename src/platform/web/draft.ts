/**
 * What is typed into a form and not yet sent, kept on this device at every stroke under the form's name and the account
 * that types. A form names itself and its fields; the rest is done here.
 *
 *   const draft = useDraft('areas.status', areaId)
 *   const [decision, setDecision] = useTyped(draft, 'decision', '')   // as useState
 *   const giving = useChange(giveStatus, { draft })                   // sent: the draft is dropped
 *   <Form draft={draft} ...>                                          // offers what was left
 *
 * Passwords, one-time codes and files are not typed this way: they stay with `useState` and are never kept. Another window
 * in which the same draft is typed comes together with this one, field by field.
 */
import { createContext } from 'preact'
import { useContext, useEffect, useMemo, useState } from 'preact/hooks'
import { Draft } from './drafting.ts'
import { commandOf, type Entered, type Field, fieldOf, put } from './typing.ts'

type Typed<T> = [T, (value: T) => void, (value: T) => void]

/** The draft of a form by its name and of what it speaks (`''` where it speaks of nothing yet). */
export const useDraft = (kind: string, id: string): Draft => useMemo(() => new Draft(kind, id), [kind, id])

/** A field of the draft for as long as the part stands that it is typed in. */
function useField(draft: Draft | null, name: string, first: unknown, how?: Entered): Field {
  const field = useMemo(() => draft?.enter(fieldOf(name, first, how)) ?? fieldOf(name, first), [draft, name])
  const [, show] = useState<object>()
  field.show = () => show({})
  useEffect(() => () => draft?.leave(field), [field])
  return field
}

/**
 * As `useState`, and kept with the draft. `initial` is what stands where nothing is typed; the third of the answer puts a later
 * proposal in its place.
 */
export function useTyped<T>(draft: Draft | null, name: string, initial: T | (() => T)): Typed<T> {
  const [first] = useState(initial)
  const field = useField(draft, name, first, typeof initial === 'function' ? { fresh: initial as () => T } : {})
  return [
    field.value as T,
    (value) => void (draft ? draft.type(field, value) : put(field, value)),
    (value) => (draft ? draft.begin(field, value) : put(field, value)),
  ]
}

/** What stood when typing began; a draft that is gone on with rests on what stood then, not on what stands now. */
export function useSeen<T>(draft: Draft, name: string, current: T): T {
  const [first] = useState(current)
  return useField(draft, name, first, { beside: true }).value as T
}

/** The id of what a form makes new, kept with what is typed: sent once more after a reload, it makes nothing twice. */
export function useMade<T>(draft: Draft, name: string, make: () => T): T {
  const [first] = useState(make)
  return useField(draft, name, first, { beside: true, anew: make }).value as T
}

export type Sending = {
  /** The id under which it goes out: the same until it is known whether it arrived. */
  readonly begin: (newId: () => string) => Promise<string>
  /** It is known that nothing came of it. */
  readonly end: () => void
}

/** The command by which a draft is sent, kept with it: after a kill in the middle the same is sent again. */
export function useSending(draft: Draft | null, call: string): Sending | null {
  const field = useField(draft, commandOf(call), null, { anew: () => null })
  if (!draft) return null
  return {
    begin: async (newId) => {
      if (typeof field.value !== 'string') await draft.type(field, newId())
      return field.value as string
    },
    end: () => void draft.settle(field),
  }
}

/** The draft of the form that a part stands in. */
export const DraftHere = createContext<Draft | null>(null)
export const useDraftHere = (): Draft | null => useContext(DraftHere)

/** Looks for what was left when the form opens, and for what other windows do. */
export function useLook(draft: Draft | null): void {
  useEffect(() => draft?.watch(), [draft])
}
