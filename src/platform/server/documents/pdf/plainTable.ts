/** Any list of the office on paper: title, one line under it, the table. */
import { showNumber } from '#kernel/numbers.ts'
import type { PaperFrame, TableCell, TableInput } from '../types.ts'
import { drawable } from './fonts.ts'
import { paragraph } from './runs.ts'
import { block, finish, line, newPage, openSheet, type Sheet } from './sheet.ts'
import { type Cell, drawTable } from './table.ts'

const cellOf = (cell: TableCell): Cell => (cell === null ? '' : typeof cell === 'number' ? showNumber(cell) : cell)

/** Points: 9 mm, in which a grown hand signs. */
const handHeight = 25.5
const signRoom = 100
const signNote = '(Ký, ghi rõ họ tên)'

function drawSigners(sheet: Sheet, titles: readonly [string, string]): void {
  sheet.y += 12
  const width = sheet.width / 2
  titles.forEach((title, at) => {
    const place = { x: sheet.left + at * width, width }
    const lines = block(sheet, title, { ...place, y: sheet.y, size: 12, face: 'bold', align: 'center' })
    line(sheet, signNote, { ...place, y: sheet.y + lines + 2, size: 11, face: 'italic' })
  })
  sheet.y += signRoom - 12
}

export function tablePdf(given: TableInput, frame: PaperFrame): PDFKit.PDFDocument {
  const input = drawable(given)
  const sheet = openSheet({
    title: input.title,
    landscape: input.landscape,
    frame,
    cells: input.rows.length * input.columns.length,
  })
  newPage(sheet)
  paragraph(sheet, input.title, { tag: 'H1', size: 14, face: 'bold', align: 'center', after: 3 })
  if (input.subtitle) paragraph(sheet, input.subtitle, { size: 12, face: 'italic', align: 'center', after: 8 })
  drawTable(sheet, {
    widths: input.columns.map((column) => column.width),
    aligns: input.columns.map((column) => column.align ?? 'left'),
    head: input.columns.map((column, at) => ({ text: column.title, row: 0, column: at })),
    rows: input.rows.map((row) => ({ cells: row.map(cellOf) })),
    size: 10.5,
    ...(input.toSign && { least: handHeight, reserve: signRoom }),
  })
  if (input.toSign) drawSigners(sheet, input.toSign)
  return finish(sheet)
}
