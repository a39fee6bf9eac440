/** Figures of classes as texts; every share names the whole it is a share of. */
import { shareSaid } from '#features/areas/rules/totals.ts'
import type { PlainDate } from '#kernel/dates.ts'
import type { OutputOf } from '#kernel/endpoint.ts'
import { columnsOf } from '#kernel/table.ts'
import type { Said } from '#kernel/text.ts'
import type * as contract from './contract.ts'

export type FigureRow = OutputOf<typeof contract.classFigures>['whole']

/** A register that holds nobody says nothing about poverty: none found is not none there. */
export const unknown: Said = { vi: 'chưa có dữ liệu', en: 'no data yet' }
export const isUnknown = (row: FigureRow): boolean =>
  row.register === 0 && row.poor + row.nearPoor + row.average + row.notPoor === 0

/** The share of a class; none where nothing is known. */
export const rateSaid = (part: number, of: FigureRow, day: PlainDate): Said | null =>
  isUnknown(of) ? null : shareSaid(part, { declared: of.declared, register: { households: of.register, day } })

const counted = (count: number, row: FigureRow) => (isUnknown(row) ? unknown : count)

/** On the day of the facts, of which the register speaks. */
export const figureColumns = (day: PlainDate) =>
  columnsOf<FigureRow>()([
    { key: 'name', head: { vi: 'Đơn vị', en: 'Unit' }, text: (row) => row.name },
    { key: 'poor', head: { vi: 'Hộ nghèo', en: 'Poor' }, number: true, text: (row) => counted(row.poor, row) },
    { key: 'poorShare', head: { vi: 'Tỷ lệ hộ nghèo', en: 'Share poor' }, text: (row) => rateSaid(row.poor, row, day) },
    {
      key: 'near',
      head: { vi: 'Hộ cận nghèo', en: 'Near-poor' },
      number: true,
      text: (row) => counted(row.nearPoor, row),
    },
    {
      key: 'nearShare',
      head: { vi: 'Tỷ lệ hộ cận nghèo', en: 'Share near-poor' },
      text: (row) => rateSaid(row.nearPoor, row, day),
    },
    {
      key: 'declared',
      head: { vi: 'Hộ khai báo', en: 'Declared' },
      number: true,
      text: (row) => row.declared?.households ?? null,
    },
    { key: 'register', head: { vi: 'Hộ trong sổ', en: 'Register' }, number: true, text: (row) => row.register },
  ])
