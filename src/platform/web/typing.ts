/** The fields of one form while it stands: what is typed in each, and what stood there before. */
import { inWordsHere } from './answering.ts'
import { differs, holdsUnkept, type Kept, keepable, type Strokes, together, waysOf, withUnkept } from './typed.ts'

/** `beside`: nothing typed, but what the typing rests on, kept with it as it was. */
export type Field = {
  readonly name: string
  readonly beside: boolean
  /** What stands there anew once the form was sent or thrown away: an id. */
  readonly anew: (() => unknown) | null
  /** What stands there once the form was thrown away, where that is made anew. */
  readonly fresh: (() => unknown) | null
  initial: unknown
  value: unknown
  words: NonNullable<Kept['words']>
  show: () => void
}
export type Entered = Partial<Pick<Field, 'beside' | 'anew' | 'fresh'>>

export const fieldOf = (name: string, initial: unknown, how: Entered = {}): Field => ({
  name,
  beside: how.beside ?? false,
  anew: how.anew ?? null,
  fresh: how.fresh ?? null,
  initial,
  value: initial,
  words: {},
  show: () => undefined,
})
export const isTyped = ({ beside, value, initial }: Field): boolean => !beside && differs(value, initial)

export function put(field: Field, value: unknown): void {
  field.value = value
  field.show()
}

/** As a person writes it, in the question that has the focus. */
export function write(field: Field, value: unknown): void {
  // An id of the page is answered by nobody, whatever has the focus then.
  const words = field.anew ? null : inWordsHere()
  if (words)
    for (const way of waysOf(keepable(field.value), keepable(value), field.name))
      field.words = { ...field.words, [way]: words }
  put(field, value)
}

function fill(field: Field, kept: Kept): void {
  field.words = { ...field.words, ...kept.words }
  put(field, field.beside ? kept.value : withUnkept(together(field.initial, kept), field.value))
}

/** What a page knows of itself is kept whole. */
function keptOf({ beside, value, initial, words }: Field, lacks: boolean): Kept {
  if (beside) return { value, before: initial }
  const kept = { value: keepable(value), before: keepable(initial), words }
  return lacks || holdsUnkept(value) ? { ...kept, lacks: true } : kept
}

/** Whether a person typed something of it. */
export const holdsTyping = (strokes: Strokes): boolean => Object.values(strokes).some(({ words }) => words)

/** Under which name a draft keeps the command by which it is sent. */
export const commandOf = (call: string): string => `command ${call}`

export class Typing {
  readonly #fields = new Map<string, Field>()
  /** Of fields that do not stand yet. */
  #later = new Map<string, Kept>()

  enter(field: Field): Field {
    const kept = this.#later.get(field.name)
    this.#later.delete(field.name)
    if (kept) fill(field, kept)
    this.#fields.set(field.name, field)
    return field
  }

  /** Answers whether none is left. */
  leave(field: Field): boolean {
    if (this.stands(field)) this.#fields.delete(field.name)
    return this.isGone()
  }

  /** The form was left: none of its fields stands. */
  isGone = (): boolean => this.#fields.size === 0

  stands = (field: Field): boolean => this.#fields.get(field.name) === field
  isTyped = (): boolean => [...this.#fields.values()].some(isTyped)
  isEmpty = (): boolean => !this.isTyped() && this.#later.size === 0
  isBeside = (name: string): boolean => this.#fields.get(name)?.beside ?? false

  /** All that is typed, as it may be kept. `lacks`: numbers of it are missing already. */
  strokes(lacks: boolean): Strokes {
    const typed = [...this.#fields.values()].filter((field) => field.beside || isTyped(field))
    return Object.fromEntries([...this.#later, ...typed.map((field) => [field.name, keptOf(field, lacks)] as const)])
  }

  show(data: Strokes): void {
    this.#later = new Map(Object.entries(data).filter(([name]) => !this.#fields.has(name)))
    for (const [name, field] of this.#fields) {
      const kept = data[name]
      if (kept) fill(field, kept)
      else if (!field.beside) put(field, field.initial)
    }
  }

  /** Every field as it was before anything was typed. */
  clear(): void {
    for (const field of this.#fields.values()) {
      if (field.fresh) field.initial = field.fresh()
      put(field, field.initial)
    }
  }

  /** Other ids from now on. */
  renew(): void {
    this.#later.clear()
    for (const field of this.#fields.values()) {
      if (!field.anew) continue
      field.initial = field.anew()
      put(field, field.initial)
    }
  }
}
