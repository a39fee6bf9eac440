/**
 * A paragraph over the end of a page, as a word processor parts it: two of its lines at least on either side. Where the
 * lines break only pdfkit knows, so it is asked to break them without drawing.
 */
import type { Face } from './fonts.ts'
import { type Sheet, toLay } from './sheet.ts'

export type Run = { readonly text: string; readonly face?: Face }
export type Lines = { readonly size: number; readonly indent?: number; readonly gap?: number }

/** Told of each line in turn (left out of pdfkit's types; `heightOfString` counts lines so). */
type Breaking = {
  _text: (text: string, x: number, y: number, options: object, line: (text: string) => void) => void
}

export type Laid = {
  /** Points of all lines. */
  readonly height: number
  /** Of one. */
  readonly line: number
  /** The lines of the last run; empty where the runs before it do not stand in the first of them. */
  readonly last: readonly string[]
}

export function laidOut({ doc, width }: Sheet, runs: readonly Run[], style: Lines): Laid {
  const { x, y } = doc
  const gap = style.gap ?? 0
  const told: string[][] = runs.map(() => [])
  let at = 0
  const take = (line: string): void => {
    told[at]?.push(line)
    doc.y += doc.currentLineHeight(true) + gap
  }
  for (const [place, { text, face = 'regular' }] of runs.entries()) {
    at = place
    doc.font(face).fontSize(style.size)
    const continued = place + 1 < runs.length
    const options = { width, indent: style.indent ?? 0, lineGap: gap, height: Infinity, continued }
    ;(doc as unknown as Breaking)._text(toLay(text), doc.x, doc.y, options, take)
  }
  const height = doc.y - y
  doc.x = x
  doc.y = y
  const stand = told.slice(0, -1).every((lines) => lines.length <= 1)
  return { height, line: doc.currentLineHeight(true) + gap, last: stand ? (told.at(-1) ?? []) : [] }
}

/** Lines that stay together at the foot of a page, and at the head of the next. */
export const together = 2

export type Cut = {
  /** Where the page ends within the text, in points from its top. */
  readonly height: number
  readonly here: string
  readonly rest: string
}

/** How the last run is parted where this much room is left; null where it cannot be. */
export function cutOf({ last, line }: Laid, room: number): Cut | null {
  const kept = Math.min(Math.floor(room / line), last.length - together)
  if (kept < together) return null
  return { height: kept * line, here: last.slice(0, kept).join(''), rest: last.slice(kept).join('') }
}
