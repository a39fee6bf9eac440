/** Looks through the whole of a scan. Done in a worker: a file may be made to be slow. */
import { papersProblem } from '../problems.ts'
import { lengthOfJpeg } from './jpeg.ts'
import { mustBePdf } from './pdf.ts'
import { lengthOfPng } from './png.ts'

export type Seen = { readonly mediaType: string; readonly length: number }

const kinds: readonly (readonly [mediaType: string, begins: readonly number[]])[] = [
  ['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
]

/** Of the bytes that are kept, from the first one. */
const lengths: Readonly<Record<string, (bytes: Buffer) => number | Promise<number>>> = {
  'application/pdf': async (bytes) => {
    await mustBePdf(bytes)
    return bytes.length
  },
  'image/jpeg': lengthOfJpeg,
  'image/png': lengthOfPng,
}

/**
 * The media type that the bytes tell, whatever name or browser say, and how many of them are the scan. Throws
 * `papers.scan_type`, `papers.scan_broken`, `papers.scan_locked` or `papers.scan_active`.
 */
export async function look(given: Uint8Array): Promise<Seen> {
  const bytes = Buffer.from(given.buffer, given.byteOffset, given.byteLength)
  const mediaType = kinds.find(([, begins]) => begins.every((byte, at) => bytes[at] === byte))?.[0]
  const lengthOf = lengths[mediaType ?? '']
  if (!mediaType || !lengthOf) throw papersProblem('papers.scan_type')
  return { mediaType, length: await lengthOf(bytes) }
}
