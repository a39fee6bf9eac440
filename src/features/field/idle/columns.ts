/** The idle times as texts. */
import { showDate } from '#kernel/dates.ts'
import { withMark } from '#kernel/marks.ts'
import { columnsOf } from '#kernel/table.ts'
import { type IdleRow, idleStates } from './model.ts'

export const idleColumns = columnsOf<IdleRow>()([
  { key: 'area', head: { vi: 'Tỉnh', en: 'Province' }, text: (row) => row.areaName },
  { key: 'minutes', head: { vi: 'Số phút', en: 'Minutes' }, number: true, text: (row) => row.minutes },
  { key: 'from', head: { vi: 'Từ ngày', en: 'From' }, text: (row) => showDate(row.from) },
  { key: 'state', head: { vi: 'Tình trạng', en: 'State' }, text: (row) => idleStates[row.state] },
  { key: 'basis', head: { vi: 'Căn cứ', en: 'Legal basis' }, text: (row) => withMark(row.legalReference, row.mark) },
  { key: 'because', head: { vi: 'Vì sao bỏ', en: 'Why taken back' }, text: (row) => row.withdrawnBecause },
])
