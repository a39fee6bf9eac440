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
import { computed, signal } from '@preact/signals'
import { createContext } from 'preact'
import { useContext, useEffect, useMemo, useState } from 'preact/hooks'
import { inWordsHere } from './answering.ts'
import type { Found, KeptDraft } from './drafts.ts'
import { leaving } from './leaving.ts'
import type { Told } from './told.ts'
import { differs, holdsUnkept, type Kept, keepable, met, type Strokes, together, waysOf, withUnkept } from './typed.ts'

type Words = NonNullable<Kept['words']>
/** `beside`: nothing typed, but what the typing rests on, kept with it as it was. */
type Field = {
  readonly name: string
  readonly beside: boolean
  /** What stands there anew once the form was sent or thrown away: an id. */
  readonly anew: (() => unknown) | null
  /** What stands there once the form was thrown away, where that is made anew. */
  readonly fresh: (() => unknown) | null
  initial: unknown
  value: unknown
  words: Words
  show: () => void
}
type Entered = Partial<Pick<Field, 'beside' | 'anew' | 'fresh'>>
const fieldOf = (
  name: string,
  initial: unknown,
  { beside = false, anew = null, fresh = null }: Entered = {},
): Field => ({
  name,
  beside,
  anew,
  fresh,
  initial,
  value: initial,
  words: {},
  show: () => undefined,
})
const isTyped = ({ beside, value, initial }: Field): boolean => !beside && differs(value, initial)
function put(field: Field, value: unknown): void {
  field.value = value
  field.show()
}

/** Comes when a form opens: a page without one needs no store. */
const device = () => import('./drafts.ts')

/** `together`: typed in two windows. `apart`: each window keeps its own. `gone`: sent or thrown away in another. */
export type Elsewhere = 'together' | 'apart' | 'gone'
type Met = { readonly at: string; readonly was: Strokes; readonly theirs: Found<Strokes> }
const nothing = { savedAt: null, data: {} } as const

export class Draft {
  readonly kind: string
  readonly id: string
  /** What was left here, until a person says whether to go on with it. */
  readonly offered = signal<Found<Strokes> | null>(null)
  /** When what is gone on with was typed last (milliseconds). */
  readonly resumedFrom = signal<number | null>(null)
  /** This device does not keep what is typed here. */
  readonly failed = signal(false)
  readonly elsewhere = signal<Elsewhere | null>(null)
  /** Numbers were typed that are not kept, and must be typed again. */
  readonly lacks = signal(false)
  readonly #met = signal<Met | null>(null)
  /** What this window and another typed differently; a person decides. */
  readonly touching = computed(() => this.#touching())
  readonly #fields = new Map<string, Field>()
  /** Of fields that do not stand yet. */
  #later = new Map<string, Kept>()
  /** Where it lies in the store; null until something is typed or gone on with. */
  #lies: string | null = null
  /** What lay there when this window last looked: it writes over that alone. */
  #seen: { readonly savedAt: number | null; readonly data: Strokes } = nothing
  /** Drafts that a person left for later. */
  readonly #passed = new Set<string>()
  #turn: Promise<unknown> = Promise.resolve()

  constructor(kind: string, id: string) {
    this.kind = kind
    this.id = id
  }

  /** Looks for what was left, and hears of what other windows do to it. Answers what ends that. */
  watch(resumes = false): () => void {
    let stop: (() => void) | null = () => undefined
    const hear = () => void this.#inTurn(async () => this.#hear(resumes))
    void device()
      .then(({ watchDrafts }) => {
        if (stop) stop = watchDrafts(this.kind, this.id, hear)
      })
      .catch(() => undefined)
    return () => {
      stop?.()
      stop = null
    }
  }

  /** One thing after another: what is written rests on what was read. */
  #inTurn<T>(work: () => Promise<T>): Promise<T | null> {
    const done = this.#turn.then(work).catch(() => null)
    this.#turn = done
    return done
  }

  async #hear(resumes: boolean): Promise<void> {
    const { draftsOf } = await device()
    const all = await draftsOf<Strokes>(this.kind, this.id)
    if (this.#lies !== null) return this.#meet(all.find(({ id }) => id === this.#lies) ?? null)
    // Nothing is offered to who is typing already.
    const found = this.#isTyped() ? null : (all.find(({ id }) => !this.#passed.has(id)) ?? null)
    this.offered.value = found
    if (found && resumes) this.resume()
  }

  resume(): void {
    const found = this.offered.peek()
    if (!found) return
    this.offered.value = null
    this.resumedFrom.value = found.savedAt
    this.lacks.value = Object.values(found.data).some(({ lacks }) => lacks)
    this.#lies = found.id
    this.#seen = found
    this.#show(found.data)
  }

  /** Left as it is; what is typed from now on lies beside it. */
  pass(): void {
    const found = this.offered.peek()
    if (!found) return
    this.#passed.add(found.id)
    this.offered.value = null
    void this.#inTurn(() => this.#hear(false))
  }

  /** Thrown away on purpose: every field is as it was before anything was typed. */
  async discard(): Promise<void> {
    for (const field of this.#fields.values()) {
      if (field.fresh) field.initial = field.fresh()
      put(field, field.initial)
    }
    await this.forget()
  }

  /** Sent: what stands here is not to be kept any more. */
  async forget(): Promise<void> {
    const offered = this.offered.peek()?.id
    this.offered.value = null
    this.resumedFrom.value = null
    this.elsewhere.value = null
    this.#met.value = null
    this.lacks.value = false
    this.#later.clear()
    for (const field of this.#fields.values()) {
      if (!field.anew) continue
      field.initial = field.anew()
      put(field, field.initial)
    }
    leaving.safe(this)
    await this.#inTurn(async () => {
      const at = offered ?? this.#lies
      this.#lies = null
      this.#seen = nothing
      if (at !== null) await (await device()).dropDraft(this.kind, at)
    })
  }

  enter(name: string, initial: unknown, how: Entered = {}): Field {
    const field = fieldOf(name, initial, how)
    const kept = this.#later.get(name)
    this.#later.delete(name)
    if (kept) this.#fill(field, kept)
    this.#fields.set(name, field)
    return field
  }

  leave(field: Field): void {
    if (this.#fields.get(field.name) === field) this.#fields.delete(field.name)
    if (this.#fields.size === 0) leaving.safe(this)
  }

  /** What the page proposes before anything is typed there: nothing to be kept. */
  begin(field: Field, value: unknown): void {
    if (isTyped(field)) {
      void this.type(field, value)
    } else {
      field.initial = value
      put(field, value)
    }
  }

  /** Resolves when it lies in the store, or cannot. */
  async type(field: Field, value: unknown): Promise<void> {
    // An id of the page is answered by nobody, whatever has the focus then.
    const words = field.anew ? null : inWordsHere()
    if (words)
      for (const way of waysOf(keepable(field.value), keepable(value), field.name))
        field.words = { ...field.words, [way]: words }
    put(field, value)
    // A form that was closed while its answer was on the way keeps what it kept.
    if (this.#fields.get(field.name) === field) await this.#inTurn(() => this.#save())
  }

  /** It is known what came of a sending: its id is not kept any more, also where the form was closed meanwhile. */
  async settle(field: Field): Promise<void> {
    if (this.#fields.get(field.name) === field) return this.type(field, null)
    await this.#inTurn(async () => {
      const { dropDraft, saveDraftOver } = await device()
      if (this.#lies === null) return
      const { [field.name]: _settled, ...data } = this.#seen.data
      const isLeft = Object.values(data).some(({ words }) => words)
      if (!isLeft) return dropDraft(this.kind, this.#lies)
      await saveDraftOver({ kind: this.kind, id: this.#lies }, data, this.#seen.savedAt)
    })
  }

  #fill(field: Field, kept: Kept): void {
    field.words = { ...field.words, ...kept.words }
    put(field, field.beside ? kept.value : withUnkept(together(field.initial, kept), field.value))
  }

  #show(data: Strokes): void {
    this.#later = new Map(Object.entries(data).filter(([name]) => !this.#fields.has(name)))
    for (const [name, field] of this.#fields) {
      const kept = data[name]
      if (kept) this.#fill(field, kept)
      else if (!field.beside) put(field, field.initial)
    }
  }

  #isTyped = () => [...this.#fields.values()].some(isTyped)

  #strokes(): Strokes {
    const typed = [...this.#fields.values()].filter((field) => field.beside || isTyped(field))
    const kept = typed.map((field): [string, Kept] => [field.name, keptOf(field, this.lacks.peek())])
    return Object.fromEntries([...this.#later, ...kept])
  }

  async #save(): Promise<void> {
    try {
      if (!this.#isTyped() && this.#later.size === 0) await this.#dropEmpty()
      else await this.#write(this.#strokes())
      this.failed.value = false
      leaving.safe(this)
    } catch {
      this.failed.value = true
      leaving.unsafe(this)
    }
  }

  async #dropEmpty(): Promise<void> {
    const { dropDraft } = await device()
    if (this.#lies !== null) await dropDraft(this.kind, this.#lies)
    this.#lies = null
    this.#seen = nothing
    this.resumedFrom.value = null
  }

  async #write(data: Strokes): Promise<void> {
    const { saveDraftOver } = await device()
    const at = this.#lies ?? this.id
    const kept: KeptDraft<Strokes> = await saveDraftOver({ kind: this.kind, id: at }, data, this.#seen.savedAt)
    if ('savedAt' in kept) {
      this.#lies = at
      this.#seen = { savedAt: kept.savedAt, data }
    } else if (this.#lies === null) {
      await this.#writeApart(data)
    } else {
      await this.#meet(kept.newer && { id: at, ...kept.newer })
    }
  }

  /** Beside what lies there of another window. */
  async #writeApart(data: Strokes): Promise<void> {
    const { besideOf, saveDraftOver } = await device()
    const at = besideOf(this.id)
    const kept = await saveDraftOver({ kind: this.kind, id: at }, data, null)
    if (!('savedAt' in kept)) return
    this.#lies = at
    this.#seen = { savedAt: kept.savedAt, data }
    if (this.#passed.size === 0) this.elsewhere.value = 'apart'
  }

  /** Another window wrote it, or took it away (null). */
  async #meet(theirs: Found<Strokes> | null): Promise<void> {
    if (theirs?.savedAt === this.#seen.savedAt) return
    const mine = this.#strokes()
    const was = this.#seen.data
    if (!theirs) {
      this.#lies = null
      this.#seen = nothing
      this.resumedFrom.value = null
      this.elsewhere.value = this.#isTyped() ? 'gone' : null
      return
    }
    const { strokes, touching } = met({ was, mine, theirs: theirs.data })
    if (!touching.some(this.#isAsked)) return this.#join(theirs, strokes)
    // Both are kept until a person decides, and if none does.
    await this.#writeApart(mine)
    this.elsewhere.value = 'apart'
    this.#met.value = { at: theirs.id, was, theirs }
  }

  async #join(theirs: Found<Strokes>, strokes: Strokes): Promise<void> {
    this.#lies = theirs.id
    this.#seen = theirs
    this.elsewhere.value = 'together'
    this.#show(strokes)
    if (differs(valuesOf(strokes), valuesOf(theirs.data))) await this.#write(this.#strokes())
  }

  /** A question that a person answers, not what the page itself keeps with it. */
  #isAsked = ({ field }: { readonly field: string }): boolean => {
    const [name = ''] = field.split('.')
    return !name.startsWith(commandOf('')) && !this.#fields.get(name)?.beside
  }

  #touching(): readonly Told[] {
    const found = this.#met.value
    if (!found) return []
    const mine = this.#strokes()
    const at = new Date(found.theirs.savedAt).toISOString()
    const { touching } = met({ was: found.was, mine, theirs: found.theirs.data })
    return touching.filter(this.#isAsked).map((one) => {
      const [name = ''] = one.field.split('.')
      const [own, other] = [mine[name], found.theirs.data[name]].map((kept) => kept?.words?.[one.field])
      const said = { yours: own?.text ?? wordOf(one.yours), theirs: other?.text ?? wordOf(one.theirs) }
      return { ...one, by: '', at, said, label: own?.label ?? other?.label ?? '' }
    })
  }

  /** Of what touches, `mine` stands as typed here and the rest as in the other window. */
  async decide(mine: ReadonlySet<string>): Promise<true> {
    const found = this.#met.peek()
    const apart = this.#lies
    if (!found) return true
    this.#met.value = null
    const isMine = (way: string) => mine.has(way)
    const { strokes } = met({ was: found.was, mine: this.#strokes(), theirs: found.theirs.data }, isMine)
    await this.#inTurn(() => this.#join(found.theirs, strokes))
    if (apart !== null && apart !== this.#lies) await (await device()).dropDraft(this.kind, apart)
    return true
  }

  /** Each window goes on with its own. */
  later(): void {
    this.#met.value = null
  }
}

/** What a page knows of itself is kept whole. */
function keptOf({ beside, value, initial, words }: Field, lacks: boolean): Kept {
  if (beside) return { value, before: initial }
  const kept = { value: keepable(value), before: keepable(initial), words }
  return lacks || holdsUnkept(value) ? { ...kept, lacks: true } : kept
}
const valuesOf = (strokes: Strokes) => Object.entries(strokes).map(([name, { value }]) => [name, value])
const wordOf = (value: unknown): string => (typeof value === 'string' ? value : '')

const commandOf = (call: string): string => `command ${call}`

type Typed<T> = [T, (value: T) => void, (value: T) => void]

/** The draft of a form by its name and of what it speaks (`''` where it speaks of nothing yet). */
export const useDraft = (kind: string, id: string): Draft => useMemo(() => new Draft(kind, id), [kind, id])

/** A field of the draft for as long as the part stands that it is typed in. */
function useField(draft: Draft | null, name: string, first: unknown, how?: Entered): Field {
  const field = useMemo(() => draft?.enter(name, first, how) ?? fieldOf(name, first), [draft, name])
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
