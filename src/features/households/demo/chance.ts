/** Chance that is the same at every load: the demo's people are invented once. */

export type Chance = {
  /** A number from 0 up to 1. */
  readonly next: () => number
  /** An integer from `low` to `high`, both included. */
  readonly between: (low: number, high: number) => number
  readonly pick: <T>(of: readonly T[]) => T
  readonly happens: (share: number) => boolean
}

/** A small generator (mulberry32), seeded by words. */
export function chanceOf(words: string): Chance {
  let state = 0
  for (const letter of words) state = (Math.imul(state, 31) + letter.charCodeAt(0)) | 0
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  const between = (low: number, high: number) => low + Math.floor(next() * (high - low + 1))
  return {
    next,
    between,
    pick: <T>(of: readonly T[]): T => of[Math.floor(next() * of.length)] as T,
    happens: (share) => next() < share,
  }
}
