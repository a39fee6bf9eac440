/**
 * What hangs on a household, a person, an official, a unit or a round in the rooms above it. A room that changes one of
 * them asks before the act, and never imports who answers: the application puts the answers of all rooms together.
 *
 * Shown first, so that nobody is surprised; and asked again inside the act, in its own transaction, by `mustAllow`. For
 * that answer to hold, whoever acts holds the row of the subject first, and so does whoever makes something hang on it.
 */
import { type Actor, can, type GrantedRight, type HeldGrant } from '#kernel/access.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { Event } from '#kernel/event.ts'
import type { AccessGrantId, AreaId } from '#kernel/ids.ts'
import type { Problem } from '#kernel/problem.ts'
import type { Told } from '#kernel/schema.ts'
import type { Said } from '#kernel/text.ts'
import type { Db } from './database/open.ts'

export type Subject = 'household' | 'person' | 'official' | 'unit' | 'round' | 'class_test' | 'training_class'

export type Intent = {
  readonly of: Subject
  readonly id: string
  /** The event that the act would leave: `household.ended`. */
  readonly act: string
  /** The day from which it would hold. */
  readonly on: PlainDate
  /** Of an undoing: when what it undoes was recorded; of what was a mistake from the beginning `-infinity`. */
  readonly since?: string
  /** Of an undoing: the day on which it is done. */
  readonly today?: PlainDate
  /** Of a unit: how many households it is said to have. */
  readonly households?: number
  /** Of a test: who would no longer have passed. */
  readonly people?: readonly string[]
  /** Of an official: the one of their grants that would end. */
  readonly grant?: HeldGrant & { readonly id: AccessGrantId }
}

/** So many are told by name. */
export const mostNamed = 5

export type Touched = {
  /** "Hồ sơ rà soát chưa xong": the count stands beside it. */
  readonly what: Said
  readonly count: number
  /** Some of them by name, the first few. */
  readonly names?: string[]
  /** They are people: named to nobody whom the page would refuse. */
  readonly people?: true
  /** `what` names the one thing that it is, and no count stands beside it. */
  readonly one?: true
  /**
   * The page where they can be seen, the right that it asks for, and what stands over the place of which it asks it: told
   * to nobody whom it would refuse.
   */
  readonly opens?: Opens
}
type Opens = { readonly page: string; readonly right: GrantedRight; readonly over: readonly AreaId[] }

/** The end of a unit is undone. `today` is the day of the act. */
export type Undoing = { readonly because: string; readonly today: PlainDate }

/** Two records of one subject: the one that stays, and the one that goes into it. */
export type Pair = { readonly kept: string; readonly former: string }

/** What stands against their becoming one, by a code of the room, and where it can be seen. */
export type Against = {
  readonly code: string
  readonly said: Said
  readonly opens?: readonly (Opens & { readonly name: Said })[]
}

/** A room's answer for one kind of subject. Rows are seen under the standing of who asks. */
export type Touch = {
  readonly of: Subject
  /** What it holds of the subject and what the act would change there. */
  readonly holds?: (db: Db, intent: Intent) => Promise<readonly Touched[]>
  /** Why the act may not be; null where this room lets it. */
  readonly forbids?: (db: Db, intent: Intent) => Promise<Problem | null>
  /** What is asked before the act, which a reason goes past. */
  readonly asks?: (db: Db, intent: Intent) => Promise<readonly Said[]>
  /** The subject lives elsewhere now, or is a unit that has ended: what hangs on it goes along. `today` is the day of the act. */
  readonly follows?: (db: Db, id: string, today: PlainDate) => Promise<unknown>
  /**
   * The subject, a unit that had ended, stands again: what went to its successors comes back, for the reason that was given.
   * Answers what happened by it, for the audit.
   */
  readonly returns?: (db: Db, id: string, undoing: Undoing) => Promise<readonly Event[]>
  /** Why two records cannot become one. `day`: that of the act. */
  readonly against?: (db: Db, pair: Pair, day: PlainDate) => Promise<readonly Against[]>
  /** The one record goes into the other, and what hangs on it along. */
  readonly joins?: (db: Db, pair: Pair) => Promise<unknown>
  /** The subject has ended, by its first day without it, or stands again (null). */
  readonly ends?: (db: Db, id: string, on: PlainDate | null) => Promise<unknown>
}

export type Touches = {
  /**
   * To be shown before the act; what counts nothing is left out. How many there are is told to whoever may do it, whatever else
   * they may read, or they would decide blind; who these are, only to those who may read the list.
   */
  readonly tell: (call: { readonly db: Db; readonly actor: Actor }, intent: Intent) => Promise<Told>
  /** Everything that stands against the act: the refusal of each room. */
  readonly refusals: (db: Db, intent: Intent) => Promise<readonly Problem[]>
  /** Inside the act, once its subject is held: throws the first refusal of a room. */
  readonly mustAllow: (db: Db, intent: Intent) => Promise<void>
  /** Inside the act, once its subject is held: what must be asked unless a reason was given. */
  readonly asked: (db: Db, intent: Intent) => Promise<readonly Said[]>
  /** Inside the act, once its subject has moved; a unit, once it has ended and left successors. */
  readonly follow: (db: Db, moved: Pick<Intent, 'of' | 'id'>, today: PlainDate) => Promise<void>
  /** Inside the act, once its subject, a unit that had ended, stands again. */
  readonly bringBack: (db: Db, unit: Pick<Intent, 'of' | 'id'>, undoing: Undoing) => Promise<readonly Event[]>
  /** To be shown before the act, and asked again inside it: what stands against two records becoming one. */
  readonly against: (db: Db, of: Subject, pair: Pair, day: PlainDate) => Promise<readonly Against[]>
  /** Inside the act, while both records are held. */
  readonly join: (db: Db, of: Subject, pair: Pair) => Promise<void>
  /** Inside the act, once its subject has ended, or stands again. */
  readonly end: (db: Db, ended: Pick<Intent, 'of' | 'id'>, on: PlainDate | null) => Promise<void>
}

/** Of what needs no line of its own in the audit. */
export const untold = (written: Promise<unknown>): Promise<readonly Event[]> => written.then(() => [])

/** The answers of all rooms, in their order. */
export function joinTouches(all: readonly Touch[]): Touches {
  const refusalOf = async (db: Db, intent: Intent): Promise<Problem | null> => {
    for (const { of, forbids } of all) {
      const refusal = of === intent.of && forbids ? await forbids(db, intent) : null
      if (refusal) return refusal
    }
    return null
  }
  return {
    tell: async ({ db, actor }, intent) => {
      const found: Touched[] = []
      for (const { of, holds } of all) if (of === intent.of && holds) found.push(...(await holds(db, intent)))
      const pageOf = ({ opens }: Touched) => (opens && can(actor, opens.right, opens.over) ? opens.page : null)
      const held = found
        .filter(({ count }) => count > 0)
        .map(({ people, ...one }) => {
          const opens = pageOf(one)
          const { names: _, ...unnamed } = one
          const of = { ...(people && opens === null ? unnamed : one), opens }
          return one.opens && opens === null ? { ...of, seenBy: one.opens.right } : of
        })
      return { held, forbidden: (await refusalOf(db, intent))?.said ?? null }
    },
    refusals: async (db, intent) => {
      const found: Problem[] = []
      for (const { of, forbids } of all) {
        const refusal = of === intent.of && forbids ? await forbids(db, intent) : null
        if (refusal) found.push(refusal)
      }
      return found
    },
    mustAllow: async (db, intent) => {
      const refusal = await refusalOf(db, intent)
      if (refusal) throw refusal
    },
    asked: async (db, intent) => {
      const found: Said[] = []
      for (const { of, asks } of all) if (of === intent.of && asks) found.push(...(await asks(db, intent)))
      return found
    },
    follow: async (db, moved, today) => {
      for (const { of, follows } of all) if (of === moved.of) await follows?.(db, moved.id, today)
    },
    bringBack: async (db, unit, undoing) => {
      const happened: Event[] = []
      for (const { of, returns } of all)
        if (of === unit.of && returns) happened.push(...(await returns(db, unit.id, undoing)))
      return happened
    },
    against: async (db, subject, pair, day) => {
      const found: Against[] = []
      for (const { of, against } of all) if (of === subject && against) found.push(...(await against(db, pair, day)))
      return found
    },
    join: async (db, subject, pair) => {
      for (const { of, joins } of all) if (of === subject) await joins?.(db, pair)
    },
    end: async (db, ended, on) => {
      for (const { of, ends } of all) if (of === ended.of) await ends?.(db, ended.id, on)
    },
  }
}
