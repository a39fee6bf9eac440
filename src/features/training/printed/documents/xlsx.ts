/** The annexes as a workbook that adds up by itself: classes and money of each line, sums, money by source. */
import { qrContent } from '#platform/server/documents/signed.ts'
import type { PaperFrame, TableColumn } from '#platform/server/documents/types.ts'
import type { Merge } from '#platform/server/documents/xlsx/heights.ts'
import {
  type Book,
  type BookCell,
  type BookRow,
  type Formula,
  writeWorkbook,
} from '#platform/server/documents/xlsx/hucre.ts'
import { topRows } from '#platform/server/documents/xlsx/table.ts'
import { annexUnder, decidedSaid, type PlanPaper, type PlanPrint, subjectOf } from './texts.ts'

const sheets = { lines: 'Phụ lục I', money: 'Phụ lục II', changes: 'Phụ lục III', sources: 'Theo nguồn' } as const
/** Of an amendment the annexes are as they stand after it. */
const amendedSaid = ({ amends }: PlanPaper): string => (amends ? ' (SAU ĐIỀU CHỈNH)' : '')
const whole = '#,##0'
const counted = (title: string, width: number): TableColumn => ({ title, width, align: 'right', format: whole })

/** A column as a formula names it; the annexes have fewer columns than there are letters. */
const letterOf = (column: number): string => String.fromCharCode(65 + column)
const formula = (said: string, result: number): Formula => ({ formula: said, result })

type Table = {
  readonly name: string
  readonly title: string
  readonly columns: readonly TableColumn[]
  /** By the number of the first row of its body, as a spreadsheet counts. */
  readonly rows: (first: number) => readonly (readonly BookCell[])[]
  readonly total: ((range: (column: number) => string) => readonly BookCell[]) | null
  /** Under the table. */
  readonly end?: readonly string[]
}

function bookOf(paper: PlanPaper, frame: PaperFrame, table: Table): Book {
  // What has amended it since stands on the sheet itself too: a foot is seen on paper alone.
  const top: BookRow[] = [
    ...topRows(table.title, annexUnder(paper), frame),
    ...(frame.foot ? [{ kind: 'note' as const, cells: [frame.foot] }] : []),
  ]
  const first = top.length + 2
  const body = table.rows(first)
  const range = (column: number) => `${letterOf(column)}${first}:${letterOf(column)}${first + body.length - 1}`
  const rows: BookRow[] = [
    ...top,
    { kind: 'head', cells: table.columns.map(({ title }) => title) },
    ...body.map((cells): BookRow => ({ kind: 'plain', cells })),
    // A range over no row would take in the cell of the sum itself.
    ...(table.total && body.length > 0 ? [{ kind: 'strong' as const, cells: table.total(range) }] : []),
    ...(table.end ?? []).map((said): BookRow => ({ kind: 'note', cells: [said] })),
  ]
  const across = (row: number): Merge => ({
    ...{ startRow: row, startCol: 0, endRow: row, endCol: table.columns.length - 1 },
  })
  const ends = (table.end ?? []).map((_, at) => across(rows.length - 1 - at))
  const merges: Merge[] = [...top.map((_, row) => across(row)), ...ends]
  return { name: table.name, columns: table.columns, landscape: true, foot: frame.foot, rows, merges }
}

/** Where the money of the lines stands on its sheet: the number of the line and the amount. */
type Money = { readonly line: string; readonly source: string; readonly amount: string }

function linesTable(paper: PlanPaper, money: Money | null): Table {
  const { lines, sums } = paper
  const [people, classes, hours, all, dong] = [4, 5, 6, 7, 10]
  return {
    ...{ name: sheets.lines, title: `CHUYÊN ĐỀ, LỚP${amendedSaid(paper)}` },
    columns: [
      { title: 'STT', width: 6, align: 'center', format: '0' },
      { title: 'Mã', width: 9 },
      { title: 'Chuyên đề', width: 34 },
      { title: 'Đối tượng', width: 26 },
      counted('Lượt người', 10),
      counted('Số lớp', 8),
      counted('Số tiết một lớp', 9),
      counted('Tổng số tiết', 9),
      { title: 'Nơi mở lớp', width: 22 },
      { title: 'Tuần', width: 20 },
      counted('Kinh phí (đồng)', 17),
      { title: 'Ghi chú', width: 20 },
    ],
    rows: (first) =>
      lines.map((line, at) => {
        const row = first + at
        const unsaid = line.hours === null
        return [
          ...[at + 1, line.code, line.title, line.audience, line.people, line.classes],
          unsaid ? 'chưa ghi' : line.hours,
          unsaid
            ? 'chưa ghi'
            : formula(`${letterOf(classes)}${row}*${letterOf(hours)}${row}`, line.classes * (line.hours ?? 0)),
          ...[line.place, line.weeks],
          money ? formula(`SUMIF(${money.line},A${row},${money.amount})`, line.dong) : line.dong,
          line.note,
        ]
      }),
    total: (range) => [
      ...['', '', 'Tổng cộng', ''],
      formula(`SUM(${range(people)})`, sums.people),
      formula(`SUM(${range(classes)})`, sums.classes),
      '',
      formula(
        `SUM(${range(all)})`,
        lines.reduce((sum, line) => sum + line.classes * (line.hours ?? 0), 0),
      ),
      ...['', ''],
      formula(`SUM(${range(dong)})`, sums.dong),
      '',
    ],
  }
}

const moneyColumns = { line: 0, source: 4, quantity: 6, dong: 7, amount: 8 } as const

function moneyTable(paper: PlanPaper): Table {
  const { lines, sums } = paper
  const { quantity, dong, amount } = moneyColumns
  const all = lines.flatMap(({ code, title, money }, at) => money.map((one) => ({ ...one, code, title, line: at + 1 })))
  return {
    ...{ name: sheets.money, title: `KINH PHÍ THEO NỘI DUNG CHI${amendedSaid(paper)}` },
    columns: [
      { title: 'STT ở Phụ lục I', width: 9, align: 'center', format: '0' },
      { title: 'Mã', width: 9 },
      { title: 'Chuyên đề', width: 32 },
      { title: 'Nội dung chi', width: 30 },
      { title: 'Nguồn', width: 22 },
      { title: 'Tính cho', width: 16 },
      counted('Số lượng', 10),
      counted('Đơn giá (đồng)', 14),
      counted('Thành tiền (đồng)', 17),
    ],
    rows: (first) =>
      all.map((one, at) => [
        ...[one.line, one.code, one.title, one.what, one.source, one.countedBy, one.quantity, one.dong],
        formula(`${letterOf(quantity)}${first + at}*${letterOf(dong)}${first + at}`, one.amount),
      ]),
    total: (range) => ['', '', '', 'Tổng cộng', '', '', '', '', formula(`SUM(${range(amount)})`, sums.dong)],
  }
}

const changesTable = ({ changes }: PlanPaper): Table => ({
  ...{ name: sheets.changes, title: 'NỘI DUNG ĐIỀU CHỈNH' },
  columns: [
    { title: 'STT', width: 6, align: 'center', format: '0' },
    { title: 'Chuyên đề', width: 34 },
    { title: 'Đã phê duyệt', width: 60 },
    { title: 'Điều chỉnh thành', width: 60 },
  ],
  rows: () => changes.map(({ topic, was, is }, at) => [at + 1, topic, was || '(không có)', is || '(bỏ)']),
  total: null,
})

const sourcesTable = (paper: PlanPaper, money: Money): Table => ({
  ...{ name: sheets.sources, title: `KINH PHÍ THEO NGUỒN${amendedSaid(paper)}` },
  columns: [{ title: 'Nguồn', width: 34 }, counted('Kinh phí (đồng)', 20)],
  rows: (first) =>
    paper.sums.bySource.map(({ source, dong }, at) => [
      source,
      formula(`SUMIF(${money.source},A${first + at},${money.amount})`, dong),
    ]),
  total: (range) => ['Tổng cộng', formula(`SUM(${range(1)})`, paper.sums.dong)],
})

/** The code that the paper bears: what its QR says. */
const codeSaid = ({ paper, signed }: PlanPrint, frame: PaperFrame): string[] =>
  signed === null ? [] : [`Mã kiểm tra của văn bản: ${qrContent(frame, paper.number, signed)}`]

export function planXlsx(print: PlanPrint, frame: PaperFrame): Promise<Uint8Array> {
  const { paper } = print
  const rows = paper.lines.reduce((sum, { money }) => sum + money.length, 0)
  const of = bookOf(paper, frame, moneyTable(paper))
  // The rows of its body stand before the total.
  const [first, last] = [of.rows.length - rows, of.rows.length - 1]
  const column = (at: number) => `'${sheets.money}'!$${letterOf(at)}$${first}:$${letterOf(at)}$${last}`
  const { line, source, amount } = moneyColumns
  const money = rows > 0 ? { line: column(line), source: column(source), amount: column(amount) } : null
  const books = [
    bookOf(paper, frame, { ...linesTable(paper, money), end: codeSaid(print, frame) }),
    ...(money ? [of, bookOf(paper, frame, sourcesTable(paper, money))] : []),
    ...(paper.changes.length > 0 ? [bookOf(paper, frame, changesTable(paper))] : []),
  ]
  return writeWorkbook(books, { title: `${decidedSaid(paper)}: ${subjectOf(paper)}`, author: paper.issuer.name })
}
