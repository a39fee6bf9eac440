/**
 * Uploads are held whole in memory, so only so many are taken at once; the others wait unread, and the sender with them.
 * Papers are made by few workers. One account has few turns at either, so that nobody fills the line for the others.
 */
import { edgeProblem } from './problems.ts'

export type Turns = {
  /** Resolves with the giving back of the turn; rejects with what is said `beyond` after too long a wait. */
  readonly take: (who: string) => Promise<() => void>
}

export type TurnLimits = {
  readonly all: number
  readonly each: number
  readonly waitMs: number
  readonly beyond: 'input.too_many_at_once' | 'paper.too_many_at_once'
}

/** Ten times twenty megabytes. */
export const uploadTurns: TurnLimits = { all: 10, each: 2, waitMs: 60_000, beyond: 'input.too_many_at_once' }

/** How many wait for the workers altogether, the workers bound themselves. */
export const paperTurns: TurnLimits = {
  all: Number.POSITIVE_INFINITY,
  each: 2,
  waitMs: 60_000,
  beyond: 'paper.too_many_at_once',
}

type Waiting = { readonly who: string; readonly begin: () => void }

export function turnsOf({ all, each, waitMs, beyond }: TurnLimits): Turns {
  const held = new Map<string, number>()
  const line: Waiting[] = []
  let taken = 0

  const isFree = (who: string) => taken < all && (held.get(who) ?? 0) < each
  const hold = (who: string, by: 1 | -1) => {
    taken += by
    const now = (held.get(who) ?? 0) + by
    if (now === 0) held.delete(who)
    else held.set(who, now)
  }
  const begin = (who: string) => {
    hold(who, 1)
    let given = false
    return () => {
      if (given) return
      given = true
      hold(who, -1)
      const next = line.findIndex((waiting) => isFree(waiting.who))
      if (next >= 0) line.splice(next, 1)[0]?.begin()
    }
  }
  return {
    take: (who) => {
      if (isFree(who)) return Promise.resolve(begin(who))
      return new Promise((resolve, reject) => {
        const waiting = {
          who,
          begin: () => {
            clearTimeout(timer)
            resolve(begin(who))
          },
        }
        const timer = setTimeout(() => {
          line.splice(line.indexOf(waiting), 1)
          reject(edgeProblem(beyond, { retryAfterSeconds: Math.ceil(waitMs / 1000) }))
        }, waitMs)
        line.push(waiting)
      })
    },
  }
}
