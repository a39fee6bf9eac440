/**
 * Looks into a zip before any library does: every part is unpacked once with a bound, so that a file of a few kilobytes
 * that unpacks to gigabytes is refused early. Only plain zips as spreadsheets use them are let through.
 */
import { inflateRawSync } from 'node:zlib'
import { Problem } from '#kernel/problem.ts'
import { paperProblem } from '../problems.ts'
import { mustFit, type SheetLimits } from './limits.ts'

const endMark = 0x06054b50
const entryMark = 0x02014b50
const localMark = 0x04034b50

/** A part this small may be packed as tightly as it likes. */
const smallPart = 10_000_000

/** Throws `sheet.too_large` or `sheet.unreadable`. */
export function mustUnpackWithin(bytes: Uint8Array, limits: SheetLimits): void {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    let left = limits.unpacked
    for (const part of zipParts(zip)) {
      const size = unpackedSize(part, left)
      if (size > smallPart) mustFit(limits, 'ratio', Math.ceil(size / part.packed.length))
      left -= size
    }
  } catch (error) {
    if (error instanceof Problem) throw error
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE')
      mustFit(limits, 'unpacked', Number.POSITIVE_INFINITY)
    throw paperProblem('sheet.unreadable')
  }
}

type Part = { readonly name: string; readonly method: number; readonly packed: Buffer }

function unpackedSize({ method, packed }: Part, left: number): number {
  if (method === 8) return inflateRawSync(packed, { maxOutputLength: Math.max(1, left) }).length
  if (method === 0 && packed.length <= left) return packed.length
  throw new RangeError('packed in a way spreadsheets do not use')
}

/** Reads beyond the end throw RangeError by themselves; whatever two places disagree on is refused. */
export function* zipParts(zip: Buffer): Generator<Part> {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (end < 0 || zip.readUInt32LE(end) !== endMark) throw new RangeError('no end of zip')
  let at = zip.readUInt32LE(end + 16)
  for (let count = zip.readUInt16LE(end + 10); count > 0; count--) {
    if (zip.readUInt32LE(at) !== entryMark) throw new RangeError('no entry')
    yield partAt(zip, at)
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
}

function partAt(zip: Buffer, entry: number): Part {
  const method = zip.readUInt16LE(entry + 10)
  const size = zip.readUInt32LE(entry + 20)
  const local = zip.readUInt32LE(entry + 42)
  if (zip.readUInt32LE(local) !== localMark) throw new RangeError('no part')
  const localSize = zip.readUInt32LE(local + 18)
  const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
  const agree = (localSize === 0 || localSize === size) && zip.readUInt16LE(local + 8) === method
  if (!agree || start + size > zip.length || (method === 8 && size === 0)) throw new RangeError('parts disagree')
  const name = zip.toString('utf8', entry + 46, entry + 46 + zip.readUInt16LE(entry + 28))
  return { name, method, packed: zip.subarray(start, start + size) }
}
