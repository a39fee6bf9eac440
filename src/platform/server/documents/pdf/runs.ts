/** Paragraphs, of several faces too: `Điều 1.` in bold and its text after it. */
import { nfc } from '#kernel/text.ts'
import { type Cut, cutOf, laidOut, type Run } from './cut.ts'
import { asRead, newPage, type Sheet, type TextStyle, toLay } from './sheet.ts'

export type { Run } from './cut.ts'
export type RunStyle = Omit<TextStyle, 'face'> & {
  readonly after?: number
  /** Height of what may not be parted from its last lines. */
  readonly under?: number
}

/** Writes the runs over the whole width and moves on; where they do not fit, the last of them goes on on the next page. */
export function writeRuns(sheet: Sheet, runs: readonly Run[], { under = 0, ...style }: RunStyle): void {
  if (sheet.page === 0) newPage(sheet)
  const laid = laidOut(sheet, runs, style)
  const room = sheet.bottom - sheet.y
  const fits = laid.height + under <= room
  const cut = fits ? null : cutOf(laid, room)
  if (cut) {
    drawRuns(sheet, runs, { ...style, cut })
    newPage(sheet)
    writeRuns(sheet, [{ ...runs.at(-1), text: cut.rest }], { ...style, indent: 0, under })
  } else if (fits || sheet.y === sheet.top) drawRuns(sheet, runs, style)
  else {
    newPage(sheet)
    writeRuns(sheet, runs, { ...style, under })
  }
}

/** A paragraph of one face. */
export const paragraph = (
  sheet: Sheet,
  text: string,
  { face = 'regular', ...style }: TextStyle & { readonly after?: number },
): void => writeRuns(sheet, [{ text, face }], style)

/** Where one line is too long for a place name, the name of the body stands over it. */
export function inTwo(sheet: Sheet, text: string, { face = 'regular', size }: TextStyle): string {
  const isLong = sheet.doc.font(face).fontSize(size).widthOfString(nfc(text)) > sheet.width
  return isLong ? text.replace(/(ỦY|UỶ) BAN NHÂN DÂN /, '$1 BAN NHÂN DÂN\n') : text
}

function drawRuns(sheet: Sheet, runs: readonly Run[], { cut, ...style }: RunStyle & { readonly cut?: Cut }): void {
  const { doc } = sheet
  const draw = () =>
    runs.forEach((run, at) => {
      doc.font(run.face ?? 'regular').fontSize(style.size)
      const options = {
        width: sheet.width,
        continued: at + 1 < runs.length,
        align: style.align ?? ('left' as const),
        indent: style.indent ?? 0,
        lineGap: style.gap ?? 0,
        ...(cut && { height: cut.height }),
      }
      if (at === 0) doc.text(toLay(run.text), sheet.left, sheet.y, options)
      else doc.text(toLay(run.text), options)
    })
  const text = [...runs.slice(0, -1).map((run) => run.text), cut?.here ?? runs.at(-1)?.text].join('')
  const isDrawnOut = style.align === 'justify' || text.includes('\n')
  const options = style.actual === undefined ? {} : { actual: style.actual }
  sheet.tags.piece(style.tag ?? 'P', isDrawnOut ? () => asRead(sheet, text, draw) : draw, options)
  sheet.y = doc.y + (style.after ?? 6)
}
