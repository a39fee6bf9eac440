/**
 * A list as it is shown, as a spreadsheet, as text or on paper: all rows that its filters leave, in its order, the columns
 * that are on the screen. Row security is that of the list, since the rows are read by the same right.
 */
import { showDate } from '#kernel/dates.ts'
import type { Endpoint } from '#kernel/endpoint.ts'
import { showNumber } from '#kernel/numbers.ts'
import { type CellText, type FileAsked, rowsOfFile, type TextColumn } from '#kernel/table.ts'
import type { Said } from '#kernel/text.ts'
import { composing } from '../documents/composing.ts'
import { paperFile } from '../documents/file.ts'
import type { TableInput } from '../documents/types.ts'
import { type Call, type Outside, paper, type Route } from '../handle.ts'
import { listProblem } from './problems.ts'
import { widthsOf } from './widths.ts'

type Language = 'vi' | 'en'

export type Listed<R> = {
  readonly rows: readonly R[]
  /** Whether more come after these, where that is known without reading one of them. */
  readonly more?: boolean
  readonly columns: readonly TextColumn<R>[]
  /** "Danh sách hộ": also the name of the file. */
  readonly title: Said
  /** The unit, or the round, that it is a list of. */
  readonly place?: string
  /** What narrows it, a phrase a filter. */
  readonly filters?: readonly (Said | string)[]
}

/** The rows of a file: of a page of that size; or from an offset on, one more than that, so that it is known whether any follow. */
type Window = { readonly page: number; readonly size: number; readonly offset: number; readonly limit: number }

type Ask<E, R> = (call: Call<E>, window: Window) => Promise<Listed<R>>

type Table = { readonly table: TableInput; readonly title: string; readonly place: string | undefined }

const inLanguage = (text: CellText, language: Language): string | number | null =>
  text === null || text === undefined ? null : typeof text === 'object' ? text[language] : text

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
  if (part === 1 && !more) return language === 'vi' ? `${showNumber(rows)} dòng` : `${showNumber(rows)} rows`
  const span = `${showNumber(from + 1)} - ${showNumber(from + rows)}`
  const next = more ? (language === 'vi' ? `, còn tiếp ở phần ${part + 1}` : `, continued in part ${part + 1}`) : ''
  return language === 'vi' ? `phần ${part}: dòng ${span}${next}` : `part ${part}: rows ${span}${next}`
}

function tableOf<R>(of: Listed<R>, { asked, from, more, today }: Shown): Table {
  const language = asked.language ?? 'vi'
  const keys = asked.columns?.split(',')
  const columns = keys ? of.columns.filter((column) => keys.includes(column.key)) : of.columns
  if (columns.length === 0) throw listProblem('list.no_column')
  const say = (words: Said | string): string => (typeof words === 'string' ? words : words[language])
  const rows = of.rows.map((row) => columns.map((column) => inLanguage(column.text(row), language)))
  const heads = columns.map((column) => say(column.head))
  const widths = widthsOf(heads, rows)
  const phrases = [
    of.place,
    ...(of.filters ?? []).map(say),
    countLine(from, rows.length, { part: asked.part ?? 1, more, language }),
    language === 'vi' ? `ngày ${showDate(today)}` : `on ${showDate(today)}`,
  ]
  const title = say(of.title)
  return {
    title,
    place: of.place,
    table: {
      title,
      subtitle: phrases.filter(Boolean).join('; '),
      landscape: true,
      columns: columns.map((column, at) => ({
        title: heads[at] ?? '',
        width: widths[at] ?? 10,
        ...(column.number && { align: 'right' as const, format: formatOf(rows.map((row) => row[at])) }),
      })),
      rows,
    },
  }
}

const formatOf = (cells: readonly unknown[]): string =>
  cells.every((cell) => typeof cell !== 'number' || Number.isInteger(cell)) ? '#,##0' : '#,##0.0'

type Shown = {
  readonly asked: FileAsked
  readonly from: number
  readonly more: boolean
  readonly today: Outside<unknown>['today']
}

/** `whole`: what is asked answers all rows at once, whatever the window. */
export function fileOf<E extends Endpoint, R>(endpoint: E, ask: Ask<E, R>, { whole = false } = {}): Route {
  const askedOf = (input: unknown): FileAsked => input as FileAsked
  return paper(
    endpoint,
    async (call) => {
      const asked = askedOf(call.input)
      const most = rowsOfFile[asked.as]
      const page = asked.part ?? 1
      const from = (page - 1) * most
      const window = { page, size: most, offset: from, limit: most + 1 }
      const found = await ask(call, window)
      const { rows, more } = cut(found, window, whole)
      if (rows.length === 0 && from > 0) throw listProblem('list.no_part', { part: asked.part })
      return tableOf({ ...found, rows }, { asked, from, more, today: call.today })
    },
    async ({ table, title, place }, { input, services, today, actor }) => {
      const { as, language = 'vi' } = askedOf(input)
      const printed = `${actor.name}, ${showDate(today)}`
      const foot = language === 'vi' ? `Người in: ${printed}` : `Printed by ${printed}`
      const frame = { state: 'final', demo: services.settings.mode === 'demo', publicUrl: null } as const
      const bytes =
        as === 'csv'
          ? await services.workers.run(composing, 'tableCsv', table)
          : as === 'pdf'
            ? await services.workers.run(composing, 'tablePdf', table, { ...frame, foot })
            : await services.workers.run(composing, 'tableXlsx', table, frame)
      return paperFile({ what: title, ...(place && { place }), day: today }, as, bytes)
    },
  )
}
