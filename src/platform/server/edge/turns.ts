/**
 * Uploads are held whole in memory, so only so many are taken at once; the others wait unread, and the sender with them.
 * One account has few turns, so that nobody fills the line for the others.
 */
import { edgeProblem } from './problems.ts'

export type Turns = {
  /** Resolves with the giving back of the turn; rejects with `input.too_many_at_once` after too long a wait. */
  readonly take: (who: string) => Promise<() => void>
}

export type TurnLimits = { readonly all: number; readonly each: number; readonly waitMs: number }

/** Ten times twenty megabytes. */
export const usualTurns: TurnLimits = { all: 10, each: 2, waitMs: 60_000 }

type Waiting = { readonly who: string; readonly begin: () => void }

export function turnsOf({ all, each, waitMs }: TurnLimits): Turns {
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
          reject(edgeProblem('input.too_many_at_once', { retryAfterSeconds: Math.ceil(waitMs / 1000) }))
        }, waitMs)
        line.push(waiting)
      })
    },
  }
}
