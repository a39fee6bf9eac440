import { showDate } from '#kernel/dates.ts'
import { withMark } from '#kernel/marks.ts'
import { columnsOf } from '#kernel/table.ts'
import { gateModes, gateSaid, type Setting, settingStates } from './model.ts'

export const settingColumns = columnsOf<Setting>()([
  { key: 'from', head: { vi: 'Cho kỳ mở từ ngày', en: 'Rounds opened from' }, text: (row) => showDate(row.from) },
  { key: 'mode', head: { vi: 'Cách làm', en: 'Mode' }, text: (row) => gateModes[row.mode] },
  { key: 'says', head: { vi: 'Nghĩa là', en: 'That is' }, text: (row) => gateSaid[row.mode] },
  { key: 'area', head: { vi: 'Tỉnh', en: 'Province' }, text: (row) => row.areaName },
  { key: 'state', head: { vi: 'Tình trạng', en: 'State' }, text: (row) => settingStates[row.state] },
  { key: 'legal', head: { vi: 'Văn bản', en: 'Document' }, text: (row) => withMark(row.legalReference, row.mark) },
  { key: 'because', head: { vi: 'Lý do rút', en: 'Why withdrawn' }, off: true, text: (row) => row.because },
])
