/** A list too long to be composed at once: read on while it is sent, so that its length costs no memory. */
import { Readable } from 'node:stream'
import type { ReadableStream as WebStream } from 'node:stream/web'
import { showNumber } from '#kernel/numbers.ts'
import { type CellText, rowsOfFile, type TextColumn } from '#kernel/table.ts'
import type { TableInput } from '../documents/types.ts'

export type Language = 'vi' | 'en'

/**
 * Rows to read: of a page of that size; or from an offset on, one more than that, so that it is known whether any follow.
 * `first`, `last`: the marks of the rows that were read already, where some were and the list marks them.
 */
export type Window = {
  readonly page: number
  readonly size: number
  readonly offset: number
  readonly limit: number
  readonly first?: string | undefined
  readonly last?: string | undefined
}

/** What is read at once. A list no longer than that is composed whole, ready to print. */
export const rowsAtOnce = 20_000

type Cells = readonly (string | number | null)[]

const inLanguage = (text: CellText, language: Language): string | number | null =>
  text === null || text === undefined ? null : typeof text === 'object' ? text[language] : text

export const textsOf = <R>(row: R, columns: readonly TextColumn<R>[], language: Language): Cells =>
  columns.map((column) => inLanguage(column.text(row), language))

export type Next<R> = (window: Window) => Promise<{ readonly rows: readonly R[]; readonly more: boolean }>

type Reading<R> = {
  /** Those of the first page. */
  readonly first: readonly R[]
  readonly next: Next<R>
  readonly columns: readonly TextColumn<R>[]
  readonly mark: ((row: R) => string) | undefined
  readonly language: Language
}

/** The rows of all pages; of more than a file holds, a line that says so at their end. */
export async function* cellsOf<R>({ first, next, columns, mark, language }: Reading<R>): AsyncGenerator<Cells> {
  let [rows, more, sent] = [first, true, 0]
  const size = rowsAtOnce
  const marked = (row: R | undefined) => (row === undefined ? undefined : mark?.(row))
  const begun = marked(first[0])
  for (let page = 1; ; page++) {
    for (const row of rows) yield textsOf(row, columns, language)
    sent += rows.length
    if (!more || rows.length === 0) return
    if (sent >= rowsOfFile.xlsx) return yield [tooLong[language]]
    const read = { first: begun, last: marked(rows.at(-1)) }
    ;({ rows, more } = await next({ page: page + 1, size, offset: page * size, limit: size + 1, ...read }))
  }
}

const most = showNumber(rowsOfFile.xlsx)
const tooLong = {
  vi: `Danh sách dài hơn ${most} dòng, phần sau không có ở đây. Hãy lọc bớt rồi xuất lại.`,
  en: `The list is longer than ${most} rows; the rest is not here. Narrow it and export it again.`,
}

export async function csvStream(table: TableInput, rows: AsyncIterable<Cells>): Promise<Readable> {
  const { streamCsv } = await import('../documents/xlsx/tableCsv.ts')
  return Readable.from(streamCsv(table.columns, rows), { objectMode: false })
}

export async function bookStream(table: TableInput, rows: AsyncIterable<Cells>, demo: boolean): Promise<Readable> {
  const { streamBook } = await import('../documents/xlsx/hucre.ts')
  const { sheetName, topRows } = await import('../documents/xlsx/table.ts')
  const above = topRows(table.title, table.subtitle, { state: 'final', demo, publicUrl: null })
  const lines = above.map(({ cells }) => String(cells[0]))
  return Readable.fromWeb(streamBook(table.columns, rows, { name: sheetName(table.title), above: lines }) as WebStream)
}
