/** Whether each page of a PDF can be seen: a size that paper has, something on it, and no more than a reader unpacks. */
import { createInflate } from 'node:zlib'
import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFName,
  PDFNumber,
  type PDFPage,
  PDFRawStream,
  PDFStream,
} from '@cantoo/pdf-lib'
import { Problem } from '#kernel/problem.ts'
import type { Said } from '#kernel/text.ts'
import { papersProblem } from '../problems.ts'
import { broken, isSane } from './faults.ts'

/** Points, of which an inch has 72. The most is the format's own: 200 inches. */
const side = { least: 72, most: 14_400 } as const
/** Bytes of what a page draws, unpacked, without its pictures. A map of a commune has some ten million. */
const mostOfPage = 64 * 1024 * 1024
/** Of all pages together. */
const mostOfAll = 4 * mostOfPage

const whys = {
  size: { vi: 'khổ giấy không phải khổ của một trang giấy', en: 'its size is that of no sheet of paper' },
  empty: { vi: 'trang trống, không có chữ hay hình nào', en: 'nothing stands on it' },
  heavy: { vi: 'nội dung lớn quá mức, mở ra sẽ treo máy', en: 'it holds more than a machine can open' },
  packing: { vi: 'nội dung nén theo cách không kiểm tra được', en: 'it is packed in a way that cannot be checked' },
} as const satisfies Record<string, Said>

const unseen = (page: number, why: keyof typeof whys) => papersProblem('papers.scan_page', { page, why: whys[why] })

/** A box may name any two of its corners. */
function isPaper(box: PDFArray): boolean {
  const { width, height } = box.asRectangle()
  return [width, height].every((one) => Math.abs(one) >= side.least && Math.abs(one) <= side.most)
}

const blanks = new Set([0x00, 0x09, 0x0a, 0x0c, 0x0d, 0x20])
type Size = { readonly bytes: number; readonly says: boolean }
const saysMore = (bytes: Uint8Array): boolean => bytes.some((byte) => !blanks.has(byte))

/** Unpacks without keeping, and not beyond `most`. What is cut off at its end is shown by readers as far as it goes. */
async function inflated(packed: Uint8Array, most: number): Promise<Size> {
  const unpacking = createInflate({ chunkSize: 262_144 })
  unpacking.end(packed)
  let [bytes, says] = [0, false]
  try {
    for await (const piece of unpacking as AsyncIterable<Buffer>) {
      bytes += piece.length
      says ||= saysMore(piece)
      if (bytes > most) break
    }
  } catch {
    // As far as it goes.
  }
  return { bytes, says }
}

const isFlate = (filter: string): boolean => filter === 'FlateDecode' || filter === 'Fl'
/** These write bytes as letters: what they say is shorter. */
const asLetters = new Set(['ASCII85Decode', 'A85', 'ASCIIHexDecode', 'AHx'])

function filtersOf({ dict }: PDFStream): string[] {
  const filter = dict.lookup(PDFName.of('Filter'))
  const all = filter instanceof PDFArray ? filter.asArray().map((one) => dict.context.lookup(one)) : [filter]
  return all.flatMap((one) => (one instanceof PDFName ? [one.decodeText()] : []))
}

/** What of the bytes is written as letters, read. */
function unlettered({ dict, contents }: PDFRawStream, filter: string): Uint8Array {
  const own = PDFDict.withContext(dict.context)
  own.set(PDFName.of('Filter'), PDFName.of(filter))
  return decodePDFRawStream(PDFRawStream.of(own, contents)).decode()
}

/** Null where it is packed in another way than those that are known here. */
async function sizeOf(stream: PDFStream, most: number): Promise<Size | null> {
  if (!(stream instanceof PDFRawStream)) return null
  const filters = filtersOf(stream)
  const [first = ''] = filters
  const bytes = asLetters.has(first) ? unlettered(stream, first) : stream.contents
  const [next, ...more] = asLetters.has(first) ? filters.slice(1) : filters
  if (next === undefined) return { bytes: bytes.length, says: saysMore(bytes) }
  return isFlate(next) && more.length === 0 ? inflated(bytes, most) : null
}

function contentsOf({ node }: PDFPage): PDFStream[] {
  const given = node.Contents()
  const all = given instanceof PDFArray ? given.asArray().map((one) => node.context.lookup(one)) : [given]
  return all.filter((one) => one instanceof PDFStream)
}

/** Pictures that lie on a page, and drawings that it has drawn for it. */
function objectsOf({ node }: PDFPage): PDFStream[] {
  const held = node.Resources()?.lookup(PDFName.of('XObject'))
  const all = held instanceof PDFDict ? held.values().map((one) => node.context.lookup(one)) : []
  return all.filter((one) => one instanceof PDFStream)
}

const kindOf = ({ dict }: PDFStream): string => {
  const kind = dict.lookup(PDFName.of('Subtype'))
  return kind instanceof PDFName ? kind.decodeText() : ''
}

function isSanePicture({ dict }: PDFStream): boolean {
  const [width, height] = ['Width', 'Height'].map((name) => dict.lookup(PDFName.of(name)))
  return width instanceof PDFNumber && height instanceof PDFNumber && isSane(width.asNumber(), height.asNumber())
}

/** Of the streams unpacked so far, each once however many pages share it. */
type Known = { readonly sizes: Map<PDFStream, Size | null>; bytes: number }

async function knownSize(stream: PDFStream, known: Known): Promise<Size | null> {
  const before = known.sizes.get(stream)
  if (before !== undefined) return before
  const size = await sizeOf(stream, mostOfPage)
  known.sizes.set(stream, size)
  known.bytes += size?.bytes ?? 0
  return size
}

async function mustBeSeen(page: PDFPage, at: number, known: Known): Promise<void> {
  const { node } = page
  if (!isPaper(node.MediaBox()) || !isPaper(node.CropBox() ?? node.MediaBox())) throw unseen(at, 'size')
  const contents = contentsOf(page)
  const objects = objectsOf(page)
  if (objects.some((one) => kindOf(one) === 'Image' && !isSanePicture(one))) throw unseen(at, 'heavy')
  let bytes = 0
  let says = (node.Annots()?.size() ?? 0) > 0
  for (const stream of [...contents, ...objects.filter((one) => kindOf(one) === 'Form')]) {
    const size = await knownSize(stream, known)
    if (size === null) throw unseen(at, 'packing')
    bytes += size.bytes
    says ||= size.says && contents.includes(stream)
    if (bytes > mostOfPage || known.bytes > mostOfAll) throw unseen(at, 'heavy')
  }
  if (!says) throw unseen(at, 'empty')
}

/** Throws `papers.scan_page`, and `papers.scan_broken` where a page cannot be read. */
export async function mustShow(document: PDFDocument): Promise<void> {
  const known: Known = { sizes: new Map(), bytes: 0 }
  try {
    for (const [at, page] of document.getPages().entries()) await mustBeSeen(page, at + 1, known)
  } catch (error) {
    throw error instanceof Problem ? error : broken()
  }
}
