/** The formulas of a workbook counted anew, as a spreadsheet does when it is opened. */
import type ExcelJS from 'exceljs'

/** What a spreadsheet makes of a formula of the annexes: a product, a sum, a sum of what belongs to a cell. */
export function counted(book: ExcelJS.Workbook, sheet: ExcelJS.Worksheet, address: string): number | string {
  const cell = sheet.getCell(address)
  const { formula } = cell
  if (!formula) return cell.value as number | string
  const cellsOf = (range: string) => {
    const [, name, from = '', to = ''] = /^(?:'([^']+)'!)?([$A-Z\d]+):([$A-Z\d]+)$/.exec(range) ?? []
    const of = name ? (book.getWorksheet(name) as ExcelJS.Worksheet) : sheet
    const [a, b] = [from, to].map((one) => one.replaceAll('$', ''))
    const column = (a as string).replace(/\d/g, '')
    const [first, last] = [a, b].map((one) => Number((one as string).replace(/\D/g, '')))
    const rows = Array.from({ length: (last as number) - (first as number) + 1 }, (_, at) => (first as number) + at)
    return rows.map((row) => counted(book, of, `${column}${row}`))
  }
  const sum = (all: readonly (number | string)[]) =>
    all.reduce<number>((total, one) => total + (typeof one === 'number' ? one : 0), 0)
  const [, one = '', other = ''] = /^([A-Z]+\d+)\*([A-Z]+\d+)$/.exec(formula) ?? []
  if (one) return Number(counted(book, sheet, one)) * Number(counted(book, sheet, other))
  const [, range = ''] = /^SUM\((.+)\)$/.exec(formula) ?? []
  if (range) return sum(cellsOf(range))
  const [, keys = '', key = '', amounts = ''] = /^SUMIF\((.+),(.+),(.+)\)$/.exec(formula) ?? []
  const wanted = counted(book, sheet, key)
  const all = cellsOf(amounts)
  return sum(cellsOf(keys).flatMap((one, at) => (one === wanted ? [all[at] as number] : [])))
}
