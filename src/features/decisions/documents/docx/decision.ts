/** The recognition decision as a Word file, for the office to adjust its wording before printing. */
import type { Paragraph, Table } from 'docx'
import { composed } from '#platform/server/documents/composed.ts'
import { docxBytes, ending, innerWidth, letterhead, section } from '#platform/server/documents/docx/letterhead.ts'
import { grid, para, rule, run } from '#platform/server/documents/docx/parts.ts'
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

const body = { size: 14 }
const firstLine = { indent: { firstLine: 567 } }

export async function decisionDocx(given: DecisionInput, frame: PaperFrame): Promise<Uint8Array> {
  const input = composed(given)
  const head = {
    issuer: input.issuer,
    number: decisionNumber(input),
    placeAndDate: placeAndDate(input.issuer.place, input.day),
  }
  return docxBytes({ title: `${decisionTitle} ${input.subject}`, author: input.issuer.name }, [
    section(frame, [letterhead(head), ...opening(input), ...articles(input), ending(input, frame)], foot(input)),
    ...annexSections(input).map((list) => section(frame, annex(input, list))),
  ])
}

const foot = (input: DecisionInput): string[] => [
  decisionFormNote,
  ...(input.auditRoot ? [auditLine(input.auditRoot)] : []),
]

function opening(input: DecisionInput): Paragraph[] {
  const bold = { size: 14, bold: true }
  return [
    para(run(decisionTitle, bold), 'center', { spacing: { before: 200, after: 40 } }),
    para(run(decisionSubject(input), bold), 'center', { spacing: { after: 40 } }),
    rule(3400),
    para(run(input.authority.toUpperCase(), bold), 'center', { spacing: { after: 160 } }),
    ...decisionGrounds(input).map((text) => para(run(text, { size: 14, italics: true }), 'both', firstLine)),
    para(run(`${decisionTitle}:`, bold), 'center', { spacing: { before: 120, after: 160 } }),
  ]
}

/** `keepNext` on the last article holds it together with the signature. */
const articles = (input: DecisionInput): Paragraph[] =>
  input.articles.map((text, at) =>
    para([run(`Điều ${at + 1}. `, { ...body, bold: true }), run(text, body)], 'both', {
      ...firstLine,
      keepNext: at + 1 === input.articles.length,
      keepLines: true,
    }),
  )

const annex = (input: DecisionInput, list: AnnexSection): (Paragraph | Table)[] => [
  para(run(list.title, { size: 14, bold: true }), 'center', { spacing: { after: 40 } }),
  para(run(annexUnder(input), { size: 13, italics: true }), 'center', { spacing: { after: 160 } }),
  grid(annexColumns, list.households.map(annexRow), innerWidth),
  para(run(annexTotal(list), { size: 13, bold: true }), 'left', { spacing: { before: 120 } }),
  ...correctionNotes(list.households).map((note) => para(run(note, { size: 11, italics: true }))),
]
