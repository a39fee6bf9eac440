/** Who is responsible, as texts. */
import { levelWords } from '#features/areas/words.ts'
import { addDays, showDate } from '#kernel/dates.ts'
import { columnsOf } from '#kernel/table.ts'
import { actingSaid, unplacedSince } from '../roster/columns.ts'
import type { ResponsibleLine } from './contract.ts'

export const responsibleColumns = columnsOf<ResponsibleLine>()([
  { key: 'name', head: { vi: 'Họ tên', en: 'Name' }, text: (row) => row.name },
  { key: 'post', head: { vi: 'Chức danh', en: 'Post' }, text: actingSaid },
  { key: 'area', head: { vi: 'Tại', en: 'At' }, text: (row) => row.areaName },
  { key: 'level', head: { vi: 'Cấp', en: 'Level' }, text: (row) => levelWords[row.level] },
  { key: 'from', head: { vi: 'Từ ngày', en: 'From' }, text: (row) => showDate(row.from) },
  {
    key: 'last',
    head: { vi: 'Đến hết ngày', en: 'To the end of' },
    text: ({ until, unplacedFrom }) => {
      if (until) return showDate(addDays(until, -1))
      return unplacedFrom ? unplacedSince(unplacedFrom) : { vi: 'nay', en: 'now' }
    },
  },
  { key: 'decision', head: { vi: 'Quyết định', en: 'Decision' }, text: (row) => row.decisionNumber },
])
