/** What every decision has alike on paper: its head, its grounds, its articles and the signature under the last one. */

import { laidOut, together } from '#platform/server/documents/pdf/cut.ts'
import { drawEnding, drawLetterhead, endingHeight } from '#platform/server/documents/pdf/letterhead.ts'
import { drawRule } from '#platform/server/documents/pdf/marks.ts'
import { inTwo, paragraph, type Run, writeRuns } from '#platform/server/documents/pdf/runs.ts'
import { keep, type Sheet } from '#platform/server/documents/pdf/sheet.ts'
import { placeAndDate } from '#platform/server/documents/words.ts'
import { decisionGrounds, decisionNumber, decisionSubject, decisionTitle } from '../decision.ts'
import type { DecisionInput } from '../types.ts'

type Input = Pick<
  DecisionInput,
  'issuer' | 'number' | 'day' | 'subject' | 'authority' | 'grounds' | 'recipients' | 'signer'
>

const body = { size: 14, align: 'justify', indent: 28, gap: 1, after: 5 } as const
const centred = { size: 14, face: 'bold', align: 'center' } as const
/** `QUYẾT ĐỊNH:` with its distance. */
const wordHeight = 24

/** Down to the grounds. */
export function writeOpening(sheet: Sheet, input: Input): void {
  drawLetterhead(sheet, {
    issuer: input.issuer,
    number: decisionNumber(input),
    placeAndDate: placeAndDate(input.issuer.place, input.day),
  })
  paragraph(sheet, decisionTitle, { ...centred, tag: 'H1', after: 2 })
  paragraph(sheet, decisionSubject(input), { ...centred, tag: 'H2', after: 5 })
  drawRule(sheet, { x: sheet.left + sheet.width * 0.38, y: sheet.y, width: sheet.width * 0.24 })
  sheet.y += 12
  paragraph(sheet, inTwo(sheet, input.authority.toUpperCase(), centred), { ...centred, after: 8 })
  for (const ground of decisionGrounds(input)) paragraph(sheet, ground, { ...body, face: 'italic', after: 4 })
  sheet.y += 4
}

const article = (text: string, number: number): Run[] => [{ text: `Điều ${number}. `, face: 'bold' }, { text }]

/** `QUYẾT ĐỊNH:` over its first article; `under`: the height of what may not be parted from them. */
export function writeFirst(sheet: Sheet, text: string, under = 0): void {
  const runs = article(text, 1)
  // The word never stands alone at the foot of a page: under it the article, or as many lines of it as may stand there.
  const { height, line, last } = laidOut(sheet, runs, body)
  keep(sheet, wordHeight + (last.length < 2 * together ? height + under : together * line))
  paragraph(sheet, `${decisionTitle}:`, { ...centred, tag: 'H2', after: 8 })
  writeRuns(sheet, runs, { ...body, under })
}

type Rest = { readonly articles: readonly string[]; readonly from: number; readonly link: string | null }

/** Between the last article and what is signed under it. */
const distance = 8

/** The articles from a number on; lines of the last of them and the signature stay on one page. */
export function writeRest(sheet: Sheet, input: Input, { articles, from, link }: Rest): void {
  const qr = link ? { link, caption: input.number ?? '' } : null
  const ending = { signer: input.signer, recipients: input.recipients, qr }
  const under = body.after + distance + endingHeight(sheet, ending)
  articles.forEach((text, at) => {
    writeRuns(sheet, article(text, from + at), at + 1 < articles.length ? body : { ...body, under })
  })
  sheet.y += distance
  drawEnding(sheet, ending)
}
