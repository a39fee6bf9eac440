/** The few shapes a Word paper is made of. Sizes are half-points in Word, points here; lengths are twentieths there. */
import {
  AlignmentType,
  BorderStyle,
  type IParagraphOptions,
  NoBreakHyphen,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { nfc } from '#kernel/text.ts'
import { partsOf } from '#kernel/unbroken.ts'

type Look = { readonly bold?: boolean; readonly italics?: boolean; readonly size: number; readonly color?: string }
type Align = 'left' | 'center' | 'right' | 'both'

export const run = (text: string, look: Look): TextRun =>
  new TextRun({ ...look, children: partsOf(nfc(text)).flatMap(hyphened), size: look.size * 2 })

/** Within the number of a paper (the parts at odd places) no line ends at a hyphen. */
const hyphened = (part: string, at: number): (string | NoBreakHyphen)[] =>
  at % 2 === 0 ? [part] : part.split('-').flatMap((piece, n) => (n === 0 ? [piece] : [new NoBreakHyphen(), piece]))

export const para = (
  runs: TextRun | readonly TextRun[],
  align: Align = 'left',
  more: IParagraphOptions = {},
): Paragraph =>
  new Paragraph({ spacing: { after: 100 }, ...more, alignment: align, children: Array.isArray(runs) ? runs : [runs] })

/** A line under a heading, as wide as the paragraph less its indents (twentieths of a point). */
export const rule = (indent: number): Paragraph =>
  new Paragraph({
    indent: { left: indent, right: indent },
    spacing: { after: 160, line: 60, lineRule: 'exact' },
    border: { top: { style: BorderStyle.SINGLE, size: 6, space: 1, color: '000000' } },
    children: [],
  })

const nothing = { style: BorderStyle.NONE, size: 0, color: 'FFFFFF' } as const
const noBorders = { top: nothing, bottom: nothing, left: nothing, right: nothing }

/** Two columns without lines: the head of a paper and its end. Widths in twentieths of a point. */
export const sideBySide = (
  left: { width: number; children: Paragraph[] },
  right: { width: number; children: Paragraph[] },
): Table =>
  new Table({
    layout: TableLayoutType.FIXED,
    width: { size: left.width + right.width, type: WidthType.DXA },
    columnWidths: [left.width, right.width],
    borders: { ...noBorders, insideHorizontal: nothing, insideVertical: nothing },
    rows: [
      new TableRow({
        cantSplit: true,
        children: [left, right].map(
          ({ width, children }) =>
            new TableCell({ borders: noBorders, width: { size: width, type: WidthType.DXA }, children }),
        ),
      }),
    ],
  })

type GridColumn = { readonly title: string; readonly width: number; readonly align: 'left' | 'center' | 'right' }

/** As many of the last rows stay together and with what follows them. */
const tail = 3

/** A lined table whose header row comes again on every page and whose rows are never cut. */
export function grid(columns: readonly GridColumn[], rows: readonly (readonly string[])[], width: number): Table {
  const whole = columns.reduce((sum, column) => sum + column.width, 0)
  const widths = columns.map((column) => Math.floor((column.width / whole) * width))
  const cell = (text: string, at: number, { bold = false, keepNext = false }): TableCell =>
    new TableCell({
      width: { size: widths[at] ?? 0, type: WidthType.DXA },
      margins: { left: 60, right: 60, top: 20, bottom: 20 },
      ...(bold ? { shading: { fill: 'F0EEE8' } } : {}),
      children: [
        new Paragraph({
          keepNext,
          alignment: bold ? AlignmentType.CENTER : (columns[at]?.align ?? 'left'),
          children: [run(text, { size: 12, bold })],
        }),
      ],
    })
  const head = new TableRow({
    tableHeader: true,
    children: columns.map((column, at) => cell(column.title, at, { bold: true })),
  })
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: width, type: WidthType.DXA },
    columnWidths: widths,
    rows: [
      head,
      ...rows.map(
        (row, place) =>
          new TableRow({
            cantSplit: true,
            children: row.map((text, at) => cell(text, at, { keepNext: place >= rows.length - tail })),
          }),
      ),
    ],
  })
}
