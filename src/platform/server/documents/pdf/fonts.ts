/** The four faces of Tinos (Times metrics), whole, and the check that a paper loses no letter. */
import { createRequire } from 'node:module'
import PDFDocument from 'pdfkit'
import { nfc } from '#kernel/text.ts'
import { withoutJoiners } from '#kernel/unbroken.ts'
import { composed } from '../composed.ts'
import { paperProblem } from '../problems.ts'

export type Face = 'regular' | 'bold' | 'italic' | 'boldItalic'

const { resolve } = createRequire(import.meta.url)
const at = (face: string): string => resolve(`@expo-google-fonts/tinos/${face}/Tinos_${face}.ttf`)
const files: Record<Face, string> = {
  regular: at('400Regular'),
  bold: at('700Bold'),
  italic: at('400Regular_Italic'),
  boldItalic: at('700Bold_Italic'),
}

export function registerFaces(doc: PDFKit.PDFDocument): void {
  for (const [face, file] of Object.entries(files)) doc.registerFont(face, file)
  drawWithoutJoiners(doc)
}

/** Where a line goes into the page (left out of pdfkit's types). */
type Drawing = { _fragment: (text: string, x: number, y: number, options: object) => void }

/** Joiners tell pdfkit where no line may end; the faces have no letter for them, and none is drawn or measured. */
function drawWithoutJoiners(doc: PDFKit.PDFDocument): void {
  const drawing = doc as unknown as Drawing
  const { _fragment } = drawing
  const { widthOfString } = doc
  drawing._fragment = (text, x, y, options) => _fragment.call(doc, withoutJoiners(text), x, y, options)
  doc.widthOfString = (text, options) => widthOfString.call(doc, withoutJoiners(text), options)
}

/** pdfkit's own handle on the opened font (its types leave it out). */
type Opened = { _font: { font: { hasGlyphForCodePoint(code: number): boolean } } }

const lacking = new Map<number, boolean>()
let probe: Opened['_font']['font'][] | null = null

function openAll(): Opened['_font']['font'][] {
  const doc = new PDFDocument({ autoFirstPage: false })
  registerFaces(doc)
  return (Object.keys(files) as Face[]).map((face) => (doc.font(face) as unknown as Opened)._font.font)
}

function lacks(code: number): boolean {
  const known = lacking.get(code)
  if (known !== undefined) return known
  probe ??= openAll()
  const missing = probe.some((font) => !font.hasGlyphForCodePoint(code))
  lacking.set(code, missing)
  return missing
}

/** Letters of the text (in NFC) that one of the faces cannot draw. Line breaks are layout, not letters. */
export const missingLetters = (text: string): string[] => [
  ...new Set([...nfc(text)].filter((letter) => letter !== '\n' && lacks(letter.codePointAt(0) ?? 0))),
]

/** The input in NFC; throws `paper.letter_missing` where the faces cannot draw one of its texts, before anything is. */
export function drawable<T>(given: T): T {
  const input = composed(given)
  mustDraw(input)
  return input
}

function mustDraw(input: unknown): void {
  if (typeof input === 'string') {
    const letters = missingLetters(input)
    if (letters.length > 0) throw paperProblem('paper.letter_missing', { letters: letters.join(' '), text: input })
  } else if (Array.isArray(input)) for (const item of input) mustDraw(item)
  else if (typeof input === 'object' && input !== null) for (const item of Object.values(input)) mustDraw(item)
}

/** The same with a question mark for each letter that cannot be drawn. */
export function withoutMissing<T>(given: T): T {
  if (typeof given === 'string')
    return [...nfc(given)].map((letter) => (missingLetters(letter).length > 0 ? '?' : letter)).join('') as T
  if (Array.isArray(given)) return given.map(withoutMissing) as T
  if (typeof given !== 'object' || given === null) return given
  return Object.fromEntries(Object.entries(given).map(([key, value]) => [key, withoutMissing(value)])) as T
}
