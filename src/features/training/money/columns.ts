import { addDays, showDate } from '#kernel/dates.ts'
import { withMark } from '#kernel/marks.ts'
import { columnsOf } from '#kernel/table.ts'
import { countedBys, type Norm, normStates } from './model.ts'

const normColumn = columnsOf<Norm>()([
  { key: 'item', head: { vi: 'Nội dung chi', en: 'Item' }, text: (row) => row.item },
  { key: 'area', head: { vi: 'Tỉnh', en: 'Province' }, text: (row) => row.areaName },
  { key: 'dong', head: { vi: 'Mức (đồng)', en: 'Amount (VND)' }, number: true, text: (row) => row.dong },
  { key: 'countedBy', head: { vi: 'Tính cho', en: 'Per' }, text: (row) => countedBys[row.countedBy] },
  { key: 'from', head: { vi: 'Từ ngày', en: 'From' }, text: (row) => showDate(row.from) },
  {
    key: 'last',
    head: { vi: 'Đến hết ngày', en: 'Last day' },
    text: (row) => (row.until ? showDate(addDays(row.until, -1)) : { vi: 'chưa hết', en: 'goes on' }),
  },
  { key: 'state', head: { vi: 'Tình trạng', en: 'State' }, text: (row) => normStates[row.state] },
  { key: 'legal', head: { vi: 'Căn cứ', en: 'Legal basis' }, text: (row) => withMark(row.legalReference, row.mark) },
])

export const normColumns = normColumn
/** Of one item: what all its values have in common is said above them. */
export const valueColumns = normColumn.filter(({ key }) => key !== 'area')
