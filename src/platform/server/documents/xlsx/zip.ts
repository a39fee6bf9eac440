/**
 * Looks into a zip before any library does: every part is unpacked once with a bound, so that a file of a few kilobytes
 * that unpacks to gigabytes is refused early. Only plain zips as spreadsheets use them are let through.
 */
import { inflateRawSync } from 'node:zlib'
import { Problem } from '#kernel/problem.ts'
import { paperProblem } from '../problems.ts'
import { mustFit, type SheetLimits } from './limits.ts'
import { isPlainMarkup } from './markup.ts'

const endMark = 0x06054b50
const entryMark = 0x02014b50
const localMark = 0x04034b50

/** A part this small may be packed as tightly as it likes. */
const smallPart = 10_000_000

const isMarkup = (name: string): boolean => /\.(xml|rels)$/i.test(name)

/**
 * The file as the library may have it: parts that are not XML (pictures, print settings) were not looked into, so they
 * are made unfindable in a copy. Throws `sheet.too_large` or `sheet.unreadable`.
 */
export function lookedInto(bytes: Uint8Array, limits: SheetLimits): Uint8Array {
  const zip = Buffer.from(bytes)
  try {
    let left = limits.unpacked
    for (const part of [...zipParts(zip)]) {
      const unpacked = unpackedPart(part, left)
      const size = unpacked.length
      if (size > smallPart) mustFit(limits, 'ratio', Math.ceil(size / part.packed.length))
      left -= size
      if (!isMarkup(part.name)) zip.writeUInt32LE(0, part.local)
      else if (!isPlainMarkup(unpacked)) throw new RangeError('markup without end')
    }
    return zip
  } catch (error) {
    if (error instanceof Problem) throw error
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE')
      mustFit(limits, 'unpacked', Number.POSITIVE_INFINITY)
    throw paperProblem('sheet.unreadable')
  }
}

type Part = {
  readonly name: string
  readonly method: number
  readonly packed: Buffer
  /** Where its own head stands. */
  readonly local: number
}

function unpackedPart({ method, packed }: Part, left: number): Buffer {
  if (method === 8) return inflateRawSync(packed, { maxOutputLength: Math.max(1, left) })
  if (method === 0 && packed.length <= left) return packed
  throw new RangeError('packed in a way spreadsheets do not use')
}

const endLength = 22
/** What a ZIP64 file writes where its true numbers stand elsewhere. */
const elsewhere = { two: 0xffff, four: 0xffffffff } as const

/**
 * Where the directory stands and how many entries it has. Only the plainest end is taken (the last 22 bytes, no comment,
 * one disk, the directory right before it), so that no other reader finds another directory. ZIP64 is refused too, though
 * a good workbook may use it, until a zip library is taken in that reads it.
 */
function directoryOf(zip: Buffer): { count: number; start: number; end: number } {
  const end = zip.length - endLength
  if (zip.readUInt32LE(end) !== endMark || zip.readUInt16LE(end + 20) !== 0) throw new RangeError('no plain end of zip')
  const count = zip.readUInt16LE(end + 10)
  const [size, start] = [zip.readUInt32LE(end + 12), zip.readUInt32LE(end + 16)]
  const isPlain = count > 0 && count !== elsewhere.two && size !== elsewhere.four && start !== elsewhere.four
  const isOneDisk = zip.readUInt32LE(end + 4) === 0 && zip.readUInt16LE(end + 8) === count
  if (!isPlain || !isOneDisk || start + size !== end) throw new RangeError('no plain directory')
  return { count, start, end }
}

/** Reads beyond the end throw RangeError by themselves; whatever two places disagree on is refused. */
export function* zipParts(zip: Buffer): Generator<Part> {
  const { count, start, end } = directoryOf(zip)
  let at = start
  for (let left = count; left > 0; left--) {
    if (zip.readUInt32LE(at) !== entryMark) throw new RangeError('no entry')
    yield partAt(zip, at)
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  if (at !== end) throw new RangeError('the directory holds another number of entries')
}

function partAt(zip: Buffer, entry: number): Part {
  const method = zip.readUInt16LE(entry + 10)
  const size = zip.readUInt32LE(entry + 20)
  const local = zip.readUInt32LE(entry + 42)
  const numbers = [size, zip.readUInt32LE(entry + 24), local]
  if (numbers.includes(elsewhere.four)) throw new RangeError('numbers elsewhere')
  // Its size would be looked for behind it, and another one found.
  if (size === 0 && (zip.readUInt16LE(entry + 8) & 8) !== 0) throw new RangeError('no size')
  if (zip.readUInt32LE(local) !== localMark) throw new RangeError('no part')
  const localSize = zip.readUInt32LE(local + 18)
  const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
  const agree = (localSize === 0 || localSize === size) && zip.readUInt16LE(local + 8) === method
  if (!agree || start + size > zip.length || (method === 8 && size === 0)) throw new RangeError('parts disagree')
  const name = zip.toString('utf8', entry + 46, entry + 46 + zip.readUInt16LE(entry + 28))
  return { name, method, packed: zip.subarray(start, start + size), local }
}
