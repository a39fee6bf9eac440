/** Chance from a seed: the same seed, the same numbers. Each part of a run draws from a stream of its own. */

export type Chance = {
  /** In [0, 1). */
  readonly next: () => number
  /** True in `share` of all cases. */
  readonly is: (share: number) => boolean
  /** Whole, from 0 to below `n`. */
  readonly below: (n: number) => number
  /** One of them; throws where there is none. */
  readonly oneOf: <T>(all: readonly T[]) => T
}

/** FNV-1a over the text of a name. */
const hashOf = (text: string): number => {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash >>> 0
}

/** `name` keeps streams apart: what one device draws moves no other. The generator is mulberry32. */
export function chanceOf(seed: number, name: string): Chance {
  let state = hashOf(`${seed} ${name}`)
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
  return {
    next,
    is: (share) => next() < share,
    below: (n) => Math.floor(next() * n),
    oneOf: (all) => {
      if (all.length === 0) throw new Error('one of none')
      return all[Math.floor(next() * all.length)] as (typeof all)[number]
    },
  }
}
