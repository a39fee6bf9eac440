/** The same as Word files, for the office to adjust before printing. */
import type { Paragraph, Table } from 'docx'
import { composed } from '#platform/server/documents/composed.ts'
import { docxBytes, innerWidth, letterhead, section } from '#platform/server/documents/docx/letterhead.ts'
import { para, run, sideBySide } from '#platform/server/documents/docx/parts.ts'
import type { PaperFrame } from '#platform/server/documents/types.ts'
import { placeAndDate } from '#platform/server/documents/words.ts'
import { copiesOf, formNote, type MeetingPaper, piecesOf, type Signing, signersOf, titleOf } from './texts.ts'

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
    placeAndDate: placeAndDate(input.issuer.place, input.kind === 'minutes' ? input.on : null),
  }),
  para(run(titleOf(input), bold), 'center', { spacing: { before: 200, after: 40 } }),
  para(run(`Họp ${input.body}`, bold), 'center', { spacing: { after: 200 } }),
  ...piecesOf(input).map(({ head, text }) =>
    para([...(head ? [run(head, { size: 13, bold: true })] : []), run(text, { size: 13 })], 'both', firstLine),
  ),
  signers(input),
]

function signers(input: MeetingPaper): Table {
  const half = Math.floor(innerWidth / 2)
  const [left, right] = signersOf(input)
  const signed = (one: Signing | null): Paragraph[] => [
    para(run(one?.title ?? '', { size: 13, bold: true }), 'center', { spacing: { before: 200, after: 1300 } }),
    para(run(one?.name ?? '', { size: 13, bold: true }), 'center', { spacing: { after: 0 } }),
  ]
  return sideBySide({ width: half, children: signed(left) }, { width: innerWidth - half, children: signed(right) })
}
