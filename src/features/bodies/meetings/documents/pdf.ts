/** An invitation, or minutes in two copies, as paper. */
import { drawable } from '#platform/server/documents/pdf/fonts.ts'
import { drawLetterhead } from '#platform/server/documents/pdf/letterhead.ts'
import { drawFootnote } from '#platform/server/documents/pdf/marks.ts'
import { paragraph, writeRuns } from '#platform/server/documents/pdf/runs.ts'
import { block, finish, keep, line, newPage, openSheet, type Sheet } from '#platform/server/documents/pdf/sheet.ts'
import type { PaperFrame } from '#platform/server/documents/types.ts'
import { placeAndDate } from '#platform/server/documents/words.ts'
import { copiesOf, dayOf, formNote, type MeetingPaper, piecesOf, recipientsOf, signersOf, titleOf } from './texts.ts'

const body = { size: 13, align: 'justify', indent: 28, gap: 1, after: 4 } as const
const centred = { size: 14, face: 'bold', align: 'center' } as const
const signRoom = 90

export function meetingPdf(given: MeetingPaper, frame: PaperFrame): PDFKit.PDFDocument {
  const input = drawable(given)
  const sheet = openSheet({ title: `${titleOf(input)} ${input.body}`, frame, cells: 0 })
  for (let copy = 1; copy <= copiesOf(input); copy++) writeCopy(sheet, input, copy)
  return finish(sheet)
}

function writeCopy(sheet: Sheet, input: MeetingPaper, copy: number): void {
  newPage(sheet, 'next')
  drawFootnote(sheet, formNote(input.kind))
  const number = copiesOf(input) > 1 ? `Bản ${copy}/${copiesOf(input)}` : 'Số: ........'
  drawLetterhead(sheet, { issuer: input.issuer, number, placeAndDate: placeAndDate(input.issuer.place, dayOf(input)) })
  paragraph(sheet, titleOf(input), { ...centred, tag: 'H1', after: 2 })
  paragraph(sheet, `Họp ${input.body}`, { ...centred, tag: 'H2', after: 10 })
  const pieces = piecesOf(input)
  pieces.forEach(({ head, text }, at) => {
    const runs = head ? [{ text: head, face: 'bold' as const }, ...(text ? [{ text }] : [])] : [{ text }]
    writeRuns(sheet, runs, at + 1 < pieces.length ? body : { ...body, under: signRoom + 40 })
  })
  drawSigners(sheet, input)
}

function drawRecipients(sheet: Sheet, recipients: readonly string[], width: number): void {
  if (recipients.length === 0) return
  const place = { x: sheet.left, width: width - 10 }
  let y = sheet.y + block(sheet, 'Nơi nhận:', { ...place, y: sheet.y, size: 12, face: 'boldItalic' }) + 2
  for (const text of recipients) y += block(sheet, `- ${text}`, { ...place, y, size: 11 })
}

function drawSigners(sheet: Sheet, input: MeetingPaper): void {
  keep(sheet, signRoom + 30)
  sheet.y += 10
  const half = sheet.width / 2
  drawRecipients(sheet, recipientsOf(input), half)
  signersOf(input).forEach((one, at) => {
    if (!one) return
    const place = { x: sheet.left + at * half, width: half }
    line(sheet, one.title, { ...place, y: sheet.y, size: 13, face: 'bold' })
    if (one.note) line(sheet, one.note, { ...place, y: sheet.y + 17, size: 12, face: 'italic' })
    if (one.name) line(sheet, one.name, { ...place, y: sheet.y + signRoom, size: 13, face: 'bold' })
  })
  sheet.y += signRoom + 20
}
