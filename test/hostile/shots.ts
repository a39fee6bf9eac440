/** One malformed thing after another, the same for the same chance. */
import type { Chance } from '#features/households/demo/chance.ts'
import { addressShot, bodyShot, fileShot, formShot, headShot } from './bodies.ts'
import { fieldShot, type Making, type Shot } from './calls.ts'
import { type Bytes, socketShot } from './sockets.ts'

/** Each kind as often as it has ways to be wrong. */
const kinds: readonly (readonly [parts: number, make: (chance: Chance, making: Making) => Shot])[] = [
  [50, fieldShot],
  [17, bodyShot],
  [10, formShot],
  [5, fileShot],
  [10, headShot],
  [8, addressShot],
]
const makers = kinds.flatMap(([parts, make]) => Array.from({ length: parts }, () => make))
const ofSockets = 0.15

export type Malformed = { readonly call: Shot } | { readonly bytes: Bytes }

export const malformed = (chance: Chance, making: Making): Malformed =>
  chance.happens(ofSockets) ? { bytes: socketShot(chance) } : { call: chance.pick(makers)(chance, making) }
