/** What in a PDF runs, starts, points out of it or carries something beside its pages. */
import { PDFArray, PDFDict, PDFName, type PDFObject, PDFRef, PDFStream } from '@cantoo/pdf-lib'

const words = (all: string): ReadonlySet<string> => new Set(all.split(' '))

const entries = words('JS JavaScript AA URI FS OPI EF EmbeddedFiles RichMediaContent XFA')
/** Of a stream: its data, or what it shows, lies in another file. */
const streamEntries = words('F Ref')
/** All that ISO 32000 knows but one: to go to a page of the same document. */
const actions = words(
  'GoToR GoToE GoToDp GoTo3DView Launch Thread URI Sound Movie Hide Named SubmitForm ResetForm ImportData JavaScript SetOCGState Rendition Trans RichMediaExecute',
)
const objects = words('EmbeddedFile RichMedia Filespec FileAttachment Sound Movie Screen Rendition 3D')
const namedBy: Readonly<Record<string, ReadonlySet<string>>> = { S: actions, Type: objects, Subtype: objects }

/** What a document to be read may hold and a signed page not: addresses that a reader presses, and turning its pages. */
export const pressed = words('URI Named')
const nothing: ReadonlySet<string> = new Set()

/** A name that stands elsewhere is written by nobody who has nothing to hide. */
const isActiveEntry = ([key, value]: readonly [PDFName, PDFObject], allowed: ReadonlySet<string>): boolean => {
  const name = key.decodeText()
  const meant = namedBy[name]
  if (!meant) return entries.has(name) && !allowed.has(name)
  if (value instanceof PDFRef) return true
  return value instanceof PDFName && meant.has(value.decodeText()) && !allowed.has(value.decodeText())
}

/** Of one object with all that lies in it; what it refers to is another. */
export function isActive(object: PDFObject, allowed = nothing): boolean {
  const waiting: PDFObject[] = [object]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const held = next instanceof PDFStream ? next.dict : next
    if (next instanceof PDFStream && next.dict.keys().some((key) => streamEntries.has(key.decodeText()))) return true
    if (held instanceof PDFArray) waiting.push(...held.asArray())
    if (!(held instanceof PDFDict)) continue
    const all = held.entries()
    if (all.some((entry) => isActiveEntry(entry, allowed))) return true
    waiting.push(...all.map(([, value]) => value))
  }
  return false
}
