/** The lines of a text of any length, one after the other: what is kept of it at a time is bounded. */
import { Buffer, isUtf8 } from 'node:buffer'
import type { Said } from '#kernel/text.ts'

/** `line` counts from 1. With a fault, `text` is only how the line begins. */
export type FileLine = { readonly line: number; readonly text: string; readonly fault?: Said }

const newline = 10
const carriageReturn = 13
const shown = 200

const tooLong = (most: number): Said => ({
  vi: `dòng dài quá ${most} byte`,
  en: `is longer than ${most} bytes`,
})
const notUtf8: Said = {
  vi: 'dòng không phải UTF-8; hãy lưu tệp theo mã UTF-8',
  en: 'is not UTF-8; save the file as UTF-8',
}

const hasZero: Said = {
  vi: 'dòng có byte rỗng (số 0), không phải chữ; hãy lưu lại tệp thành văn bản',
  en: 'has a zero byte and is no text; save the file as text',
}

/** Bytes of UTF-8 without its mark. A spreadsheet's “Unicode Text” is UTF-16 and says so in its first two bytes. */
async function* asUtf8(source: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let head: Buffer | null = Buffer.alloc(0)
  let utf16: InstanceType<typeof TextDecoder> | null = null
  for await (const bytes of source) {
    let chunk = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    if (head !== null) {
      head = Buffer.concat([head, chunk])
      if (head.length < 3) continue
      if (head[0] === 0xff && head[1] === 0xfe) utf16 = new TextDecoder('utf-16le')
      if (head[0] === 0xfe && head[1] === 0xff) utf16 = new TextDecoder('utf-16be')
      chunk = head
      if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) chunk = head.subarray(3)
      head = null
    }
    yield utf16 === null ? chunk : Buffer.from(utf16.decode(chunk, { stream: true }))
  }
  if (head !== null && head.length > 0) yield head
}

/** The place of a byte in a chunk at or after another; its end where it is not there. */
const placeOf = (byte: number, chunk: Buffer, from: number): number => {
  const at = chunk.indexOf(byte, from)
  return at < 0 ? chunk.length : at
}

function lineOf(line: number, parts: readonly Buffer[], { size, most }: { size: number; most: number }): FileLine {
  const [first = Buffer.alloc(0)] = parts
  const bytes = parts.length === 1 ? first : Buffer.concat(parts)
  if (size > most) return { line, text: bytes.toString('utf8', 0, shown), fault: tooLong(most) }
  const text = bytes.toString('utf8')
  const fault = !isUtf8(bytes) ? notUtf8 : text.includes('\0') ? hasZero : null
  return fault ? { line, text: text.slice(0, shown), fault } : { line, text }
}

/**
 * The lines of UTF-8 (with a mark or without) or of UTF-16 with its mark. A line ends by LF, CR LF or CR; the last one
 * may end without. A line of more than `most` bytes, or one that is not UTF-8, carries a fault, and the next is read on.
 */
export async function* linesOf(source: AsyncIterable<Uint8Array>, most: number): AsyncGenerator<FileLine> {
  let parts: Buffer[] = []
  let size = 0
  let line = 1
  let afterReturn = false
  const keep = (part: Buffer): void => {
    if (size <= most) parts.push(part.subarray(0, most + 1 - size))
    size += part.length
  }
  for await (const chunk of asUtf8(source)) {
    let at = afterReturn && chunk[0] === newline ? 1 : 0
    if (chunk.length > 0) afterReturn = false
    let feed = placeOf(newline, chunk, at)
    let back = placeOf(carriageReturn, chunk, at)
    for (let end = Math.min(feed, back); end < chunk.length; end = Math.min(feed, back)) {
      keep(chunk.subarray(at, end))
      yield lineOf(line++, parts, { size, most })
      parts = []
      size = 0
      if (end === back) {
        afterReturn = end + 1 === chunk.length
        at = chunk[end + 1] === newline ? end + 2 : end + 1
      } else at = end + 1
      if (feed < at) feed = placeOf(newline, chunk, at)
      if (back < at) back = placeOf(carriageReturn, chunk, at)
    }
    if (at < chunk.length) keep(chunk.subarray(at))
  }
  if (size > 0) yield lineOf(line, parts, { size, most })
}
