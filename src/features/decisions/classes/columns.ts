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

/** The share of a class: of the declared households where there are some, else of the register's; it says which. */
export function shareSaid(part: number, of: FigureRow): Said | null {
  if (isUnknown(of)) return null
  const whole = of.declared?.households ?? of.register
  const share = showShare(part, whole)
  if (!share) return null
  const n = showNumber(whole)
  return of.declared
    ? { vi: `${share} của ${n} hộ khai báo`, en: `${share} of ${n} declared households` }
    : { vi: `${share} của ${n} hộ trong sổ`, en: `${share} of ${n} households in the register` }
}

const counted = (count: number, row: FigureRow) => (isUnknown(row) ? unknown : count)

export const figureColumns = columnsOf<FigureRow>()([
  { key: 'name', head: { vi: 'Đơn vị', en: 'Unit' }, text: (row) => row.name },
  { key: 'poor', head: { vi: 'Hộ nghèo', en: 'Poor' }, number: true, text: (row) => counted(row.poor, row) },
  { key: 'poorShare', head: { vi: 'Tỷ lệ hộ nghèo', en: 'Share poor' }, text: (row) => shareSaid(row.poor, row) },
  {
    key: 'near',
    head: { vi: 'Hộ cận nghèo', en: 'Near-poor' },
    number: true,
    text: (row) => counted(row.nearPoor, row),
  },
  {
    key: 'nearShare',
    head: { vi: 'Tỷ lệ hộ cận nghèo', en: 'Share near-poor' },
    text: (row) => shareSaid(row.nearPoor, row),
  },
  {
    key: 'declared',
    head: { vi: 'Hộ khai báo', en: 'Declared' },
    number: true,
    text: (row) => row.declared?.households ?? null,
  },
  { key: 'register', head: { vi: 'Hộ trong sổ', en: 'Register' }, number: true, text: (row) => row.register },
])
