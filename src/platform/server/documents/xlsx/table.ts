/** Any list of the office as a spreadsheet: exactly what the screen shows, ready to print. */
import type { PaperFrame, TableInput } from '../types.ts'
import { demoMark, draftMark, product } from '../words.ts'
import { type Book, type BookRow, writeBook } from './hucre.ts'

const longestSheetName = 31

/** A sheet name as Excel allows it: no `[]:*?/\`, at most 31 letters. */
export const sheetName = (title: string): string =>
  title
    .replace(/[[\]:*?/\\']/g, ' ')
    .slice(0, longestSheetName)
    .trim() || 'Bảng'

/** Lines above the table, the same for every sheet: marks, title, what it speaks of. */
export const topRows = (title: string, subtitle: string | null, frame: PaperFrame): BookRow[] => [
  ...(frame.demo ? [{ kind: 'mark' as const, cells: [demoMark] }] : []),
  ...(frame.state === 'draft' ? [{ kind: 'mark' as const, cells: [draftMark] }] : []),
  { kind: 'title', cells: [title] },
  ...(subtitle ? [{ kind: 'note' as const, cells: [subtitle] }] : []),
]

/** One sheet. */
export function bookOf(input: TableInput, frame: PaperFrame): Book {
  const top = topRows(input.title, input.subtitle, frame)
  const head: BookRow = { kind: 'head', cells: input.columns.map((column) => column.title) }
  return {
    name: sheetName(input.title),
    columns: input.columns,
    rows: [...top, head, ...input.rows.map((cells) => ({ kind: 'plain' as const, cells }))],
    landscape: input.landscape,
    foot: frame.foot,
    merges: top.map((_, row) => ({
      startRow: row,
      startCol: 0,
      endRow: row,
      endCol: Math.max(1, input.columns.length - 1),
    })),
  }
}

export const tableXlsx = (input: TableInput, frame: PaperFrame): Promise<Uint8Array> =>
  writeBook(bookOf(input, frame), { title: input.title, author: input.issuer ?? product })
