/** Figures of classes as texts; every share names the whole it is a share of. */
import type { OutputOf } from '#kernel/endpoint.ts'
import { showNumber, showShare } from '#kernel/numbers.ts'
import { columnsOf } from '#kernel/table.ts'
import type { Said } from '#kernel/text.ts'
import type * as contract from './contract.ts'

export type FigureRow = OutputOf<typeof contract.classFigures>['whole']

/** A register that holds nobody says nothing about poverty: none found is not none there. */
export const unknown: Said = { vi: 'chưa có dữ liệu', en: 'no data yet' }
export const isUnknown = (row: FigureRow): boolean =>
  row.register === 0 && row.poor + row.nearPoor + row.average + row.notPoor === 0

/** What all shares of one table are shares of, so that its rows compare. */
export type Whole = 'declared' | 'register'

/** Of the declared households where every unit of which something is known has a declared total, else of the register. */
export const wholeOf = (rows: readonly FigureRow[]): Whole =>
  rows.every((row) => isUnknown(row) || row.declared !== null) ? 'declared' : 'register'

/** The share of a class, with what it is a share of; none where nothing is known, or where fewer were declared than counted. */
export function shareSaid(part: number, of: FigureRow, by: Whole): Said | null {
  const whole = by === 'declared' ? (of.declared?.households ?? 0) : of.register
  const share = isUnknown(of) || part > whole ? null : showShare(part, whole)
  if (!share) return null
  const n = showNumber(whole)
  return by === 'declared'
    ? { vi: `${share} của ${n} hộ khai báo`, en: `${share} of ${n} declared households` }
    : { vi: `${share} của ${n} hộ trong sổ`, en: `${share} of ${n} households in the register` }
}

const counted = (count: number, row: FigureRow) => (isUnknown(row) ? unknown : count)

export const figureColumns = (by: Whole) =>
  columnsOf<FigureRow>()([
    { key: 'name', head: { vi: 'Đơn vị', en: 'Unit' }, text: (row) => row.name },
    { key: 'poor', head: { vi: 'Hộ nghèo', en: 'Poor' }, number: true, text: (row) => counted(row.poor, row) },
    { key: 'poorShare', head: { vi: 'Tỷ lệ hộ nghèo', en: 'Share poor' }, text: (row) => shareSaid(row.poor, row, by) },
    {
      key: 'near',
      head: { vi: 'Hộ cận nghèo', en: 'Near-poor' },
      number: true,
      text: (row) => counted(row.nearPoor, row),
    },
    {
      key: 'nearShare',
      head: { vi: 'Tỷ lệ hộ cận nghèo', en: 'Share near-poor' },
      text: (row) => shareSaid(row.nearPoor, row, by),
    },
    {
      key: 'declared',
      head: { vi: 'Hộ khai báo', en: 'Declared' },
      number: true,
      text: (row) => row.declared?.households ?? null,
    },
    { key: 'register', head: { vi: 'Hộ trong sổ', en: 'Register' }, number: true, text: (row) => row.register },
  ])
