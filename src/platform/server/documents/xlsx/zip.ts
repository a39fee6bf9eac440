/**
 * Looks into a zip before the library of spreadsheets does: every part is bounded before it is unpacked, and only what
 * was looked into is handed on, packed anew, so that no other reader finds another directory in the file.
 */
import { ReadableStream as WebStream } from 'node:stream/web'
import { crc32 } from 'node:zlib'
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import { ZipFile as NewZip } from 'yazl'
import { Problem } from '#kernel/problem.ts'
import { otherZip } from './kind.ts'
import { mustFit, type SheetLimits } from './limits.ts'
import { isPlainMarkup } from './markup.ts'
import { sheetProblem } from './problems.ts'

/** A part this small may be packed as tightly as it likes. */
const smallPart = 10_000_000

const isMarkup = (name: string): boolean => /\.(xml|rels)$/i.test(name)

/**
 * The texts of a workbook by their names; whatever else lies in it is not unpacked.
 * Throws `sheet.too_large`, `sheet.locked`, `sheet.unreadable`, or what the zip is where it is no workbook.
 */
export async function partsOf(bytes: Uint8Array, limits: SheetLimits): Promise<Map<string, Buffer>> {
  try {
    const zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
    mustFit(limits, 'parts', zip.entryCount)
    const entries: Entry[] = []
    for await (const entry of zip.eachEntry()) entries.push(entry)
    const names = entries.map(({ fileName }) => fileName)
    const other = otherZip(names)
    if (other) throw other
    if (entries.some((entry) => entry.isEncrypted())) throw sheetProblem('sheet.locked')
    if (new Set(names).size < names.length) throw new RangeError('two parts of one name')
    const texts = entries.filter(({ fileName }) => isMarkup(fileName))
    mustUnpack(texts, limits)
    const parts = new Map<string, Buffer>()
    for (const entry of texts) parts.set(entry.fileName, await unpacked(zip, entry))
    return parts
  } catch (error) {
    if (error instanceof Problem) throw error
    throw sheetProblem('sheet.unreadable')
  }
}

/** By what the directory says; a part that gives more is broken off. */
function mustUnpack(entries: readonly Entry[], limits: SheetLimits): void {
  const all = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0)
  mustFit(limits, 'unpacked', all)
  for (const { uncompressedSize, compressedSize } of entries)
    if (uncompressedSize > smallPart) mustFit(limits, 'ratio', Math.ceil(uncompressedSize / compressedSize))
}

/** The stream ends with an error where it gives more or less than the directory says. */
async function unpacked(zip: ZipFile, entry: Entry): Promise<Buffer> {
  const whole = Buffer.allocUnsafe(entry.uncompressedSize)
  let at = 0
  for await (const bite of await zip.openReadStreamPromise(entry)) at += (bite as Buffer).copy(whole, at)
  // Some writers leave the sum out.
  if (entry.crc32 !== 0 && crc32(whole) !== entry.crc32) throw new RangeError('damaged')
  if (!isPlainMarkup(whole)) throw new RangeError('markup without end')
  return whole
}

/** Bytes handed on at once; the library that reads copies what a bite begins with. */
const bite = 1_000_000

async function* bitesOf(stream: AsyncIterable<string | Buffer>): AsyncGenerator<Uint8Array> {
  for await (const bytes of stream)
    for (let at = 0; at < bytes.length; at += bite) yield (bytes as Buffer).subarray(at, at + bite)
}

/** A zip of these parts in their order, as it is read; nothing in it is packed. */
export function zipOf(
  parts: Iterable<{ readonly name: string; readonly xml: Uint8Array }>,
): ReadableStream<Uint8Array> {
  const zip = new NewZip()
  for (const { name, xml } of parts) zip.addBuffer(xml as Buffer, name, { compress: false })
  zip.end()
  return WebStream.from(bitesOf(zip.outputStream)) as ReadableStream<Uint8Array>
}
