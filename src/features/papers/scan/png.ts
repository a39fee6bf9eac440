/** Whether a PNG is whole: every part with its sum, and exactly as much image as its head says. */
import { crc32, createInflate } from 'node:zlib'
import { broken, isSane } from './faults.ts'

type Head = { readonly width: number; readonly height: number; readonly bits: number; readonly interlaced: boolean }

const channels: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }
const known = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND'])
/** Of an interlaced picture: where each of its seven passes begins, and its steps. */
const passes = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const

function headOf(data: Buffer): Head {
  if (data.length !== 13) throw broken()
  const [width, height] = [data.readUInt32BE(0), data.readUInt32BE(4)]
  const [depth = 0, colour = 0, packing, filter, interlace = 2] = data.subarray(8)
  const bits = (channels[colour] ?? 0) * depth
  if (!isSane(width, height) || bits === 0 || bits > 64 || packing || filter || interlace > 1) throw broken()
  return { width, height, bits, interlaced: interlace === 1 }
}

/** Bytes of the unpacked image: a byte for the filter before every line. */
function bytesOf({ width, height, bits, interlaced }: Head): number {
  const whole = [[0, 0, 1, 1]] as const
  return (interlaced ? passes : whole).reduce((sum, [left, top, across, down]) => {
    const [columns, lines] = [Math.ceil((width - left) / across), Math.ceil((height - top) / down)]
    return columns > 0 && lines > 0 ? sum + lines * (1 + Math.ceil((columns * bits) / 8)) : sum
  }, 0)
}

/** Unpacks without keeping; refuses as soon as there is more than there may be. */
async function mustUnpackTo(expected: number, packed: readonly Buffer[]): Promise<void> {
  const unpacking = createInflate()
  for (const piece of packed) unpacking.write(piece)
  unpacking.end()
  let length = 0
  try {
    for await (const piece of unpacking) {
      length += (piece as Buffer).length
      if (length > expected) break
    }
  } catch {
    throw broken()
  }
  if (length !== expected) throw broken()
}

/** The length of the picture; what follows its end is not of it. Throws `papers.scan_broken`. */
export async function lengthOfPng(bytes: Buffer): Promise<number> {
  let head: Head | null = null
  const packed: Buffer[] = []
  for (let at = 8; at + 12 <= bytes.length; ) {
    const end = at + 12 + bytes.readUInt32BE(at)
    if (end > bytes.length || crc32(bytes.subarray(at + 4, end - 4)) !== bytes.readUInt32BE(end - 4)) throw broken()
    const name = bytes.toString('latin1', at + 4, at + 8)
    const data = bytes.subarray(at + 8, end - 4)
    if ((head === null) !== (name === 'IHDR') || (/^[A-Z]/.test(name) && !known.has(name))) throw broken()
    if (name === 'IHDR') head = headOf(data)
    if (name === 'IDAT') packed.push(data)
    if (name === 'IEND') {
      await mustUnpackTo(bytesOf(head as Head), packed)
      return end
    }
    at = end
  }
  throw broken()
}
