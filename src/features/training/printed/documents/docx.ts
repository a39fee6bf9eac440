/** The same as a Word file, for the office to adjust before printing. */
import type { Paragraph, Table } from 'docx'
import { composed } from '#platform/server/documents/composed.ts'
import {
  annexSection,
  docxBytes,
  ending,
  innerWidth,
  letterhead,
  lyingWidth,
  section,
} from '#platform/server/documents/docx/letterhead.ts'
import { grid, para, rule, run } from '#platform/server/documents/docx/parts.ts'
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

const bold = { size: 14, bold: true }
const firstLine = { indent: { firstLine: 567 } }

export async function planDocx(given: PlanPrint, frame: PaperFrame): Promise<Uint8Array> {
  const print = composed(given)
  const { paper } = print
  return docxBytes({ title: `${paperTitle} ${subjectOf(paper)}`, author: paper.issuer.name }, [
    section(frame, [...textOf(paper), ending(paper, frame)], [footOf(print)]),
    ...annexesOf(paper).map((annex) => annexSection(frame, annex, annexOf(paper, annex))),
  ])
}

const textOf = (paper: PlanPaper): (Paragraph | Table)[] => {
  const pieces = [...openingOf(paper), ...piecesOf(paper)]
  return [
    letterhead({
      ...{ issuer: paper.issuer, number: numberSaid(paper) },
      placeAndDate: placeAndDate(paper.issuer.place, paper.day),
    }),
    para(run(paperTitle, bold), 'center', { spacing: { before: 200, after: 40 } }),
    para(run(subjectOf(paper), bold), 'center', { spacing: { after: 40 } }),
    rule(3400),
    ...pieces.map((piece, at) => pieceOf(piece, at + 1 === pieces.length)),
  ]
}

/** The last paragraph stays with the signature, a heading with its text. */
const pieceOf = ({ kind, text }: Piece, last: boolean): Paragraph =>
  kind === 'head'
    ? para(run(text, bold), 'left', { spacing: { before: 120, after: 80 }, keepNext: true })
    : para(run(text, { size: 14 }), 'both', { ...firstLine, keepNext: last, keepLines: last })

const annexOf = (paper: PlanPaper, annex: Annex): (Paragraph | Table)[] => [
  para(run(annex.name, bold), 'center', { spacing: { after: 40 } }),
  para(run(annex.title, bold), 'center', { spacing: { after: 40 } }),
  para(run(annexUnder(paper), { size: 13, italics: true }), 'center', { spacing: { after: 160 } }),
  grid(annex.columns, [...annex.rows, ...(annex.total ? [annex.total] : [])], annex.lying ? lyingWidth : innerWidth),
]
