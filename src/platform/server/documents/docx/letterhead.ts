/** A Word paper on A4: its marks and page numbers, its head and its end, as on paper (`pdf/letterhead.ts`). */
import {
  AlignmentType,
  Document,
  Footer,
  Header,
  type ISectionOptions,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  type Table,
  TextRun,
} from 'docx'
import type { Issuer, PaperFrame, Signer } from '../types.ts'
import { demoMark, draftMark, motto, nation } from '../words.ts'
import { para, rule, run, sideBySide } from './parts.ts'

/** Twentieths of a point. A4 less margins of 30 mm at the left and 20 mm at the right. */
const page = { width: 11_906, height: 16_838, left: 1701, right: 1134, top: 1134, bottom: 1134 }
/** What a line has. */
export const innerWidth = page.width - page.left - page.right
/** The same of a page that lies. */
export const lyingWidth = page.height - page.left - page.right

/** The whole file. It carries no QR: a signature over a text that anyone may still edit would vouch for nothing. */
export async function docxBytes(
  { title, author }: { readonly title: string; readonly author: string },
  sections: readonly ISectionOptions[],
): Promise<Uint8Array> {
  const document = new Document({
    title,
    creator: author,
    lastModifiedBy: author,
    styles: { default: { document: { run: { font: 'Times New Roman', language: { value: 'vi-VN' } } } } },
    sections,
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

/** Begins on a page of its own; marks on every page, a number on all but its first, which has its notes at its foot. */
export function section(
  frame: PaperFrame,
  children: (Paragraph | Table)[],
  notes: readonly string[] = [],
): ISectionOptions {
  const headers = {
    first: new Header({ children: marks(frame) }),
    default: new Header({ children: [...marks(frame), number([PageNumber.CURRENT])] }),
  }
  return sheets(frame, { children, headers, notes })
}

/**
 * An annex: each of its pages says which it is, the first of them too; of how many, only Word itself could count. `name`:
 * `Phụ lục I`; `lying`: its pages lie.
 */
export function annexSection(
  frame: PaperFrame,
  { name, lying }: { readonly name: string; readonly lying?: true },
  children: (Paragraph | Table)[],
): ISectionOptions {
  const text = [`${name} - trang `, PageNumber.CURRENT]
  const header = () => new Header({ children: [...marks(frame), number(text)] })
  const headers = { first: header(), default: header() }
  return sheets(frame, { children, headers, notes: [], numbersAnew: true, ...(lying && { lying }) })
}

type Sheets = {
  readonly headers: { readonly first: Header; readonly default: Header }
  readonly children: (Paragraph | Table)[]
  readonly notes: readonly string[]
  readonly numbersAnew?: boolean
  readonly lying?: true
}

function sheets(frame: PaperFrame, { children, headers, notes, numbersAnew, lying }: Sheets): ISectionOptions {
  const foot = frame.foot ? [frame.foot] : []
  // Word is told the upright size, and turns it.
  const size = { width: page.width, height: page.height, ...(lying && { orientation: PageOrientation.LANDSCAPE }) }
  const margin = { top: page.top, bottom: page.bottom, left: page.left, right: page.right }
  return {
    properties: {
      titlePage: true,
      page: { size, margin, ...(numbersAnew && { pageNumbers: { start: 1 } }) },
    },
    headers,
    footers: { first: footer([...notes, ...foot]), default: footer(foot) },
    children,
  }
}

const tight = { spacing: { after: 0 } }

const footer = (lines: readonly string[]): Footer =>
  new Footer({
    children: lines.map((text) => para(run(text, { size: 8, italics: true }), 'left', tight)),
  })

const marks = (frame: PaperFrame): Paragraph[] => [
  ...(frame.demo ? [para(run(demoMark, { size: 10, bold: true, color: '5A3A00' }), 'center')] : []),
  ...(frame.state === 'draft' ? [para(run(draftMark, { size: 20, bold: true, color: '999999' }), 'center')] : []),
]

const number = (text: (string | (typeof PageNumber)[keyof typeof PageNumber])[]): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ children: text, size: 26 })],
  })

type Head = { readonly issuer: Issuer; readonly number: string; readonly placeAndDate: string }

/** Issuer and number at the left; nation, motto, place and date at the right. */
export function letterhead({ issuer, number, placeAndDate }: Head): Table {
  const name = issuer.name.toUpperCase().replace(/^(ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN) /, '$1\n')
  const left = [
    ...(issuer.superior ? [para(run(issuer.superior.toUpperCase(), { size: 12 }), 'center', tight)] : []),
    ...name.split('\n').map((text) => para(run(text, { size: 12, bold: true }), 'center', tight)),
    rule(1300),
    para(run(number, { size: 13 }), 'center'),
  ]
  const right = [
    para(run(nation, { size: 12, bold: true }), 'center', tight),
    para(run(motto, { size: 13, bold: true }), 'center', tight),
    rule(1250),
    para(run(placeAndDate, { size: 13, italics: true }), 'center'),
  ]
  const leftWidth = Math.round(innerWidth * 0.41)
  return sideBySide({ width: leftWidth, children: left }, { width: innerWidth - leftWidth, children: right })
}

type Ending = { readonly recipients: readonly string[]; readonly signer: Signer }

/** Recipients at the left, signature at the right; only a draft says where pen and stamp will go. */
export function ending({ recipients, signer }: Ending, { state }: PaperFrame): Table {
  const room = state === 'draft' ? '(chữ ký, dấu)' : ''
  const left = [
    para(run('Nơi nhận:', { size: 12, bold: true, italics: true }), 'left', tight),
    ...recipients.map((text) => para(run(`- ${text}`, { size: 11 }), 'left', tight)),
  ]
  const right = [
    ...signer.titles.map((text) => para(run(text.toUpperCase(), { size: 13, bold: true }), 'center', tight)),
    para(run(room, { size: 9, italics: true, color: '77716A' }), 'center', { spacing: { after: 1300 } }),
    para(run(signer.name ?? '', { size: 13, bold: true }), 'center', tight),
  ]
  const half = Math.floor(innerWidth / 2)
  return sideBySide({ width: half, children: left }, { width: innerWidth - half, children: right })
}
