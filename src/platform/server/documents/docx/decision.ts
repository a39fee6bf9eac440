/**
 * The recognition decision as a Word file, for the office to adjust its wording before printing. It carries no QR: a
 * signature over a text that anyone may still edit would vouch for nothing.
 */
import {
  AlignmentType,
  Document,
  Footer,
  Header,
  type ISectionOptions,
  Packer,
  PageNumber,
  Paragraph,
  type Table,
  TextRun,
} from 'docx'
import { composed } from '../composed.ts'
import {
  type AnnexSection,
  annexColumns,
  annexRow,
  annexSections,
  annexTotal,
  annexUnder,
  auditLine,
  decisionFormNote,
  decisionGrounds,
  decisionNumber,
  decisionSubject,
  decisionTitle,
} from '../decision.ts'
import type { DecisionInput, PaperFrame } from '../types.ts'
import { demoMark, draftMark, motto, nation, placeAndDate } from '../words.ts'
import { grid, para, rule, run, sideBySide } from './parts.ts'

/** Twentieths of a point. A4 less margins of 30 mm at the left and 20 mm at the right. */
const page = { width: 11_906, height: 16_838, left: 1701, right: 1134, top: 1134, bottom: 1134 }
const inner = page.width - page.left - page.right
const body = { size: 14 }
const firstLine = { indent: { firstLine: 567 } }

export async function decisionDocx(given: DecisionInput, frame: PaperFrame): Promise<Uint8Array> {
  const input = composed(given)
  const document = new Document({
    title: `${decisionTitle} ${input.subject}`,
    creator: 'Nâng Bước',
    styles: { default: { document: { run: { font: 'Times New Roman', language: { value: 'vi-VN' } } } } },
    sections: [
      section(frame, [...letterhead(input), ...opening(input), ...articles(input), ending(input)], foot(input)),
      ...annexSections(input).map((list) => section(frame, annex(input, list))),
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

function section(frame: PaperFrame, children: (Paragraph | Table)[], footer?: Footer): ISectionOptions {
  const size = { width: page.width, height: page.height }
  const margin = { top: page.top, bottom: page.bottom, left: page.left, right: page.right }
  return {
    properties: { titlePage: true, page: { size, margin } },
    headers: {
      first: new Header({ children: marks(frame) }),
      default: new Header({ children: [...marks(frame), number()] }),
    },
    ...(footer ? { footers: { first: footer } } : {}),
    children,
  }
}

const marks = (frame: PaperFrame): Paragraph[] => [
  ...(frame.demo ? [para(run(demoMark, { size: 10, bold: true, color: '5A3A00' }), 'center')] : []),
  ...(frame.state === 'draft' ? [para(run(draftMark, { size: 20, bold: true, color: '999999' }), 'center')] : []),
]

const number = (): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ children: [PageNumber.CURRENT], size: 26 })],
  })

const foot = (input: DecisionInput): Footer =>
  new Footer({
    children: [decisionFormNote, ...(input.auditRoot ? [auditLine(input.auditRoot)] : [])].map((text) =>
      para(run(text, { size: 8, italics: true }), 'left', { spacing: { after: 0 } }),
    ),
  })

function letterhead(input: DecisionInput): (Paragraph | Table)[] {
  const tight = { spacing: { after: 0 } }
  const { issuer } = input
  const name = issuer.name.toUpperCase().replace(/^(ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN) /, '$1\n')
  const left = [
    ...(issuer.superior ? [para(run(issuer.superior.toUpperCase(), { size: 12 }), 'center', tight)] : []),
    ...name.split('\n').map((text) => para(run(text, { size: 12, bold: true }), 'center', tight)),
    rule(1300),
    para(run(decisionNumber(input), { size: 13 }), 'center'),
  ]
  const date = placeAndDate(issuer.place, input.day, null)
  const right = [
    para(run(nation, { size: 12, bold: true }), 'center', tight),
    para(run(motto, { size: 13, bold: true }), 'center', tight),
    rule(1250),
    para(run(date, { size: 13, italics: true }), 'center'),
  ]
  const leftWidth = Math.round(inner * 0.41)
  return [sideBySide({ width: leftWidth, children: left }, { width: inner - leftWidth, children: right })]
}

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

function ending(input: DecisionInput): Table {
  const tight = { spacing: { after: 0 } }
  const left = [
    para(run('Nơi nhận:', { size: 12, bold: true, italics: true }), 'left', tight),
    ...input.recipients.map((text) => para(run(`- ${text}`, { size: 11 }), 'left', tight)),
  ]
  const right = [
    ...input.signer.titles.map((text) => para(run(text.toUpperCase(), { size: 13, bold: true }), 'center', tight)),
    para(run('(chữ ký, dấu)', { size: 9, italics: true, color: '77716A' }), 'center', { spacing: { after: 1300 } }),
    para(run(input.signer.name ?? '', { size: 13, bold: true }), 'center', tight),
  ]
  const half = Math.floor(inner / 2)
  return sideBySide({ width: half, children: left }, { width: inner - half, children: right })
}

const annex = (input: DecisionInput, list: AnnexSection): (Paragraph | Table)[] => [
  para(run(list.title, { size: 14, bold: true }), 'center', { spacing: { after: 40 } }),
  para(run(annexUnder(input), { size: 13, italics: true }), 'center', { spacing: { after: 160 } }),
  grid(annexColumns, list.households.map(annexRow), inner),
  para(run(annexTotal(list), { size: 13, bold: true }), 'left', { spacing: { before: 120 } }),
]
