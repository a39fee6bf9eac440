/** The same as a Word file, for the office to adjust before printing. */
import type { Paragraph, Table } from 'docx'
import { composed } from '#platform/server/documents/composed.ts'
import { docxBytes, innerWidth, letterhead, section } from '#platform/server/documents/docx/letterhead.ts'
import { para, run, sideBySide } from '#platform/server/documents/docx/parts.ts'
import type { PaperFrame } from '#platform/server/documents/types.ts'
import { placeAndDate } from '#platform/server/documents/words.ts'
import { aboutOf, type CallingPaper, formNote, heading, type Letter, piecesOf, recipients, signing } from './texts.ts'

const bold = { size: 14, bold: true }

export async function callingDocx(given: CallingPaper, frame: PaperFrame): Promise<Uint8Array> {
  const input = composed(given)
  return docxBytes(
    { title: `${heading} ${input.title}`, author: input.issuer.name },
    input.letters.map((letter) => section(frame, letterOf(input, letter), [formNote])),
  )
}

const letterOf = (input: CallingPaper, letter: Letter): (Paragraph | Table)[] => [
  letterhead({
    issuer: input.issuer,
    number: 'Số: ........',
    placeAndDate: placeAndDate(input.issuer.place, input.on),
  }),
  para(run(heading, bold), 'center', { spacing: { before: 200, after: 40 } }),
  para(run(aboutOf(input), bold), 'center', { spacing: { after: 200 } }),
  ...piecesOf(input, letter).map(({ head, text }) =>
    para([...(head ? [run(head, { size: 13, bold: true })] : []), run(text, { size: 13 })], 'both', {
      indent: { firstLine: 567 },
    }),
  ),
  signers(),
]

function signers(): Table {
  const half = Math.floor(innerWidth / 2)
  const left = [
    para(run('Nơi nhận:', { size: 12, bold: true, italics: true }), 'left', { spacing: { before: 200, after: 0 } }),
    ...recipients.map((text) => para(run(`- ${text}`, { size: 11 }), 'left', { spacing: { after: 0 } })),
  ]
  const right = [
    para(run(signing.title, { size: 13, bold: true }), 'center', { spacing: { before: 200, after: 0 } }),
    para(run(signing.note, { size: 12, italics: true }), 'center', { spacing: { after: 1100 } }),
  ]
  return sideBySide({ width: half, children: left }, { width: innerWidth - half, children: right })
}
