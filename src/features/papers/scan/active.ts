/** What in a PDF runs, starts or carries something beside its pages. */
import { PDFArray, PDFDict, PDFName, type PDFObject, PDFStream } from '@cantoo/pdf-lib'

const entries = new Set(['JS', 'JavaScript', 'EF', 'EmbeddedFiles', 'RichMediaContent', 'XFA'])
const meanings = new Set(['JavaScript', 'Launch', 'ImportData', 'SubmitForm', 'EmbeddedFile', 'RichMedia'])
const namedBy = new Set(['S', 'Type', 'Subtype'])

const isActiveEntry = ([key, value]: readonly [PDFName, PDFObject]): boolean => {
  const name = key.decodeText()
  return entries.has(name) || (namedBy.has(name) && value instanceof PDFName && meanings.has(value.decodeText()))
}

/** Of one object with all that lies in it; what it refers to is another. */
export function isActive(object: PDFObject): boolean {
  const waiting: PDFObject[] = [object]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const held = next instanceof PDFStream ? next.dict : next
    if (held instanceof PDFArray) waiting.push(...held.asArray())
    if (!(held instanceof PDFDict)) continue
    const all = held.entries()
    if (all.some(isActiveEntry)) return true
    waiting.push(...all.map(([, value]) => value))
  }
  return false
}
