/** What every decision has alike in Word: its head, its grounds, its articles and the signature under the last one. */
import type { Paragraph, Table } from 'docx'
import { ending, letterhead } from '#platform/server/documents/docx/letterhead.ts'
import { para, rule, run } from '#platform/server/documents/docx/parts.ts'
import type { PaperFrame } from '#platform/server/documents/types.ts'
import { placeAndDate } from '#platform/server/documents/words.ts'
import { decisionGrounds, decisionNumber, decisionSubject, decisionTitle } from '../decision.ts'
import type { DecisionInput } from '../types.ts'

type Input = Pick<
  DecisionInput,
  'issuer' | 'number' | 'day' | 'subject' | 'authority' | 'grounds' | 'recipients' | 'signer'
>

const body = { size: 14 }
const bold = { size: 14, bold: true }
const firstLine = { indent: { firstLine: 567 } }

/** Down to `QUYẾT ĐỊNH:`, which stays with what follows it. */
export const opening = (input: Input): (Paragraph | Table)[] => [
  letterhead({
    issuer: input.issuer,
    number: decisionNumber(input),
    placeAndDate: placeAndDate(input.issuer.place, input.day),
  }),
  para(run(decisionTitle, bold), 'center', { spacing: { before: 200, after: 40 } }),
  para(run(decisionSubject(input), bold), 'center', { spacing: { after: 40 } }),
  rule(3400),
  para(run(input.authority.toUpperCase(), bold), 'center', { spacing: { after: 160 } }),
  ...decisionGrounds(input).map((text) => para(run(text, { size: 14, italics: true }), 'both', firstLine)),
  para(run(`${decisionTitle}:`, bold), 'center', { spacing: { before: 120, after: 160 }, keepNext: true }),
]

/** An article; `keepNext` holds it together with what follows. */
export const article = (text: string, number: number, keepNext = false): Paragraph =>
  para([run(`Điều ${number}. `, bold), run(text, body)], 'both', { ...firstLine, keepNext, keepLines: true })

/** The articles from a number on; the last of them and the signature stay on one page. */
export const rest = (
  input: Input,
  { articles, from }: { readonly articles: readonly string[]; readonly from: number },
  frame: PaperFrame,
): (Paragraph | Table)[] => [
  ...articles.map((text, at) => article(text, from + at, at + 1 === articles.length)),
  ending(input, frame),
]
