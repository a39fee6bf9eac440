/** The spreadsheet of an import: an empty sheet to fill in, an example, and what each column takes. */
import { type Columns, keysOf } from '#kernel/imports.ts'
import { product } from '../documents/words.ts'
import { type Book, writeWorkbook } from '../documents/xlsx/hucre.ts'

/** Cells are text, so that a citizen id keeps its zeros and a day stays as typed. */
const asText = '@'
const emptyRows = 200

/** Of some columns every value that they take. */
export type Lists<K extends string> = Partial<Record<K, readonly string[]>>

/** `title` is what the file says of itself. */
export function templateXlsx<K extends string>(
  columns: Columns<K>,
  title: string,
  lists: Lists<K> = {},
): Promise<Uint8Array> {
  const all = keysOf(columns).map((key) => ({ ...columns[key], values: lists[key] ?? [] }))
  const head = {
    kind: 'head' as const,
    cells: all.map(({ title, required }) => `${title.vi}${required ? ' *' : ''}`),
  }
  const sheet = {
    columns: all.map(({ width }) => ({ title: '', width, format: asText })),
    landscape: true,
    merges: [],
  }
  const plain = (cells: string[]) => ({ kind: 'plain' as const, cells })
  const blank = Array.from({ length: emptyRows }, () => plain(all.map(() => '')))
  const examples = Array.from({ length: Math.max(...all.map(({ example }) => example.length)) }, (_, at) =>
    plain(all.map(({ example }) => example[at] ?? '')),
  )
  const guide: Book = {
    name: 'Hướng dẫn',
    columns: [
      { title: '', width: 24 },
      { title: '', width: 12 },
      { title: '', width: 90 },
    ],
    rows: [
      { kind: 'head', cells: ['Cột', 'Bắt buộc', 'Cách ghi'] },
      ...all.flatMap(({ title, required, hint, values }) => [
        plain([title.vi, required ? 'Có' : '', hint.vi]),
        ...values.map((value) => plain(['', '', value])),
      ]),
    ],
    landscape: true,
    merges: [],
  }
  const list = { ...sheet, name: 'Danh sách', rows: [head, ...blank] }
  return writeWorkbook([list, { ...sheet, name: 'Ví dụ', rows: [head, ...examples] }, guide], {
    title,
    author: product,
  })
}
