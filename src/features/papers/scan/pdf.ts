/** Whether a PDF is whole, has pages that can be seen, and does nothing by itself. */
import { EncryptedPDFError, ParseSpeeds, PDFDocument } from '@cantoo/pdf-lib'
import { papersProblem } from '../problems.ts'
import { isActive, pressed } from './active.ts'
import { broken } from './faults.ts'
import { mustUnpackSmall } from './packed.ts'
import { mustShow } from './pages.ts'

const blanks = new Set([0x00, 0x09, 0x0a, 0x0c, 0x0d, 0x20])

/** Begins as one, and ends with the place of its directory and the mark of its end, with blanks behind it at most. */
function mustBeFramed(bytes: Buffer): void {
  let end = bytes.length
  while (end > 0 && blanks.has(bytes[end - 1] as number)) end -= 1
  const last = /startxref\s+(\d{1,10})\s+%%EOF$/.exec(bytes.toString('latin1', Math.max(0, end - 64), end))
  const directory = Number(last?.[1] ?? 0)
  if (!/^%PDF-\d\.\d/.test(bytes.toString('latin1', 0, 8)) || directory < 8 || directory >= end) throw broken()
}

async function open(bytes: Buffer): Promise<PDFDocument> {
  const options = { throwOnInvalidObject: true, updateMetadata: false, parseSpeed: ParseSpeeds.Fastest }
  try {
    const document = await PDFDocument.load(bytes, options)
    if (document.getPages().length > 0) return document
  } catch (error) {
    if (error instanceof EncryptedPDFError) throw papersProblem('papers.scan_locked')
  }
  throw broken()
}

async function opened(bytes: Buffer, allowed?: ReadonlySet<string>): Promise<PDFDocument> {
  mustBeFramed(bytes)
  mustUnpackSmall(bytes)
  const document = await open(bytes)
  if (document.context.enumerateIndirectObjects().some(([, object]) => isActive(object, allowed)))
    throw papersProblem('papers.scan_active')
  return document
}

/** Throws `papers.scan_broken`, `papers.scan_locked`, `papers.scan_active`, `papers.scan_page`. */
export async function mustBePdf(bytes: Buffer): Promise<void> {
  await mustShow(await opened(bytes))
}

/** Of a document to be read, which may have addresses and empty pages. Throws as `mustBePdf` does, but for pages. */
export async function mustBeDocument(bytes: Buffer): Promise<void> {
  await opened(bytes, pressed)
}
