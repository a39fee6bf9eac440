/** The same as Word files, for the office to adjust before printing. */
import type { Paragraph, Table } from 'docx'
import { composed } from '#platform/server/documents/composed.ts'
import { docxBytes, innerWidth, letterhead, section } from '#platform/server/documents/docx/letterhead.ts'
import { para, run, sideBySide } from '#platform/server/documents/docx/parts.ts'
import type { PaperFrame } from '#platform/server/documents/types.ts'
import { placeAndDate } from '#platform/server/documents/words.ts'
import {
  copiesOf,
  dayOf,
  formNote,
  type MeetingPaper,
  piecesOf,
  recipientsOf,
  type Signing,
  signersOf,
  titleOf,
} from './texts.ts'

const bold = { size: 14, bold: true }
const firstLine = { indent: { firstLine: 567 } }

export async function meetingDocx(given: MeetingPaper, frame: PaperFrame): Promise<Uint8Array> {
  const input = composed(given)
  const copies = Array.from({ length: copiesOf(input) }, (_, at) => at + 1)
  return docxBytes(
    { title: `${titleOf(input)} ${input.body}`, author: input.issuer.name },
    copies.map((copy) => section(frame, copyOf(input, copy), [formNote(input.kind)])),
  )
}

const copyOf = (input: MeetingPaper, copy: number): (Paragraph | Table)[] => [
  letterhead({
    issuer: input.issuer,
    number: copiesOf(input) > 1 ? `Bản ${copy}/${copiesOf(input)}` : 'Số: ........',
    placeAndDate: placeAndDate(input.issuer.place, dayOf(input)),
  }),
  para(run(titleOf(input), bold), 'center', { spacing: { before: 200, after: 40 } }),
  para(run(`Họp ${input.body}`, bold), 'center', { spacing: { after: 200 } }),
  ...piecesOf(input).map(({ head, text }) =>
    para([...(head ? [run(head, { size: 13, bold: true })] : []), run(text, { size: 13 })], 'both', firstLine),
  ),
  signers(input),
]

const received = (recipients: readonly string[]): Paragraph[] => [
  para(run('Nơi nhận:', { size: 12, bold: true, italics: true }), 'left', { spacing: { before: 200, after: 0 } }),
  ...recipients.map((text) => para(run(`- ${text}`, { size: 11 }), 'left', { spacing: { after: 0 } })),
]

function signers(input: MeetingPaper): Table {
  const half = Math.floor(innerWidth / 2)
  const [left, right] = signersOf(input)
  const signed = (one: Signing | null): Paragraph[] => [
    para(run(one?.title ?? '', { size: 13, bold: true }), 'center', { spacing: { before: 200, after: 0 } }),
    para(run(one?.note ?? '', { size: 12, italics: true }), 'center', { spacing: { after: 1100 } }),
    para(run(one?.name ?? '', { size: 13, bold: true }), 'center', { spacing: { after: 0 } }),
  ]
  const recipients = recipientsOf(input)
  const beside = recipients.length > 0 ? received(recipients) : signed(left)
  return sideBySide({ width: half, children: beside }, { width: innerWidth - half, children: signed(right) })
}
