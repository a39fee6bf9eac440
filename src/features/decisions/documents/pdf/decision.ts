/** The recognition decision with its annexed lists. Drafts say DỰ THẢO across every page. */

import { drawable } from '#platform/server/documents/pdf/fonts.ts'
import { drawFootnote } from '#platform/server/documents/pdf/marks.ts'
import { paragraph } from '#platform/server/documents/pdf/runs.ts'
import { beginPart, finish, newPage, openSheet, type Sheet } from '#platform/server/documents/pdf/sheet.ts'
import { drawTable } from '#platform/server/documents/pdf/table.ts'
import { qrContent } from '#platform/server/documents/signed.ts'
import type { PaperFrame } from '#platform/server/documents/types.ts'
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
  decisionTitle,
} from '../decision.ts'
import type { DecisionInput } from '../types.ts'
import { writeFirst, writeOpening, writeRest } from './articles.ts'

/** Throws where a final paper has no address or signature, or the font lacks a letter. */
export function decisionPdf(given: DecisionInput, frame: PaperFrame): PDFKit.PDFDocument {
  const input = drawable(given)
  const link = qrContent(frame, input.number, input.signed)
  const title = `${decisionTitle} ${input.subject}`
  const cells = input.households.length * annexColumns.length
  const sheet = openSheet({ title, frame, cells, hasParts: true })
  newPage(sheet)
  drawFootnote(sheet, [decisionFormNote, ...(input.auditRoot ? [auditLine(input.auditRoot)] : [])].join('\n'))
  writeOpening(sheet, input)
  const [first = '', ...articles] = input.articles
  writeFirst(sheet, first)
  writeRest(sheet, input, { articles, from: 2, link })
  for (const section of annexSections(input)) writeAnnex(sheet, input, section)
  return finish(sheet)
}

function writeAnnex(sheet: Sheet, input: DecisionInput, section: AnnexSection): void {
  beginPart(sheet, section.name)
  paragraph(sheet, section.name, { tag: 'H1', size: 14, face: 'bold', align: 'center', after: 2 })
  paragraph(sheet, section.title, { tag: 'H2', size: 14, face: 'bold', align: 'center', after: 2 })
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
