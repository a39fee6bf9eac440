/**
 * What is typed into a form and not yet sent, kept on this device at every stroke under the form's name and the account
 * that types. A form names itself and its fields; the rest is done here.
 *
 *   const draft = useDraft('areas.status', areaId)
 *   const [decision, setDecision] = useTyped(draft, 'decision', '')   // as useState
 *   const giving = useChange(giveStatus, { draft })                   // sent: the draft is dropped
 *   <Form draft={draft} ...>                                          // offers what was left
 *
 * Passwords, one-time codes and files are not typed this way: they stay with `useState` and are never kept.
 */
import { signal } from '@preact/signals'
import { createContext } from 'preact'
import { useContext, useEffect, useMemo, useState } from 'preact/hooks'
import { leaving } from './leaving.ts'
import { differs, type Kept, keepable, together } from './typed.ts'

/** `beside`: nothing typed, but what the typing rests on, kept with it as it was. */
type Field = { initial: unknown; readonly beside: boolean; value: unknown; show: () => void }
const fieldOf = (initial: unknown, value = initial, beside = false): Field => ({
  initial,
  beside,
  value,
  show: () => undefined,
})
const isTyped = ({ beside, value, initial }: Field): boolean => !beside && differs(value, initial)
function put(field: Field, value: unknown): void {
  field.value = value
  field.show()
}
type Found = { readonly data: Readonly<Record<string, Kept>>; readonly savedAt: number }

/** Comes when a form opens: a page without one needs no store. */
const device = () => import('./drafts.ts')

export class Draft {
  readonly kind: string
  readonly id: string
  /** What was left here, until a person says whether to go on with it. */
  readonly offered = signal<Found | null>(null)
  /** When what is gone on with was typed last (milliseconds). */
  readonly resumedFrom = signal<number | null>(null)
  /** This device does not keep what is typed here. */
  readonly failed = signal(false)
  readonly #fields = new Map<string, Field>()
  /** Of fields that do not stand yet. */
  #later = new Map<string, Kept>()

  constructor(kind: string, id: string) {
    this.kind = kind
    this.id = id
  }

  /** Looks for what was left. Nothing is offered to who is typing already. */
  async look(): Promise<void> {
    if (this.#isTyped()) return
    const found = await this.#find().catch(() => null)
    if (found && !this.#isTyped()) this.offered.value = found
  }

  #find = async (): Promise<Found | null> => (await device()).findDraft<Found['data']>(this.kind, this.id)

  resume(): void {
    const found = this.offered.peek()
    if (!found) return
    this.offered.value = null
    this.resumedFrom.value = found.savedAt
    this.#later = new Map(Object.entries(found.data))
    for (const [name, field] of this.#fields) put(field, this.#take(name, field))
  }

  /** Thrown away on purpose: every field is as it was before anything was typed. */
  async discard(): Promise<void> {
    for (const field of this.#fields.values()) put(field, field.initial)
    await this.forget()
  }

  /** Sent: what stands here is not to be kept any more. */
  async forget(): Promise<void> {
    this.offered.value = null
    this.resumedFrom.value = null
    this.#later.clear()
    leaving.safe(this)
    const { dropDraft } = await device()
    await dropDraft(this.kind, this.id).catch(() => undefined)
  }

  enter(name: string, initial: unknown, beside = false): Field {
    const field = fieldOf(initial, this.#take(name, { initial, beside }), beside)
    this.#fields.set(name, field)
    return field
  }

  leave(name: string, field: Field): void {
    if (this.#fields.get(name) === field) this.#fields.delete(name)
    if (this.#fields.size === 0) leaving.safe(this)
  }

  /** What the page proposes before anything is typed there: nothing to be kept. */
  begin(field: Field, value: unknown): void {
    if (isTyped(field)) {
      this.type(field, value)
    } else {
      field.initial = value
      put(field, value)
    }
  }

  type(field: Field, value: unknown): void {
    put(field, value)
    void this.#save()
  }

  #take(name: string, { initial, beside }: Pick<Field, 'initial' | 'beside'>): unknown {
    const kept = this.#later.get(name)
    this.#later.delete(name)
    if (!kept) return initial
    return beside ? kept.value : together(initial, kept)
  }

  #isTyped = () => [...this.#fields.values()].some(isTyped)

  async #save(): Promise<void> {
    if (!this.#isTyped() && this.#later.size === 0) return this.forget()
    const typed = [...this.#fields].filter(([, field]) => field.beside || isTyped(field))
    const kept = typed.map(([name, { value, initial }]) => [
      name,
      { value: keepable(value), before: keepable(initial) },
    ])
    try {
      const { saveDraft } = await device()
      await saveDraft(this.kind, this.id, Object.fromEntries([...this.#later, ...kept]))
      this.failed.value = false
      leaving.safe(this)
    } catch {
      this.failed.value = true
      leaving.unsafe(this)
    }
  }
}

type Typed<T> = [T, (value: T) => void, (value: T) => void]

/** The draft of a form by its name and of what it speaks (`''` where it speaks of nothing yet). */
export const useDraft = (kind: string, id: string): Draft => useMemo(() => new Draft(kind, id), [kind, id])

/**
 * As `useState`, and kept with the draft. `initial` is what stands where nothing is typed; the third of the answer puts a later
 * proposal in its place.
 */
export function useTyped<T>(draft: Draft | null, name: string, initial: T | (() => T)): Typed<T> {
  const [first] = useState(initial)
  const field = useMemo<Field>(() => draft?.enter(name, first) ?? fieldOf(first), [draft, name])
  const [, show] = useState<object>()
  field.show = () => show({})
  useEffect(() => () => draft?.leave(name, field), [field])
  return [
    field.value as T,
    (value) => (draft ? draft.type(field, value) : put(field, value)),
    (value) => (draft ? draft.begin(field, value) : put(field, value)),
  ]
}

/** What stood when typing began; a draft that is gone on with rests on what stood then, not on what stands now. */
export function useSeen<T>(draft: Draft, name: string, current: T): T {
  const [first] = useState(current)
  const field = useMemo(() => draft.enter(name, first, true), [draft, name])
  useEffect(() => () => draft.leave(name, field), [field])
  return field.value as T
}

/** The draft of the form that a part stands in. */
export const DraftHere = createContext<Draft | null>(null)
export const useDraftHere = (): Draft | null => useContext(DraftHere)

/** Looks for what was left when the form opens. */
export function useLook(draft: Draft | null): void {
  useEffect(() => void draft?.look(), [draft])
}
