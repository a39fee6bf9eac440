import { addDays, showDate } from '#kernel/dates.ts'
import { withMark } from '#kernel/marks.ts'
import { columnsOf } from '#kernel/table.ts'
import { type Limit, limitKinds, limitStates } from './model.ts'
import { limitSaid } from './rules.ts'

export const limitColumns = columnsOf<Limit>()([
  { key: 'kind', head: { vi: 'Giới hạn', en: 'Limit' }, text: (row) => limitKinds[row.kind] },
  { key: 'says', head: { vi: 'Nội dung', en: 'Says' }, text: (row) => limitSaid(row.kind, row) },
  { key: 'area', head: { vi: 'Tỉnh', en: 'Province' }, text: (row) => row.areaName },
  { key: 'from', head: { vi: 'Từ ngày', en: 'From' }, text: (row) => showDate(row.from) },
  {
    key: 'last',
    head: { vi: 'Đến hết ngày', en: 'Last day' },
    text: (row) => (row.until ? showDate(addDays(row.until, -1)) : { vi: 'chưa hết', en: 'goes on' }),
  },
  { key: 'state', head: { vi: 'Tình trạng', en: 'State' }, text: (row) => limitStates[row.state] },
  { key: 'legal', head: { vi: 'Căn cứ', en: 'Legal basis' }, text: (row) => withMark(row.legalReference, row.mark) },
  { key: 'because', head: { vi: 'Lý do hết, rút', en: 'Why it ended' }, off: true, text: (row) => row.because },
])
