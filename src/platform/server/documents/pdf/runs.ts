/** A paragraph of several faces: `Điều 1.` in bold and its text after it. */
import { nfc } from '#kernel/text.ts'
import type { Face } from './fonts.ts'
import { asRead, heightOf, keep, paragraph, pieces, type Sheet } from './sheet.ts'

export type Run = { readonly text: string; readonly face?: Face }
export type RunStyle = {
  readonly size: number
  readonly align?: 'left' | 'justify'
  readonly indent?: number
  readonly gap?: number
  readonly after?: number
}

/** Measured in bold, the widest face: never less than what is drawn. */
export const runsHeight = (sheet: Sheet, runs: readonly Run[], style: RunStyle): number =>
  heightOf(sheet, runs.map((run) => run.text).join(''), { ...style, face: 'bold' })

/** Writes the runs and moves on; where they are longer than a page, the last run goes on below as plain paragraphs. */
export function writeRuns(sheet: Sheet, runs: readonly Run[], style: RunStyle): void {
  if (runsHeight(sheet, runs, style) <= sheet.bottom - sheet.top) {
    writeTogether(sheet, runs, style)
    return
  }
  const last = runs.at(-1)
  const [first = '', ...rest] = pieces(sheet, last?.text ?? '', { ...style, face: 'bold' })
  writeTogether(sheet, [...runs.slice(0, -1), { ...last, text: first }], style)
  for (const piece of rest) paragraph(sheet, piece, { ...style, indent: 0, face: last?.face ?? 'regular' })
}

function writeTogether(sheet: Sheet, runs: readonly Run[], style: RunStyle): void {
  const { doc } = sheet
  keep(sheet, runsHeight(sheet, runs, style))
  const draw = () =>
    runs.forEach((run, at) => {
      doc.font(run.face ?? 'regular').fontSize(style.size)
      const options = {
        width: sheet.width,
        continued: at + 1 < runs.length,
        align: style.align ?? ('left' as const),
        indent: style.indent ?? 0,
        lineGap: style.gap ?? 0,
      }
      if (at === 0) doc.text(nfc(run.text), sheet.left, sheet.y, options)
      else doc.text(nfc(run.text), options)
    })
  const text = runs.map((run) => run.text).join('')
  sheet.tags.piece('P', style.align === 'justify' ? () => asRead(sheet, text, draw) : draw)
  sheet.y = doc.y + (style.after ?? 6)
}
