/** What may follow what in the course of a class, and what each state needs. What is absent is forbidden. Pure. */
import type { Said } from '#kernel/text.ts'
import { type ClassKind, type ClassState, type Lack, type LackKind, lackWords, type StepHow } from './model.ts'

/**
 * The course of a class. `on`: what comes next; `back`: what a wrong step is taken back to (`before`: whatever it was called
 * off from); `cancel`: whether it may be called off: what is over was held.
 */
const course = {
  planned: { on: 'announced', back: null, cancel: true },
  announced: { on: 'enrolling', back: 'planned', cancel: true },
  enrolling: { on: 'confirmed', back: 'announced', cancel: true },
  confirmed: { on: 'running', back: 'enrolling', cancel: true },
  running: { on: 'completed', back: 'confirmed', cancel: true },
  completed: { on: null, back: 'running', cancel: false },
  cancelled: { on: null, back: 'before', cancel: false },
} as const satisfies Record<ClassState, { on: ClassState | null; back: ClassState | 'before' | null; cancel: boolean }>

/** `before`: of a class that was called off, the state it was in. */
export type At = { readonly state: ClassState; readonly before: ClassState | null }

/** The steps that may follow, in the order of their buttons. */
export function stepsFrom({ state, before }: At): { readonly to: ClassState; readonly how: StepHow }[] {
  const { on, back, cancel } = course[state]
  const returns = back === 'before' ? before : back
  return [
    ...(on ? [{ to: on, how: 'on' as const }] : []),
    ...(returns ? [{ to: returns, how: 'back' as const }] : []),
    ...(cancel ? [{ to: 'cancelled' as const, how: 'cancel' as const }] : []),
  ]
}

/** How a class comes to a state; null where it does not. */
export const stepTo = (at: At, to: ClassState): StepHow | null =>
  stepsFrom(at).find((one) => one.to === to)?.how ?? null

/** Whether its facts, sessions and trainers may change still. */
export const isOpen = (state: ClassState): boolean => state !== 'completed' && state !== 'cancelled'

export type Facts = {
  readonly kind: ClassKind
  readonly seats: number | null
  readonly topics: number
  /** By their time, which is written `2026-11-20T08:00`. */
  readonly sessions: readonly {
    readonly begins: string
    readonly ends: string
    readonly placed: boolean
    /** Whether it teaches a topic: an opening or a visit needs no trainer. */
    readonly taught: boolean
    readonly accepted: number
    /** Whether its attendance is closed. */
    readonly closed: boolean
  }[]
  /** Now, by the clock of Vietnam. */
  readonly moment: string
  /** Whether who asks has done enough in it for a turn. */
  readonly ownTurn: boolean
}

/** Kinds that follow a framework. Visits, seminars and briefings may be about what no framework has. */
const followsFramework: readonly ClassKind[] = ['short', 'refresher', 'long']

const needs: Readonly<Record<ClassState, readonly LackKind[]>> = {
  planned: [],
  announced: ['seats', 'topics', 'sessions', 'places'],
  enrolling: ['seats', 'topics', 'sessions', 'places'],
  confirmed: ['seats', 'topics', 'sessions', 'places', 'trainers'],
  running: ['seats', 'topics', 'sessions', 'places', 'trainers', 'not_begun'],
  completed: ['seats', 'topics', 'sessions', 'places', 'trainers', 'not_over', 'not_closed', 'own_turn'],
  cancelled: [],
}

type Found = Readonly<Record<LackKind, readonly number[] | boolean>>
function missing({ kind, seats, topics, sessions, moment, ownTurn }: Facts): Found {
  const where = (lacks: (one: Facts['sessions'][number]) => boolean) =>
    sessions.flatMap((one, at) => (lacks(one) ? [at + 1] : []))
  const begins = sessions.map((one) => one.begins).sort()
  const ends = sessions.map((one) => one.ends).sort()
  return {
    seats: seats === null,
    topics: topics === 0 && followsFramework.includes(kind),
    sessions: sessions.length === 0,
    places: where(({ placed }) => !placed),
    trainers: where(({ taught, accepted }) => taught && accepted === 0),
    // From the first session's day, not from its hour: who opens the door in the morning says so.
    not_begun: sessions.length > 0 && moment.slice(0, 10) < (begins[0] ?? '').slice(0, 10),
    not_over: sessions.length > 0 && moment < (ends.at(-1) ?? ''),
    not_closed: where(({ closed }) => !closed),
    own_turn: ownTurn,
  }
}

/** What a class lacks to be in a state. */
export function lacksFor(state: ClassState, facts: Facts): Lack[] {
  const found = missing(facts)
  return needs[state].flatMap((kind) => {
    const at = found[kind]
    if (at === false || (Array.isArray(at) && at.length === 0)) return []
    return [{ kind, sessions: at === true ? [] : [...(at as readonly number[])] }]
  })
}

/** What comes with time, or falls away by itself. */
const comes: readonly LackKind[] = ['trainers', 'not_begun', 'not_over', 'not_closed', 'own_turn']

/** What of it a change may not take away from a class in this state: who teaches may fall ill, and days come by themselves. */
export const brokenBy = (state: ClassState, facts: Facts): Lack[] =>
  lacksFor(state, facts).filter(({ kind }) => !comes.includes(kind))

const mostNamed = 5
/** "chưa có chuyên đề; buổi chưa có giảng viên nhận lời: 1, 2" */
export function lacksSaid(lacks: readonly Lack[]): Said {
  const listed = (of: 'vi' | 'en') =>
    lacks
      .map(({ kind, sessions }) => {
        const named = sessions.slice(0, mostNamed).join(', ')
        const more = sessions.length > mostNamed ? ', …' : ''
        return sessions.length > 0 ? `${lackWords[kind][of]}: ${named}${more}` : lackWords[kind][of]
      })
      .join('; ')
  return { vi: listed('vi'), en: listed('en') }
}
