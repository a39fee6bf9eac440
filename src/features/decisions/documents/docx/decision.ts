/** The recognition decision as a Word file, for the office to adjust its wording before printing. */
import type { Paragraph, Table } from 'docx'
import { composed } from '#platform/server/documents/composed.ts'
import { annexSection, docxBytes, innerWidth, section } from '#platform/server/documents/docx/letterhead.ts'
import { grid, para, run } from '#platform/server/documents/docx/parts.ts'
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
import { article, opening, rest } from './articles.ts'

export async function decisionDocx(given: DecisionInput, frame: PaperFrame): Promise<Uint8Array> {
  const input = composed(given)
  const [first = '', ...articles] = input.articles
  const text = [...opening(input), article(first, 1), ...rest(input, { articles, from: 2 }, frame)]
  return docxBytes({ title: `${decisionTitle} ${input.subject}`, author: input.issuer.name }, [
    section(frame, text, foot(input)),
    ...annexSections(input).map((list) => annexSection(frame, { name: list.name }, annex(input, list))),
  ])
}

const foot = (input: DecisionInput): string[] => [
  decisionFormNote,
  ...(input.auditRoot ? [auditLine(input.auditRoot)] : []),
]

const annex = (input: DecisionInput, list: AnnexSection): (Paragraph | Table)[] => [
  para(run(list.name, { size: 14, bold: true }), 'center', { spacing: { after: 40 } }),
  para(run(list.title, { size: 14, bold: true }), 'center', { spacing: { after: 40 } }),
  para(run(annexUnder(input), { size: 13, italics: true }), 'center', { spacing: { after: 160 } }),
  grid(annexColumns, list.households.map(annexRow), innerWidth),
  para(run(annexTotal(list), { size: 13, bold: true }), 'left', { spacing: { before: 120 } }),
  ...correctionNotes(list.households).map((note) => para(run(note, { size: 11, italics: true }))),
]
