/**
 * One draft of a form, as one window has it: where it lies in the store of the device, and what other windows do to it.
 * Forms use it by `draft.ts`.
 */
import { computed, signal } from '@preact/signals'
import type { Found, KeptDraft } from './drafts.ts'
import { leaving } from './leaving.ts'
import type { Told } from './told.ts'
import { inTurns } from './turns.ts'
import { type Met, nameIn, saySame, toldOf } from './twoWindows.ts'
import { met, type Strokes } from './typed.ts'
import { commandOf, type Field, holdsTyping, isTyped, put, Typing, write } from './typing.ts'

/** Comes when a form opens: a page without one needs no store. */
const device = () => import('./drafts.ts')

/** `together`: typed in two windows. `apart`: each window keeps its own. `gone`: sent or thrown away in another. */
export type Elsewhere = 'together' | 'apart' | 'gone'
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
  readonly #typing = new Typing()
  /** Where it lies in the store; null until something is typed or gone on with. */
  #lies: string | null = null
  /** What lay there when this window last looked: it writes over that alone. */
  #seen: { readonly savedAt: number | null; readonly data: Strokes } = nothing
  /** Where it lay when the form was closed: an answer may still be on its way. */
  #left: string | null = null
  /** Drafts that a person left for later. */
  readonly #passed = new Set<string>()
  readonly #inTurn = inTurns()
  #watches = 0

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
    this.#watches += 1
    return () => {
      stop?.()
      stop = null
      this.#watches -= 1
      if (this.#watches === 0) void this.#inTurn(async () => this.#close())
    }
  }

  /** The form is gone; who opens it again is asked anew. */
  #close(): void {
    if (this.#watches > 0) return
    this.#left = this.#lies ?? this.#left
    this.#lies = null
    this.#seen = nothing
    this.offered.value = null
    this.resumedFrom.value = null
    this.elsewhere.value = null
  }

  async #hear(resumes: boolean): Promise<void> {
    const { draftsOf } = await device()
    const all = await draftsOf<Strokes>(this.kind, this.id)
    if (this.#lies !== null) return this.#meet(all.find(({ id }) => id === this.#lies) ?? null)
    // Nothing is offered to who is typing already.
    const found = this.#typing.isTyped() ? null : (all.find(({ id }) => !this.#passed.has(id)) ?? null)
    this.offered.value = found
    if (found) this.elsewhere.value = null
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
    this.#typing.show(found.data)
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
    this.#typing.clear()
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
    this.#typing.renew()
    leaving.safe(this)
    await this.#inTurn(async () => {
      const at = offered ?? this.#lies ?? this.#left
      this.#left = null
      this.#lies = null
      this.#seen = nothing
      if (at !== null) await (await device()).dropDraft(this.kind, at)
    })
  }

  enter = (field: Field): Field => this.#typing.enter(field)

  leave(field: Field): void {
    if (this.#typing.leave(field)) leaving.safe(this)
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
    write(field, value)
    // A form that was closed while its answer was on the way keeps what it kept.
    if (!this.#typing.stands(field)) return
    const typed = this.#kept()
    await this.#inTurn(() => this.#save(typed))
  }

  /** It is known what came of a sending: its id is not kept any more, also where the form was closed meanwhile. */
  async settle(field: Field): Promise<void> {
    if (this.#lies !== null && this.#typing.stands(field)) return this.type(field, null)
    put(field, null)
    await this.#inTurn(async () => {
      const { dropDraft, findDraft, saveDraftOver } = await device()
      const id = this.#lies ?? this.#left
      const found = id === null ? null : await findDraft<Strokes>(this.kind, id)
      if (id === null || !found) return
      const { [field.name]: _settled, ...data } = found.data
      if (!holdsTyping(data)) return dropDraft(this.kind, id)
      await saveDraftOver({ kind: this.kind, id }, data, found.savedAt)
    })
  }

  #strokes = (): Strokes => this.#typing.strokes(this.lacks.peek())
  /** All that is typed by now; null: nothing. */
  #kept = (): Strokes | null => (this.#typing.isEmpty() ? null : this.#strokes())

  /** `typed`: as it stood at the stroke. What other windows wrote since is in the fields, unless the form was left meanwhile. */
  async #save(typed: Strokes | null): Promise<void> {
    try {
      const data = this.#typing.isGone() ? typed : this.#kept()
      if (data) await this.#write(data)
      else await this.#dropEmpty()
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
      await this.#meet(kept.newer && { id: at, ...kept.newer }, data)
      // Gone from there: what is typed on lies there anew.
      if (this.#lies === null) await this.#write(data)
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
  async #meet(theirs: Found<Strokes> | null, mine = this.#strokes()): Promise<void> {
    if (theirs?.savedAt === this.#seen.savedAt) return
    if (!theirs) return this.#lose()
    const was = this.#seen.data
    const { strokes, touching } = met({ was, mine, theirs: theirs.data })
    if (!touching.some(({ field }) => this.#isAsked(nameIn(field)))) return this.#join(theirs, strokes)
    // Both are kept until a person decides, and if none does.
    await this.#writeApart(mine)
    this.elsewhere.value = 'apart'
    this.#met.value = { at: theirs.id, was, theirs }
  }

  #lose(): void {
    this.#lies = null
    this.#seen = nothing
    this.resumedFrom.value = null
    this.elsewhere.value = this.#typing.isTyped() ? 'gone' : null
  }

  async #join(theirs: Found<Strokes>, strokes: Strokes): Promise<void> {
    this.#lies = theirs.id
    this.#seen = theirs
    this.elsewhere.value = 'together'
    this.#typing.show(strokes)
    if (!saySame(strokes, theirs.data)) await this.#write(this.#typing.isGone() ? strokes : this.#strokes())
  }

  #isAsked = (name: string): boolean => !name.startsWith(commandOf('')) && !this.#typing.isBeside(name)

  #touching(): readonly Told[] {
    const found = this.#met.value
    return found ? toldOf(found, this.#strokes()).filter(({ field }) => this.#isAsked(nameIn(field))) : []
  }

  /** Of what touches, `mine` stands as typed here and the rest as in the other window. */
  async decide(mine: ReadonlySet<string>): Promise<true> {
    const found = this.#met.peek()
    const apart = this.#lies
    if (!found) return true
    this.#met.value = null
    const three = { was: found.was, mine: this.#strokes(), theirs: found.theirs.data }
    const { strokes } = met(three, (way) => mine.has(way))
    await this.#inTurn(() => this.#join(found.theirs, strokes))
    if (apart !== null && apart !== this.#lies) await (await device()).dropDraft(this.kind, apart)
    return true
  }

  /** Each window goes on with its own. */
  later(): void {
    this.#met.value = null
  }
}
