/** Whether a JPEG is whole: from part to part to its end, with a size and enough image for it. */
import { broken, isSane } from './faults.ts'

const [escaped, endOfImage, startOfScan] = [0x00, 0xd9, 0xda]
const isRestart = (marker: number): boolean => marker >= 0xd0 && marker <= 0xd7
/** Where a frame begins; three marks of that row mean something else. */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)

/** Where the image data that begins here ends: at the next mark that is not of it. */
function endOfData(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0 && at + 1 < bytes.length; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] as number
    if (next !== escaped && next !== 0xff && !isRestart(next)) return at
  }
  throw broken()
}

/** How many bytes of image a frame has at the very least: Huffman's code takes a bit for a square of eight by eight. */
function leastOf(marker: number, data: Buffer): number {
  if (data.length < 6) throw broken()
  const [height, width] = [data.readUInt16BE(1), data.readUInt16BE(3)]
  if (!isSane(width, height)) throw broken()
  return marker <= 0xc1 ? (Math.ceil(width / 8) * Math.ceil(height / 8)) / 8 : 1
}

/** The length of the picture; what a phone hangs on behind its end is not of it. Throws `papers.scan_broken`. */
export function lengthOfJpeg(bytes: Buffer): number {
  let least = 0
  let image = 0
  for (let at = 2; at + 2 <= bytes.length; ) {
    const marker = bytes[at + 1] as number
    if (bytes[at] !== 0xff) throw broken()
    if (marker === 0xff) {
      at += 1
      continue
    }
    if (marker === endOfImage) {
      if (least === 0 || image < least) throw broken()
      return at + 2
    }
    if (at + 4 > bytes.length) throw broken()
    const end = at + 2 + bytes.readUInt16BE(at + 2)
    if (end > bytes.length || end < at + 4) throw broken()
    if (isFrame(marker)) least = leastOf(marker, bytes.subarray(at + 4, end))
    at = marker === startOfScan ? endOfData(bytes, end) : end
    if (marker === startOfScan) image += at - end
  }
  throw broken()
}
