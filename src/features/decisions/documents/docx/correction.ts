/** A correction as a Word file, for the office to adjust its wording before printing. */
import { composed } from '#platform/server/documents/composed.ts'
import { docxBytes, innerWidth, section } from '#platform/server/documents/docx/letterhead.ts'
import { grid, para } from '#platform/server/documents/docx/parts.ts'
import type { PaperFrame } from '#platform/server/documents/types.ts'
import { correctionColumns, correctionFormNote, correctionRows, decisionTitle } from '../decision.ts'
import type { CorrectionInput } from '../types.ts'
import { article, opening, rest } from './articles.ts'

export async function correctionDocx(given: CorrectionInput, frame: PaperFrame): Promise<Uint8Array> {
  const input = composed(given)
  const text = [
    ...opening(input),
    article(input.opening, 1, true),
    grid(correctionColumns, correctionRows(input), innerWidth),
    para([], 'left', { spacing: { after: 60 } }),
    ...rest(input, { articles: input.articles, from: 2 }, frame),
  ]
  return docxBytes({ title: `${decisionTitle} ${input.subject}`, author: input.issuer.name }, [
    section(frame, text, [correctionFormNote]),
  ])
}
