/** Looks through the whole of a scan. Done in a worker: a file may be made to be slow. */
import { fileKindOf, mediaTypes } from '#kernel/fileKinds.ts'
import { papersProblem } from '../problems.ts'
import { lengthOfJpeg } from './jpeg.ts'
import { mustBePdf } from './pdf.ts'
import { lengthOfPng } from './png.ts'

export type Seen = { readonly mediaType: string; readonly length: number }

/** Of the bytes that are kept, from the first one. */
const lengths: Readonly<Record<keyof typeof mediaTypes, (bytes: Buffer) => number | Promise<number>>> = {
  pdf: async (bytes) => {
    await mustBePdf(bytes)
    return bytes.length
  },
  jpeg: lengthOfJpeg,
  png: lengthOfPng,
}

/**
 * The media type that the bytes tell, whatever name or browser say, and how many of them are the scan. Throws
 * `papers.scan_type`, `papers.scan_broken`, `papers.scan_locked`, `papers.scan_active` or `papers.scan_page`.
 */
export async function look(given: Uint8Array): Promise<Seen> {
  const bytes = Buffer.from(given.buffer, given.byteOffset, given.byteLength)
  const kind = fileKindOf(bytes)
  if (kind !== 'pdf' && kind !== 'jpeg' && kind !== 'png') throw papersProblem('papers.scan_type')
  return { mediaType: mediaTypes[kind], length: await lengths[kind](bytes) }
}
