/** New ids on the server: UUIDv7 from the machine's clock and randomness. */
import { randomFillSync } from 'node:crypto'
import { type Id, type Kind, uuidV7 } from '#kernel/ids.ts'

const bytesOfOne = 10
/** Randomness is drawn for many ids at once: asking for it costs more than an id. No byte is used twice. */
const drawn = new Uint8Array(400 * bytesOfOne)
let at = drawn.length

export function newId<K extends Kind>(): Id<K> {
  if (at === drawn.length) {
    randomFillSync(drawn)
    at = 0
  }
  const random = drawn.subarray(at, at + bytesOfOne)
  at += bytesOfOne
  return uuidV7<K>(Date.now(), random)
}
