/**
 * A sheet of paper being written from top to bottom: margins, marks on every page, page numbers, and the one place
 * where text reaches pdfkit (so that all of it is NFC). Lengths are points, 1 mm = 2.835 pt.
 */
import PDFDocument from 'pdfkit'
import { nfc } from '#kernel/text.ts'
import { unbroken, withoutJoiners } from '#kernel/unbroken.ts'
import type { PaperFrame } from '../types.ts'
import { demoMark, draftMark } from '../words.ts'
import { type Face, registerFaces } from './fonts.ts'
import { type Tags, tagsOf, untagged } from './tags.ts'

export const mm = (millimetres: number): number => (millimetres * 72) / 25.4

export type Sheet = {
  readonly doc: PDFKit.PDFDocument
  /** Of the pages being written; an annex may lie. */
  landscape: boolean
  left: number
  right: number
  top: number
  bottom: number
  width: number
  /** Where the next line goes. */
  y: number
  /** Page of the paper being written, from 1; a document of many papers starts again at 1 for each. */
  page: number
  /** Pages begun in the whole document. */
  pages: number
  /** Of an annex: its pages are numbered within it, once it is known how many they are. */
  readonly parts: { readonly name: string; readonly pages: number[] }[]
  readonly frame: PaperFrame
  readonly tags: Tags
}

export type TextStyle = {
  readonly face?: Face
  readonly size: number
  readonly align?: 'left' | 'center' | 'right' | 'justify'
  readonly indent?: number
  readonly gap?: number
  /** What it is to who hears it; a paragraph where it says nothing. */
  readonly tag?: 'H1' | 'H2' | 'P' | 'TH' | 'TD'
  /** What is read in its place. */
  readonly actual?: string
}

type SheetOptions = {
  readonly title: string
  readonly landscape?: boolean
  readonly frame: PaperFrame
  /** How many cells its tables have: a long one is printed rather than heard, and would grow severalfold by its tags. */
  readonly cells: number
  /** Its annexes say how many pages each has. */
  readonly hasParts?: boolean
}

/** The papers of a household, and those of a small commune. */
const mostCellsTagged = 3000

/** Margins as NĐ 30/2020, Phụ lục I (recalled): top and bottom 20-25, left 30-35, right 15-20 mm. */
const margins = { portrait: [20, 20, 20, 30], landscape: [20, 15, 15, 15] } as const

export function openSheet({ title, landscape = false, frame, cells, hasParts = false }: SheetOptions): Sheet {
  const tagged = cells <= mostCellsTagged
  const doc = new PDFDocument({
    size: 'A4',
    layout: landscape ? 'landscape' : 'portrait',
    margin: 0, // the sheet breaks its own pages
    autoFirstPage: false,
    bufferPages: hasParts,
    pdfVersion: '1.7',
    tagged,
    lang: 'vi-VN',
    displayTitle: true,
    info: { Title: nfc(title), Creator: 'Nâng Bước', Producer: 'Nâng Bước' },
  })
  registerFaces(doc)
  return {
    ...{ doc, landscape, ...innerOf(landscape), y: 0 },
    ...{ page: 0, pages: 0, parts: [], frame, tags: tagged ? tagsOf(doc) : untagged },
  }
}

/** Where a page is written on. */
function innerOf(landscape: boolean): Pick<Sheet, 'left' | 'right' | 'top' | 'bottom' | 'width'> {
  const [top, right, bottom, left] = margins[landscape ? 'landscape' : 'portrait'].map(mm) as [
    number,
    number,
    number,
    number,
  ]
  const [width, height] = landscape ? [841.89, 595.28] : [595.28, 841.89]
  return { left, right: width - right, top, bottom: height - bottom, width: width - left - right }
}

/** A new page of the same paper, or the first of the next paper. */
export function newPage(sheet: Sheet, of: 'same' | 'next' = 'same'): void {
  sheet.doc.addPage({ size: 'A4', layout: sheet.landscape ? 'landscape' : 'portrait', margin: 0 })
  sheet.page = of === 'next' ? 1 : sheet.page + 1
  sheet.y = sheet.top
  const part = sheet.parts.at(-1)
  sheet.tags.adornment(() => {
    drawMarks(sheet)
    // Number from the second page on, in the middle of the top margin (NĐ 30/2020, Phụ lục I, recalled).
    if (!part && sheet.page > 1) drawNumber(sheet, String(sheet.page))
  })
  part?.pages.push(sheet.pages)
  sheet.pages += 1
}

function drawMarks(sheet: Sheet): void {
  const across = sheet.frame.state === 'draft' ? draftMark : sheet.frame.across
  if (across) drawAcross(sheet, across)
  if (sheet.frame.demo) drawDemoMark(sheet)
  const { foot } = sheet.frame
  // Below the notes of a form, which take two lines.
  if (foot) put(sheet, foot, { x: sheet.left, y: sheet.bottom + mm(10), width: sheet.width, size: 8, face: 'italic' })
}

const drawNumber = (sheet: Sheet, text: string): void =>
  line(sheet, text, { x: 0, y: sheet.top - 26, width: sheet.doc.page.width, size: 13 })

/** An annex begins on a page of its own, upright or lying; `name`: `Phụ lục I`. The sheet was opened with `hasParts`. */
export function beginPart(sheet: Sheet, name: string, landscape = false): void {
  Object.assign(sheet, { landscape, ...innerOf(landscape) })
  sheet.parts.push({ name, pages: [] })
  newPage(sheet)
}

/** The finished document: every page of an annex says which of how many it is. */
export function finish(sheet: Sheet): PDFKit.PDFDocument {
  for (const { name, pages } of sheet.parts)
    pages.forEach((page, at) => {
      sheet.doc.switchToPage(page)
      // Of this page, which may lie while the last one stands upright.
      sheet.top = innerOf(sheet.doc.page.width > sheet.doc.page.height).top
      sheet.tags.adornment(() => drawNumber(sheet, `${name} - trang ${at + 1}/${pages.length}`))
    })
  sheet.doc.end()
  return sheet.doc
}

/** Starts a new page unless this much still fits. */
export function keep(sheet: Sheet, height: number): void {
  if (sheet.page === 0 || sheet.y + height > sheet.bottom) newPage(sheet)
}

const options = (style: TextStyle, width: number) => ({
  width,
  align: style.align ?? ('left' as const),
  indent: style.indent ?? 0,
  lineGap: style.gap ?? 0,
})

/** A text as it is laid out: in one Unicode form, the numbers of papers on one line. */
export const toLay = (text: string): string => unbroken(nfc(text))

export function heightOf(sheet: Sheet, text: string, style: TextStyle, width = sheet.width): number {
  sheet.doc.font(style.face ?? 'regular').fontSize(style.size)
  return sheet.doc.heightOfString(toLay(text), options(style, width))
}

type TextPlace = TextStyle & { readonly x: number; readonly y: number; readonly width: number }

/** Writes a text at a place, without moving the sheet. */
export function put(sheet: Sheet, text: string, place: TextPlace): void {
  sheet.doc.font(place.face ?? 'regular').fontSize(place.size)
  const write = () => void sheet.doc.text(toLay(text), place.x, place.y, options(place, place.width))
  const draw = place.align === 'justify' || text.includes('\n') ? () => asRead(sheet, text, write) : write
  sheet.tags.piece(place.tag ?? 'P', draw, place.actual === undefined ? {} : { actual: place.actual })
}

/** The same, and gives its height. */
export function block(sheet: Sheet, text: string, place: TextPlace): number {
  put(sheet, text, place)
  return heightOf(sheet, text, place, place.width)
}

/** What is drawn word by word is read, and copied, with the spaces between its words. */
export function asRead({ doc }: Sheet, text: string, draw: () => void): void {
  doc.markContent('Span', { actual: withoutJoiners(nfc(text.replaceAll('\n', ' '))) })
  draw()
  doc.endMarkedContent()
}

/** One centred line at a place. */
export function line(
  sheet: Sheet,
  text: string,
  place: {
    readonly x: number
    readonly y: number
    readonly width: number
    readonly size: number
    readonly face?: Face
  },
): void {
  put(sheet, text, { ...place, align: 'center' })
}

function drawDemoMark(sheet: Sheet): void {
  const { doc } = sheet
  const width = doc.page.width
  doc.save().rect(0, 0, width, 18).fill('#F3E3C2').fillColor('#5A3A00')
  line(sheet, [demoMark, demoMark, demoMark].join('          '), { x: 0, y: 4, width, size: 9, face: 'bold' })
  doc.restore().fillColor('black')
}

/** On one line from side to side; what is said of a final paper stands above its QR. */
function drawAcross(sheet: Sheet, text: string): void {
  const { doc } = sheet
  const { width, height } = doc.page
  const [middle, most] = text === draftMark ? [height / 2, 110] : [height * 0.35, 60]
  // As large as one line across the page lets it be.
  const size = Math.min(most, (most * width * 0.95) / doc.font('bold').fontSize(most).widthOfString(text))
  doc
    .save()
    .fillColor('#E4E4E4')
    .rotate(-35, { origin: [width / 2, middle] })
  line(sheet, text, { x: 0, y: middle - size / 2, width, size, face: 'bold' })
  doc.restore().fillColor('black')
}
