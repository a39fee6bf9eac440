/**
 * A PDF may pack its objects and its directory. The library unpacks those, and only those, as far as they go; so each is
 * unpacked here before, with a bound.
 */
import { inflateSync } from 'node:zlib'
import { broken } from './faults.ts'

/** Of all of them together: a thousand pages have one million. */
const mostBytes = 32 * 1024 * 1024
/** How far before its data the words of a packed part may begin. */
const wordsBefore = 2048

const begin = Buffer.from('stream')
const isPacked = /\/\s*(ObjStm|XRef)\b/
const otherPackings = /LZW|RunLength|ASCII85|ASCIIHex|\/(A85|AHx|RL)\b/
const unescaped = (words: string): string =>
  words.replace(/#([0-9a-f]{2})/gi, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))

function unpackedLength(data: Buffer): number {
  try {
    return inflateSync(data, { maxOutputLength: mostBytes }).length
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw broken()
    return 0 // not packed, or broken: the library says so
  }
}

/** Throws `papers.scan_broken` where objects are packed beyond the bound, or other than every scanner does. */
export function mustUnpackSmall(bytes: Buffer): void {
  let sum = 0
  for (let at = bytes.indexOf(begin); at >= 0; at = bytes.indexOf(begin, at + begin.length)) {
    const before = bytes.toString('latin1', Math.max(0, at - wordsBefore), at)
    const words = unescaped(before.slice(before.lastIndexOf('endobj') + 1))
    if (!isPacked.test(words)) continue
    if (otherPackings.test(words)) throw broken()
    const from = at + begin.length + (bytes[at + begin.length] === 0x0d ? 2 : 1)
    sum += unpackedLength(bytes.subarray(from))
    if (sum > mostBytes) throw broken()
  }
}
