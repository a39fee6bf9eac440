/** Letters that call people to a class, a page a unit. */
import { drawable } from '#platform/server/documents/pdf/fonts.ts'
import { drawLetterhead } from '#platform/server/documents/pdf/letterhead.ts'
import { drawFootnote } from '#platform/server/documents/pdf/marks.ts'
import { paragraph, writeRuns } from '#platform/server/documents/pdf/runs.ts'
import { block, finish, keep, line, newPage, openSheet, type Sheet } from '#platform/server/documents/pdf/sheet.ts'
import type { PaperFrame } from '#platform/server/documents/types.ts'
import { placeAndDate } from '#platform/server/documents/words.ts'
import { aboutOf, type CallingPaper, formNote, heading, type Letter, piecesOf, recipients, signing } from './texts.ts'

const body = { size: 13, align: 'justify', indent: 28, gap: 1, after: 4 } as const
const centred = { size: 14, face: 'bold', align: 'center' } as const
const signRoom = 90

export function callingPdf(given: CallingPaper, frame: PaperFrame): PDFKit.PDFDocument {
  const input = drawable(given)
  const sheet = openSheet({ title: `${heading} ${input.title}`, frame, cells: 0 })
  for (const letter of input.letters) writeLetter(sheet, input, letter)
  return finish(sheet)
}

function writeLetter(sheet: Sheet, input: CallingPaper, letter: Letter): void {
  const { issuer, on } = input
  newPage(sheet, 'next')
  drawFootnote(sheet, formNote)
  drawLetterhead(sheet, { issuer, number: 'Số: ........', placeAndDate: placeAndDate(issuer.place, on) })
  paragraph(sheet, heading, { ...centred, tag: 'H1', after: 2 })
  paragraph(sheet, aboutOf(input), { ...centred, tag: 'H2', after: 10 })
  const pieces = piecesOf(input, letter)
  pieces.forEach(({ head, text }, at) => {
    const runs = head ? [{ text: head, face: 'bold' as const }, ...(text ? [{ text }] : [])] : [{ text }]
    writeRuns(sheet, runs, at + 1 < pieces.length ? body : { ...body, under: signRoom + 40 })
  })
  drawSigners(sheet)
}

function drawSigners(sheet: Sheet): void {
  keep(sheet, signRoom + 30)
  sheet.y += 10
  const half = sheet.width / 2
  const place = { x: sheet.left, width: half - 10 }
  let y = sheet.y + block(sheet, 'Nơi nhận:', { ...place, y: sheet.y, size: 12, face: 'boldItalic' }) + 2
  for (const text of recipients) y += block(sheet, `- ${text}`, { ...place, y, size: 11 })
  const right = { x: sheet.left + half, width: half }
  line(sheet, signing.title, { ...right, y: sheet.y, size: 13, face: 'bold' })
  line(sheet, signing.note, { ...right, y: sheet.y + 17, size: 12, face: 'italic' })
  sheet.y += signRoom + 20
}
