/**
 * A list as it is shown, as a spreadsheet, as text or on paper: all rows that its filters leave, in its order, the columns
 * that are on the screen. Row security is that of the list, since the rows are read by the same right.
 */
import { showDate } from '#kernel/dates.ts'
import type { Endpoint } from '#kernel/endpoint.ts'
import { showNumber } from '#kernel/numbers.ts'
import { type FileAsked, rowsOfFile, type TextColumn } from '#kernel/table.ts'
import type { Said } from '#kernel/text.ts'
import { composing } from '../documents/composing.ts'
import { paperFile } from '../documents/file.ts'
import type { TableInput } from '../documents/types.ts'
import { type Call, type Outside, paper, type Route } from '../handle.ts'
import { listProblem } from './problems.ts'
import { bookStream, cellsOf, csvStream, type Language, type Next, rowsAtOnce, textsOf, type Window } from './stream.ts'
import { widthsOf } from './widths.ts'

export type Listed<R> = {
  readonly rows: readonly R[]
  /** Whether more come after these, where that is known without reading one of them. */
  readonly more?: boolean
  readonly columns: readonly TextColumn<R>[]
  /** By what a long list is read on: the next stretch is told the mark of the last row, and of the first of all. */
  readonly mark?: (row: R) => string
  /** "Danh sách hộ": also the name of the file. */
  readonly title: Said
  /** The unit, or the round, that it is a list of. */
  readonly place?: string
  /** What narrows it, a phrase a filter. */
  readonly filters?: readonly (Said | string)[]
  /** On paper its rows are numbered and signed by hand, and these sign under it, left and right. */
  readonly toSign?: readonly [left: Said, right: Said]
}

type Ask<E, R> = (call: Call<E>, window: Window) => Promise<Listed<R>>

type Table<R> = {
  readonly table: TableInput
  readonly title: string
  readonly place: string | undefined
  readonly columns: readonly TextColumn<R>[]
  readonly mark: ((row: R) => string) | undefined
}

/** What was read may be all there is, or the rows of the window and one more. */
function cut<R>({ rows, more }: Listed<R>, { offset, size }: Window, whole: boolean) {
  const mine = whole ? rows.slice(offset) : rows
  return { rows: mine.slice(0, size), more: more ?? mine.length > size }
}

function countLine(
  from: number,
  rows: number,
  { part, more, language }: { part: number; more: boolean; language: Language },
) {
  if (part === 1 && !more)
    return language === 'vi' ? `${showNumber(rows)} dòng` : `${showNumber(rows)} ${rows === 1 ? 'row' : 'rows'}`
  const span = `${showNumber(from + 1)} - ${showNumber(from + rows)}`
  const next = more ? (language === 'vi' ? `, còn tiếp ở phần ${part + 1}` : `, continued in part ${part + 1}`) : ''
  return language === 'vi' ? `phần ${part}: dòng ${span}${next}` : `part ${part}: rows ${span}${next}`
}

function tableOf<R>(of: Listed<R>, { asked, from, more, goesOn, today }: Shown): Table<R> {
  const language = asked.language ?? 'vi'
  const keys = asked.columns?.split(',')
  // In the order of the screen that asks.
  const columns = keys?.flatMap((key) => of.columns.filter((column) => column.key === key)) ?? of.columns
  if (columns.length === 0) throw listProblem('list.no_column')
  const say = (words: Said | string): string => (typeof words === 'string' ? words : words[language])
  const rows = of.rows.map((row) => textsOf(row, columns, language))
  const heads = columns.map((column) => say(column.head))
  const widths = widthsOf(heads, rows)
  const phrases = [
    of.place,
    ...(of.filters ?? []).map(say),
    // How many there will be is not known while they are read.
    goesOn ? null : countLine(from, rows.length, { part: asked.part ?? 1, more, language }),
    language === 'vi' ? `ngày ${showDate(today)}` : `on ${showDate(today)}`,
  ]
  const title = say(of.title)
  const signed = asked.as === 'pdf' ? of.toSign : undefined
  const numbered = rows.map((row, at) => [from + at + 1, ...row])
  return {
    title,
    place: of.place,
    columns,
    mark: of.mark,
    table: {
      title,
      subtitle: phrases.filter(Boolean).join('; '),
      landscape: true,
      columns: [
        ...(signed ? [{ title: language === 'vi' ? 'STT' : 'No.', width: 4, align: 'center' as const }] : []),
        ...columns.map((column, at) => ({
          title: heads[at] ?? '',
          width: widths[at] ?? 10,
          ...(column.number && { align: 'right' as const, format: formatOf(rows.map((row) => row[at])) }),
        })),
      ],
      rows: signed ? numbered : rows,
      ...(signed && { toSign: [say(signed[0]), say(signed[1])] as const }),
    },
  }
}

const formatOf = (cells: readonly unknown[]): string =>
  cells.every((cell) => typeof cell !== 'number' || Number.isInteger(cell)) ? '#,##0' : '#,##0.0'

type Shown = {
  readonly asked: FileAsked
  readonly from: number
  readonly more: boolean
  /** Whether the rest follows in the same file. */
  readonly goesOn: boolean
  readonly today: Outside<unknown>['today']
}

/** `whole`: what is asked answers all rows at once, whatever the window. */
export function fileOf<E extends Endpoint, R>(endpoint: E, ask: Ask<E, R>, { whole = false } = {}): Route {
  const askedOf = (input: unknown): FileAsked => input as FileAsked
  return paper(
    endpoint,
    async (call) => {
      const asked = askedOf(call.input)
      const page = asked.part ?? 1
      const size = asked.as === 'pdf' ? rowsOfFile.pdf : page === 1 ? rowsAtOnce : rowsOfFile[asked.as]
      const from = (page - 1) * size
      const window = { page, size, offset: from, limit: size + 1 }
      const found = await ask(call, window)
      const { rows, more } = cut(found, window, whole)
      if (rows.length === 0 && from > 0) throw listProblem('list.no_part', { part: asked.part })
      const goesOn = more && asked.as !== 'pdf'
      return { ...tableOf({ ...found, rows }, { asked, from, more, goesOn, today: call.today }), rows, goesOn }
    },
    async ({ table, title, place, rows, columns, mark, goesOn }, outside, readOn) => {
      const { input, services, today, actor } = outside
      const { as, language = 'vi' } = askedOf(input)
      const name = { what: title, ...(place && { place }), day: today }
      const demo = services.settings.mode === 'demo'
      if (goesOn) {
        const next: Next<R> = async (window) => cut(await readOn((call) => ask(call, window)), window, whole)
        const cells = cellsOf({ first: rows, next, language, columns, mark })
        return paperFile(name, as, await (as === 'csv' ? csvStream(table, cells) : bookStream(table, cells, demo)))
      }
      const printed = `${actor.name}, ${showDate(today)}`
      const foot = language === 'vi' ? `Người in: ${printed}` : `Printed by ${printed}`
      const frame = { state: 'final', demo, publicUrl: null } as const
      const bytes =
        as === 'csv'
          ? await services.workers.run(composing, 'tableCsv', table)
          : as === 'pdf'
            ? await services.workers.run(composing, 'tablePdf', table, { ...frame, foot })
            : await services.workers.run(composing, 'tableXlsx', table, frame)
      return paperFile(name, as, bytes)
    },
  )
}
