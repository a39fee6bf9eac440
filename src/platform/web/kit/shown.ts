/** The columns of a list on the screen: its texts, and where a cell is more than text (a mark, a link) what is drawn instead. */
import type { ComponentChildren } from 'preact'
import type { CellText, TextColumn } from '#kernel/table.ts'
import { say } from '../language.ts'
import { showNumber } from '../numbers.ts'
import type { Column } from './listingProps.ts'

const sayCell = (text: CellText): string =>
  typeof text === 'number' ? showNumber(text) : text === null || text === undefined ? '' : say(text)

export const shown = <R, K extends string>(
  columns: readonly TextColumn<R, K>[],
  cells: { readonly [Key in K]?: (row: R) => ComponentChildren } = {},
): Column<R>[] =>
  columns.map(({ text, ...column }) => ({ ...column, cell: cells[column.key] ?? ((row: R) => sayCell(text(row))) }))
