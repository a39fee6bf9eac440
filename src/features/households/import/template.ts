/** The spreadsheet of the import: an empty sheet to fill in, an example, and what each column takes. */
import { type Book, writeWorkbook } from '#platform/server/documents/xlsx/hucre.ts'
import { columnKeys, columns } from './rules/columns.ts'

/** Cells are text, so that a citizen id keeps its zeros and a day stays as typed. */
const asText = '@'
const emptyRows = 200

export function templateXlsx(): Promise<Uint8Array> {
  const head = {
    kind: 'head' as const,
    cells: columnKeys.map((k) => `${columns[k].title.vi}${columns[k].required ? ' *' : ''}`),
  }
  const sheet = {
    columns: columnKeys.map((k) => ({ title: '', width: columns[k].width, format: asText })),
    landscape: true,
    merges: [],
  }
  const blank = Array.from({ length: emptyRows }, () => ({ kind: 'plain' as const, cells: columnKeys.map(() => '') }))
  const examples = [0, 1].map((at) => ({
    kind: 'plain' as const,
    cells: columnKeys.map((key) => columns[key].example[at] ?? ''),
  }))
  const guide: Book = {
    name: 'Hướng dẫn',
    columns: [
      { title: '', width: 24 },
      { title: '', width: 12 },
      { title: '', width: 90 },
    ],
    rows: [
      { kind: 'head', cells: ['Cột', 'Bắt buộc', 'Cách ghi'] },
      ...columnKeys.map((key) => ({
        kind: 'plain' as const,
        cells: [columns[key].title.vi, columns[key].required ? 'Có' : '', columns[key].hint.vi],
      })),
    ],
    landscape: true,
    merges: [],
  }
  return writeWorkbook([
    { ...sheet, name: 'Danh sách', rows: [head, ...blank] },
    { ...sheet, name: 'Ví dụ', rows: [head, ...examples] },
    guide,
  ])
}
