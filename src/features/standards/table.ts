/** A spreadsheet of households, one a row: `cases.csv` beside each standard and what `nb score` reads. Server only. */
import { mended, nfc, type Said } from '#kernel/text.ts'
import type { FileLine } from '#platform/server/documents/lines.ts'
import { cellsOf, separatorOf, toldSeparator } from '#platform/server/documents/xlsx/csv.ts'
import { columnOf, partedNumber, unknownColumns } from './rules/flat.ts'

/** `line` is that of the file on which the row begins, from 1. With a fault there are no cells. */
export type TableRow = { readonly line: number; readonly cells: ReadonlyMap<string, string>; readonly fault?: Said }

/** Why nothing can be read of a table, or nothing more. */
export class TableError extends Error {
  readonly said: Said
  constructor(said: Said) {
    super(said.en)
    this.said = said
  }
}

/** Letters of one row, its line ends too: a quote that is never closed would keep the rest of the file. */
const longestRow = 1_000_000

type RawRow = {
  readonly line: number
  readonly cells: readonly string[]
  readonly commas: boolean
  readonly fault?: Said
}

/** Lines put together to rows: a cell in quotes may hold a line end. */
async function* recordsOf(lines: AsyncIterable<FileLine>): AsyncGenerator<RawRow> {
  let separator: string | null = null
  let open: { line: number; text: string } | null = null
  for await (const { line, text, fault } of lines) {
    if (fault !== undefined) {
      yield { line: open?.line ?? line, cells: [], commas: false, fault }
      open = null
      continue
    }
    const row: { line: number; text: string } =
      open === null ? { line, text } : { ...open, text: `${open.text}\n${text}` }
    if (separator === null) {
      separator = toldSeparator(text)
      if (separator !== null) continue
    }
    separator ??= separatorOf(row.text)
    const cells: string[] | null = open === null || text.includes('"') ? cellsOf(row.text, separator) : null
    open = cells === null ? row : null
    if (open !== null && row.text.length > longestRow) break
    if (cells !== null)
      yield { line: row.line, cells: cells.map((cell) => nfc(mended(cell)).trim()), commas: separator === ',' }
  }
  if (open !== null)
    throw new TableError({
      vi: `dấu ngoặc kép mở ở dòng ${open.line} không được đóng lại; từ đó trở đi không đọc được`,
      en: `a quote opened in line ${open.line} is never closed; nothing can be read from there on`,
    })
}

/** The columns of the heading row, '' where a heading is empty. */
function columnsOf({ cells, fault }: RawRow): string[] {
  if (fault !== undefined) throw new TableError(fault)
  const unknown = unknownColumns(cells)
  if (unknown.length > 0)
    throw new TableError({
      vi: `không có cột nào tên là: ${unknown.join(', ')}`,
      en: `unknown columns: ${unknown.join(', ')}`,
    })
  const columns = cells.map(columnOf)
  const twice = columns.find((c, i) => c !== '' && columns.indexOf(c) !== i)
  if (twice !== undefined) throw new TableError({ vi: `cột ${twice} có hai lần`, en: `column ${twice} stands twice` })
  return columns
}

/** A cell too many, even an empty one, has pushed all cells after it under the wrong heading. */
function shifted(columns: readonly string[], { cells, commas }: RawRow): Said | undefined {
  if (cells.length > columns.length)
    return {
      vi: `có ${cells.length} ô mà bảng chỉ có ${columns.length} cột; ô nào có dấu phân cách thì đặt cả ô trong ngoặc kép, ví dụ "1,800,000"`,
      en: `has ${cells.length} cells under ${columns.length} headings; a cell that holds the separator stands in quotes: "1,800,000"`,
    }
  const parted = commas ? partedNumber(columns, cells) : -1
  if (parted >= 0) {
    const [number, where] = [`${cells[parted]},${cells[parted + 1]}`, columns[parted]]
    return {
      vi: `${where}: ${number} nằm ở hai ô; hãy đặt cả số trong ngoặc kép, hoặc ghi liền không có dấu phẩy`,
      en: `${where}: ${number} stands in two cells; put the number in quotes or write it without a comma`,
    }
  }
  const stray = cells.findIndex((cell, i) => cell !== '' && columns[i] === '')
  if (stray < 0) return undefined
  return {
    vi: `ô thứ ${stray + 1} ("${cells[stray]?.slice(0, 40)}") không có tên cột`,
    en: `cell ${stray + 1} ("${cells[stray]?.slice(0, 40)}") stands under no heading`,
  }
}

/**
 * The rows under the heading row, blank ones left out; a row that cannot be read carries a fault. Throws TableError where
 * no heading row is there, a heading is no known column or stands twice, a quote is never closed.
 */
export async function* householdRows(lines: AsyncIterable<FileLine>): AsyncGenerator<TableRow> {
  let columns: readonly string[] | null = null
  for await (const record of recordsOf(lines)) {
    const { line, cells } = record
    const fault: Said | undefined = record.fault ?? (columns === null ? undefined : shifted(columns, record))
    if (columns === null) columns = cells.some((cell) => cell !== '') || fault ? columnsOf(record) : null
    else if (fault) yield { line, cells: new Map(), fault }
    else if (cells.some((cell) => cell !== ''))
      yield { line, cells: new Map(columns.map((column, i) => [column, cells[i] ?? ''])) }
  }
  if (columns === null) throw new TableError({ vi: 'tệp không có dòng nào', en: 'the file is empty' })
}
