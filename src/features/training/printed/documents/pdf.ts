/** The paper of a plan with its annexes. Drafts say DỰ THẢO across every page. */
import { drawable } from '#platform/server/documents/pdf/fonts.ts'
import { drawEnding, drawLetterhead, endingHeight } from '#platform/server/documents/pdf/letterhead.ts'
import { drawFootnote, drawRule } from '#platform/server/documents/pdf/marks.ts'
import { paragraph } from '#platform/server/documents/pdf/runs.ts'
import { beginPart, finish, newPage, openSheet, type Sheet } from '#platform/server/documents/pdf/sheet.ts'
import { drawTable } from '#platform/server/documents/pdf/table.ts'
import { qrContent } from '#platform/server/documents/signed.ts'
import type { PaperFrame } from '#platform/server/documents/types.ts'
import { placeAndDate } from '#platform/server/documents/words.ts'
import {
  type Annex,
  annexesOf,
  annexUnder,
  footOf,
  numberSaid,
  openingOf,
  type Piece,
  type PlanPaper,
  type PlanPrint,
  paperTitle,
  piecesOf,
  subjectOf,
} from './texts.ts'

const body = { size: 14, align: 'justify', indent: 28, gap: 1, after: 5 } as const
const head = { size: 14, face: 'bold', after: 4 } as const
const centred = { size: 14, face: 'bold', align: 'center' } as const
/** Between the last paragraph and what is signed under it. */
const distance = 10

export function planPdf(given: PlanPrint, frame: PaperFrame): PDFKit.PDFDocument {
  const print = drawable(given)
  const { paper, signed } = print
  const link = signed === null ? null : qrContent(frame, paper.number, signed)
  const annexes = annexesOf(paper)
  const cells = annexes.reduce((sum, { rows, columns }) => sum + rows.length * columns.length, 0)
  const sheet = openSheet({ title: `${paperTitle} ${subjectOf(paper)}`, frame, cells, hasParts: true })
  newPage(sheet)
  drawFootnote(sheet, footOf(print))
  drawLetterhead(sheet, {
    ...{ issuer: paper.issuer, number: numberSaid(paper) },
    placeAndDate: placeAndDate(paper.issuer.place, paper.day),
  })
  paragraph(sheet, paperTitle, { ...centred, tag: 'H1', after: 2 })
  paragraph(sheet, subjectOf(paper), { ...centred, tag: 'H2', after: 5 })
  drawRule(sheet, { x: sheet.left + sheet.width * 0.38, y: sheet.y, width: sheet.width * 0.24 })
  sheet.y += 12
  writeBody(sheet, paper, link)
  for (const annex of annexes) writeAnnex(sheet, paper, annex)
  return finish(sheet)
}

function writeBody(sheet: Sheet, paper: PlanPaper, link: string | null): void {
  const qr = link ? { link, caption: paper.number ?? '' } : null
  const ending = { signer: paper.signer, recipients: paper.recipients, qr }
  const under = body.after + distance + endingHeight(sheet, ending)
  const pieces = [...openingOf(paper), ...piecesOf(paper)]
  pieces.forEach((piece, at) => {
    writePiece(sheet, piece, at + 1 === pieces.length ? under : 0)
  })
  sheet.y += distance
  drawEnding(sheet, ending)
}

function writePiece(sheet: Sheet, { kind, text }: Piece, under: number): void {
  // A heading never stands alone at the foot of a page.
  if (kind === 'head') paragraph(sheet, text, { ...head, tag: 'H2', ...{ under: 40 } })
  else paragraph(sheet, text, { ...body, ...{ under } })
}

function writeAnnex(sheet: Sheet, paper: PlanPaper, annex: Annex): void {
  beginPart(sheet, annex.name, annex.lying)
  paragraph(sheet, annex.name, { ...centred, tag: 'H1', after: 2 })
  paragraph(sheet, annex.title, { ...centred, tag: 'H2', after: 2 })
  paragraph(sheet, annexUnder(paper), { size: 13, face: 'italic', align: 'center', after: 8 })
  drawTable(sheet, {
    widths: annex.columns.map((column) => column.width),
    aligns: annex.columns.map((column) => column.align),
    head: annex.columns.map((column, at) => ({ text: column.title, row: 0, column: at })),
    rows: [...annex.rows.map((cells) => ({ cells })), ...(annex.total ? [{ cells: annex.total, bold: true }] : [])],
    size: 11,
  })
}
