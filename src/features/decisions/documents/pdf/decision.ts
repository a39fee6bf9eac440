/** The recognition decision with its annexed lists. Drafts say DỰ THẢO across every page. */

import { drawable } from '#platform/server/documents/pdf/fonts.ts'
import { drawEnding, drawLetterhead, endingHeight } from '#platform/server/documents/pdf/letterhead.ts'
import { drawFootnote, drawRule } from '#platform/server/documents/pdf/marks.ts'
import { type Run, runsHeight, writeRuns } from '#platform/server/documents/pdf/runs.ts'
import { keep, newPage, openSheet, paragraph, type Sheet } from '#platform/server/documents/pdf/sheet.ts'
import { drawTable } from '#platform/server/documents/pdf/table.ts'
import { qrContent } from '#platform/server/documents/signed.ts'
import type { PaperFrame } from '#platform/server/documents/types.ts'
import { placeAndDate } from '#platform/server/documents/words.ts'
import {
  type AnnexSection,
  annexColumns,
  annexRow,
  annexSections,
  annexTotal,
  annexUnder,
  auditLine,
  correctionNotes,
  decisionFormNote,
  decisionGrounds,
  decisionNumber,
  decisionSubject,
  decisionTitle,
} from '../decision.ts'
import type { DecisionInput } from '../types.ts'

const body = { size: 14, indent: 28, gap: 1, after: 5 }

/** Throws where a final paper has no address or signature, or the font lacks a letter. */
export function decisionPdf(given: DecisionInput, frame: PaperFrame): PDFKit.PDFDocument {
  const input = drawable(given)
  const link = qrContent(frame, input.number, input.signed)
  const sheet = openSheet({ title: `${decisionTitle} ${input.subject}`, frame })
  newPage(sheet)
  drawFootnote(sheet, [decisionFormNote, ...(input.auditRoot ? [auditLine(input.auditRoot)] : [])].join('\n'))
  writeOpening(sheet, input)
  writeArticles(sheet, input, link)
  for (const section of annexSections(input)) writeAnnex(sheet, input, section)
  sheet.doc.end()
  return sheet.doc
}

function writeOpening(sheet: Sheet, input: DecisionInput): void {
  drawLetterhead(sheet, {
    issuer: input.issuer,
    number: decisionNumber(input),
    placeAndDate: placeAndDate(input.issuer.place, input.day),
  })
  const centred = { size: 14, face: 'bold', align: 'center' } as const
  paragraph(sheet, decisionTitle, { ...centred, after: 2 })
  paragraph(sheet, decisionSubject(input), { ...centred, after: 5 })
  drawRule(sheet, { x: sheet.left + sheet.width * 0.38, y: sheet.y, width: sheet.width * 0.24 })
  sheet.y += 12
  paragraph(sheet, input.authority.toUpperCase(), { ...centred, after: 8 })
  for (const ground of decisionGrounds(input))
    paragraph(sheet, ground, { ...body, face: 'italic', align: 'justify', after: 4 })
  sheet.y += 4
  paragraph(sheet, `${decisionTitle}:`, { ...centred, after: 8 })
}

/** The last article and the signature stay on one page. */
function writeArticles(sheet: Sheet, input: DecisionInput, link: string | null): void {
  const qr = link ? { link, caption: input.number ?? '' } : null
  const ending = { signer: input.signer, recipients: input.recipients, qr }
  const last = input.articles.length - 1
  input.articles.forEach((text, at) => {
    const runs: Run[] = [{ text: `Điều ${at + 1}. `, face: 'bold' }, { text }]
    if (at === last) keep(sheet, runsHeight(sheet, runs, body) + 20 + endingHeight(sheet, ending))
    writeRuns(sheet, runs, body)
  })
  sheet.y += 8
  drawEnding(sheet, ending)
}

function writeAnnex(sheet: Sheet, input: DecisionInput, section: AnnexSection): void {
  newPage(sheet)
  paragraph(sheet, section.title, { size: 14, face: 'bold', align: 'center', after: 2 })
  paragraph(sheet, annexUnder(input), { size: 13, face: 'italic', align: 'center', after: 8 })
  drawTable(sheet, {
    widths: annexColumns.map((column) => column.width),
    aligns: annexColumns.map((column) => column.align),
    head: annexColumns.map((column, at) => ({ text: column.title, row: 0, column: at })),
    rows: section.households.map((household, at) => ({ cells: annexRow(household, at) })),
    size: 12,
    reserve: 24,
  })
  sheet.y += 6
  paragraph(sheet, annexTotal(section), { size: 13, face: 'bold' })
  for (const note of correctionNotes(section.households)) paragraph(sheet, note, { size: 11, face: 'italic', after: 2 })
}
