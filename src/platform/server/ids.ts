/** New ids on the server: UUIDv7 from the machine's clock and randomness. */
import { randomFillSync } from 'node:crypto'
import { type Id, type Kind, uuidV7 } from '#kernel/ids.ts'

const bytesOfOne = 10
/** Randomness is drawn for many ids at once: asking for it costs more than an id. No byte is used twice. */
const drawn = new Uint8Array(400 * bytesOfOne)
let at = drawn.length

/** Those of one millisecond rise too (RFC 9562, 6.2): what is written in one go is read in the order of writing. */
let lastMs = 0
let count = 0
function rising(random: Uint8Array): number {
  const now = Date.now()
  if (now > lastMs) [lastMs, count] = [now, (random[0] ?? 0) << 3]
  else if (count < 0xfff) count += 1
  else [lastMs, count] = [lastMs + 1, 0]
  random[0] = count >> 4
  random[1] = (count & 0xf) << 4
  return lastMs
}

export function newId<K extends Kind>(): Id<K> {
  if (at === drawn.length) {
    randomFillSync(drawn)
    at = 0
  }
  const random = drawn.subarray(at, at + bytesOfOne)
  at += bytesOfOne
  return uuidV7<K>(rising(random), random)
}
