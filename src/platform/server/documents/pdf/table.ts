/** Tables over many pages: header rows come again on every page, a row is never cut, a cell wraps inside its column. */
import { drawTick } from './marks.ts'
import { heightOf, newPage, put, type Sheet, type TextStyle } from './sheet.ts'

type Align = 'left' | 'center' | 'right'
/** `true` is a drawn tick, `false` nothing. */
export type Cell = string | boolean
export type HeadCell = {
  readonly text: string
  readonly row: number
  readonly column: number
  readonly rows?: number
  readonly columns?: number
}
export type Row = {
  readonly cells: readonly Cell[]
  readonly bold?: boolean
  /** One cell over the whole width, such as the name of a commune. */
  readonly whole?: boolean
  /** Stays on the page of the next row: a head with the first member, a commune with its first household. */
  readonly withNext?: boolean
}
export type Table = {
  /** Shares of the width. */
  readonly widths: readonly number[]
  readonly aligns: readonly Align[]
  readonly head: readonly HeadCell[]
  readonly rows: readonly Row[]
  readonly size: number
  /** A row is at least so high: what is written in it by hand needs room. */
  readonly least?: number
  /** Height to keep free under the last row, so that what follows (a signature) is not alone on its page. */
  readonly reserve?: number
}

const pad = { x: 3, y: 2 }

type Grid = { readonly x: readonly number[]; readonly widths: readonly number[] }

function gridOf(sheet: Sheet, shares: readonly number[]): Grid {
  const whole = shares.reduce((sum, share) => sum + share, 0)
  const widths = shares.map((share) => (share / whole) * sheet.width)
  return { widths, x: widths.map((_, at) => sheet.left + span(widths, 0, at)) }
}

const span = (list: readonly number[], from: number, count: number): number =>
  list.slice(from, from + count).reduce((sum, value) => sum + value, 0)

/** As many of the last rows stay together, so that none of them is alone on a page. */
const tail = 3

const keptTail = (rows: readonly Row[]): Row[] =>
  rows.map((row, at) => (at >= rows.length - tail && at + 1 < rows.length ? { ...row, withNext: true } : row))

/** Of all its rows and its heading, on one page. */
export function tableHeight(sheet: Sheet, table: Table): number {
  const grid = gridOf(sheet, table.widths)
  const heights = table.rows.map((row) => rowHeight(sheet, table, { row, grid }))
  return [...headRowHeights(sheet, table, grid), ...heights].reduce((sum, height) => sum + height, 0)
}

export const drawTable = (sheet: Sheet, table: Table): void =>
  sheet.tags.within('Table', () => drawRows(sheet, { ...table, rows: keptTail(table.rows) }))

function drawRows(sheet: Sheet, table: Table): void {
  const grid = gridOf(sheet, table.widths)
  const heights = table.rows.map((row) => rowHeight(sheet, table, { row, grid }))
  const headHeights = headRowHeights(sheet, table, grid)
  const headHeight = span(headHeights, 0, headHeights.length)
  // The heading is read once: where it comes again it only adorns the page.
  let isRead = false
  const drawHeading = (): void => {
    const draw = () => drawHead(sheet, table, { grid, headHeights })
    if (isRead) sheet.tags.adornment(draw)
    else draw()
    isRead = true
  }
  const startPage = (): void => {
    if (sheet.page === 0 || sheet.y > sheet.top) newPage(sheet)
    drawHeading()
  }
  const most = sheet.bottom - sheet.top - headHeight
  const needed = (at: number): number => Math.min(neededFrom(table, heights, at), Math.max(most, heights[at] ?? 0))
  if (sheet.page === 0 || sheet.y + headHeight + needed(0) > sheet.bottom) startPage()
  else drawHeading()
  table.rows.forEach((row, at) => {
    // What may not be parted from the row before was kept with it.
    const isKept = at > 0 && table.rows[at - 1]?.withNext
    if (sheet.y + (isKept ? (heights[at] ?? 0) : needed(at)) > sheet.bottom) startPage()
    drawRow(sheet, table, { row, grid, height: heights[at] ?? 0 })
  })
}

/** The row itself, the rows it may not be parted from, and after the last row what is reserved for the end. */
function neededFrom(table: Table, heights: readonly number[], at: number): number {
  let last = at
  while (table.rows[last]?.withNext && last + 1 < table.rows.length) last++
  const end = last + 1 === table.rows.length ? (table.reserve ?? 0) : 0
  return span(heights, at, last - at + 1) + end
}

const cellStyle = (table: Table, bold: boolean | undefined): TextStyle => ({
  size: table.size,
  face: bold ? 'bold' : 'regular',
})

function rowHeight(sheet: Sheet, table: Table, { row, grid }: { row: Row; grid: Grid }): number {
  const style = cellStyle(table, row.bold)
  const oneLine = heightOf(sheet, 'Ặg', style)
  const heights = row.cells.map((cell, at) => {
    if (typeof cell !== 'string' || cell === '') return oneLine
    const width = (row.whole ? sheet.width : (grid.widths[at] ?? 0)) - 2 * pad.x
    return sheet.doc.widthOfString(cell) <= width - 1 ? oneLine : heightOf(sheet, cell, style, width)
  })
  return Math.max((table.least ?? 0) - 2 * pad.y, oneLine, ...heights) + 2 * pad.y
}

type RowPlace = { readonly row: Row; readonly grid: Grid; readonly height: number }

function drawRow(sheet: Sheet, table: Table, { row, grid, height }: RowPlace): void {
  const style = cellStyle(table, row.bold)
  const { y } = sheet
  const drawCell = (cell: Cell, at: number): void => {
    const x = row.whole ? sheet.left : (grid.x[at] ?? 0)
    const width = row.whole ? sheet.width : (grid.widths[at] ?? 0)
    const draw = (): void => {
      outline(sheet, { x, y, width, height })
      if (cell === true) drawTick(sheet, x + (width - table.size) / 2, y + (height - table.size) / 2, table.size)
      else if (cell) {
        const inner = { x: x + pad.x, y: y + pad.y, width: width - 2 * pad.x }
        if (table.least) inner.y = y + Math.max(pad.y, (height - heightOf(sheet, cell, style, inner.width)) / 2)
        put(sheet, cell, { ...style, ...inner, align: row.whole ? 'left' : (table.aligns[at] ?? 'left') })
      }
    }
    sheet.tags.piece('TD', draw, cell === true ? { actual: 'có' } : {})
  }
  sheet.tags.within('TR', () => row.cells.forEach(drawCell))
  sheet.y += height
}

const outline = (sheet: Sheet, box: { x: number; y: number; width: number; height: number }): void => {
  sheet.doc.lineWidth(0.5).rect(box.x, box.y, box.width, box.height).stroke()
}

const headStyle = (table: Table): TextStyle => ({ size: table.size, face: 'bold', align: 'center' })

/** Heights of the header rows; a cell over several rows stretches the last of them where it needs more. */
function headRowHeights(sheet: Sheet, table: Table, grid: Grid): number[] {
  const count = Math.max(...table.head.map((cell) => cell.row + (cell.rows ?? 1)))
  const heights = new Array<number>(count).fill(0)
  for (const cell of table.head.toSorted((a, b) => (a.rows ?? 1) - (b.rows ?? 1))) {
    const width = span(grid.widths, cell.column, cell.columns ?? 1) - 2 * pad.x
    const needed = heightOf(sheet, cell.text, headStyle(table), width) + 2 * pad.y
    const rows = cell.rows ?? 1
    const last = cell.row + rows - 1
    heights[last] = (heights[last] ?? 0) + Math.max(0, needed - span(heights, cell.row, rows))
  }
  return heights
}

function drawHead(sheet: Sheet, table: Table, { grid, headHeights }: { grid: Grid; headHeights: number[] }): void {
  const { y: top } = sheet
  const drawCell = (cell: HeadCell): void => {
    const x = grid.x[cell.column] ?? sheet.left
    const y = top + span(headHeights, 0, cell.row)
    const width = span(grid.widths, cell.column, cell.columns ?? 1)
    const height = span(headHeights, cell.row, cell.rows ?? 1)
    sheet.doc.save().rect(x, y, width, height).fill('#F0EEE8').restore()
    outline(sheet, { x, y, width, height })
    const style = headStyle(table)
    const inner = width - 2 * pad.x
    const textHeight = heightOf(sheet, cell.text, style, inner)
    sheet.doc.fillColor('black')
    put(sheet, cell.text, { ...style, x: x + pad.x, y: y + (height - textHeight) / 2, width: inner })
  }
  headHeights.forEach((_, row) => {
    const cells = table.head.filter((cell) => cell.row === row)
    sheet.tags.within('TR', () => {
      for (const cell of cells) sheet.tags.piece('TH', () => drawCell(cell))
    })
  })
  sheet.y = top + span(headHeights, 0, headHeights.length)
}
