/** The decision by which the names and data of one household are put right: what was said, what is said. */

import { drawable } from '#platform/server/documents/pdf/fonts.ts'
import { drawEnding, drawLetterhead, endingHeight } from '#platform/server/documents/pdf/letterhead.ts'
import { drawFootnote, drawRule } from '#platform/server/documents/pdf/marks.ts'
import { type Run, runsHeight, writeRuns } from '#platform/server/documents/pdf/runs.ts'
import { keep, newPage, openSheet, paragraph, type Sheet } from '#platform/server/documents/pdf/sheet.ts'
import { drawTable } from '#platform/server/documents/pdf/table.ts'
import { qrContent } from '#platform/server/documents/signed.ts'
import type { PaperFrame } from '#platform/server/documents/types.ts'
import { placeAndDate } from '#platform/server/documents/words.ts'
import { correctionFormNote, decisionGrounds, decisionNumber, decisionSubject, decisionTitle } from '../decision.ts'
import type { CorrectionInput } from '../types.ts'

const body = { size: 14, indent: 28, gap: 1, after: 5 }
const centred = { size: 14, face: 'bold', align: 'center' } as const

/** Throws where a final paper has no address or signature, or the font lacks a letter. */
export function correctionPdf(given: CorrectionInput, frame: PaperFrame): PDFKit.PDFDocument {
  const input = drawable(given)
  const link = qrContent(frame, input.number, input.signed)
  const sheet = openSheet({ title: `${decisionTitle} ${input.subject}`, frame })
  newPage(sheet)
  drawFootnote(sheet, correctionFormNote)
  writeOpening(sheet, input)
  writeTable(sheet, input)
  writeArticles(sheet, input, link)
  sheet.doc.end()
  return sheet.doc
}

function writeOpening(sheet: Sheet, input: CorrectionInput): void {
  drawLetterhead(sheet, {
    issuer: input.issuer,
    number: decisionNumber(input),
    placeAndDate: placeAndDate(input.issuer.place, input.day),
  })
  paragraph(sheet, decisionTitle, { ...centred, after: 2 })
  paragraph(sheet, decisionSubject(input), { ...centred, after: 5 })
  drawRule(sheet, { x: sheet.left + sheet.width * 0.38, y: sheet.y, width: sheet.width * 0.24 })
  sheet.y += 12
  paragraph(sheet, input.authority.toUpperCase(), { ...centred, after: 8 })
  for (const ground of decisionGrounds(input))
    paragraph(sheet, ground, { ...body, face: 'italic', align: 'justify', after: 4 })
  sheet.y += 4
  const first: Run[] = [{ text: 'Điều 1. ', face: 'bold' }, { text: input.opening }]
  // The word stands over its first article and the head of its table, never alone at the foot of a page.
  keep(sheet, 24 + runsHeight(sheet, first, body) + 70)
  paragraph(sheet, `${decisionTitle}:`, { ...centred, after: 8 })
  writeRuns(sheet, first, body)
}

const titles = ['Nội dung', 'Đã ghi', 'Đính chính thành']

function writeTable(sheet: Sheet, { differences }: CorrectionInput): void {
  drawTable(sheet, {
    widths: [22, 39, 39],
    aligns: ['left', 'left', 'left'],
    head: titles.map((text, column) => ({ text, row: 0, column })),
    rows: differences.map(({ what, was, is }) => ({ cells: [what, was || '(không ghi)', is || '(bỏ)'] })),
    size: 12,
  })
  sheet.y += 8
}

/** The last article and the signature stay on one page. */
function writeArticles(sheet: Sheet, input: CorrectionInput, link: string | null): void {
  const qr = link ? { link, caption: input.number ?? '' } : null
  const ending = { signer: input.signer, recipients: input.recipients, qr }
  const last = input.articles.length - 1
  input.articles.forEach((text, at) => {
    const runs: Run[] = [{ text: `Điều ${at + 2}. `, face: 'bold' }, { text }]
    if (at === last) keep(sheet, runsHeight(sheet, runs, body) + 20 + endingHeight(sheet, ending))
    writeRuns(sheet, runs, body)
  })
  sheet.y += 8
  drawEnding(sheet, ending)
}
