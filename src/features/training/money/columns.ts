import { addDays, showDate } from '#kernel/dates.ts'
import { withMark } from '#kernel/marks.ts'
import { columnsOf } from '#kernel/table.ts'
import type { Said } from '#kernel/text.ts'
import { countedBys, type Norm, normStates } from './model.ts'

/** The last day of a value; of one that was entered by mistake that it never held. */
export const lastSaid = ({ from, until }: Pick<Norm, 'from' | 'until'>): Said => {
  if (until === null) return { vi: 'chưa hết', en: 'goes on' }
  const last = showDate(addDays(until, -1))
  return until === from ? mistaken : { vi: last, en: last }
}
const mistaken: Said = { vi: 'ghi nhầm', en: 'entered by mistake' }

const normColumn = columnsOf<Norm>()([
  { key: 'item', head: { vi: 'Nội dung chi', en: 'Item' }, text: (row) => row.item },
  { key: 'area', head: { vi: 'Tỉnh', en: 'Province' }, text: (row) => row.areaName },
  { key: 'dong', head: { vi: 'Mức (đồng)', en: 'Amount (VND)' }, number: true, text: (row) => row.dong },
  { key: 'countedBy', head: { vi: 'Tính cho', en: 'Per' }, text: (row) => countedBys[row.countedBy] },
  { key: 'from', head: { vi: 'Từ ngày', en: 'From' }, text: (row) => showDate(row.from) },
  {
    key: 'last',
    head: { vi: 'Đến hết ngày', en: 'Last day' },
    text: lastSaid,
  },
  { key: 'state', head: { vi: 'Tình trạng', en: 'State' }, text: (row) => normStates[row.state] },
  { key: 'legal', head: { vi: 'Căn cứ', en: 'Legal basis' }, text: (row) => withMark(row.legalReference, row.mark) },
])

export const normColumns = normColumn
/** Of one item: what all its values have in common is said above them. */
export const valueColumns = normColumn.filter(({ key }) => key !== 'area')
