/** The decision by which the names and data of one household are put right: what was said, what is said. */

import { drawable } from '#platform/server/documents/pdf/fonts.ts'
import { drawFootnote } from '#platform/server/documents/pdf/marks.ts'
import { finish, newPage, openSheet, type Sheet } from '#platform/server/documents/pdf/sheet.ts'
import { drawTable } from '#platform/server/documents/pdf/table.ts'
import { qrContent } from '#platform/server/documents/signed.ts'
import type { PaperFrame } from '#platform/server/documents/types.ts'
import { correctionColumns, correctionFormNote, correctionRows, decisionTitle } from '../decision.ts'
import type { CorrectionInput } from '../types.ts'
import { writeFirst, writeOpening, writeRest } from './articles.ts'

/** The head of the table and its first line. */
const tableBegins = 70

/** Throws where a final paper has no address or signature, or the font lacks a letter. */
export function correctionPdf(given: CorrectionInput, frame: PaperFrame): PDFKit.PDFDocument {
  const input = drawable(given)
  const link = qrContent(frame, input.number, input.signed)
  const cells = input.differences.length * correctionColumns.length
  const sheet = openSheet({ title: `${decisionTitle} ${input.subject}`, frame, cells })
  newPage(sheet)
  drawFootnote(sheet, correctionFormNote)
  writeOpening(sheet, input)
  writeFirst(sheet, input.opening, tableBegins)
  writeTable(sheet, input)
  writeRest(sheet, input, { articles: input.articles, from: 2, link })
  return finish(sheet)
}

function writeTable(sheet: Sheet, input: CorrectionInput): void {
  drawTable(sheet, {
    widths: correctionColumns.map((column) => column.width),
    aligns: correctionColumns.map((column) => column.align),
    head: correctionColumns.map((column, at) => ({ text: column.title, row: 0, column: at })),
    rows: correctionRows(input).map((cells) => ({ cells })),
    size: 12,
  })
  sheet.y += 8
}
