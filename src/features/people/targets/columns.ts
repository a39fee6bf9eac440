/** The targets of moves as texts. */
import { addDays, showDate } from '#kernel/dates.ts'
import { withMark } from '#kernel/marks.ts'
import { columnsOf } from '#kernel/table.ts'
import type { Said } from '#kernel/text.ts'
import { kindSaid, missingOf, type TargetLine } from './model.ts'

const unknown: Said = { vi: 'chưa có dữ liệu', en: 'no data' }
const none: Said = { vi: 'chưa có chỉ tiêu', en: 'no target' }

export const targetColumns = columnsOf<TargetLine>()([
  { key: 'year', head: { vi: 'Năm', en: 'Year' }, text: (row) => String(row.year) },
  { key: 'kind', head: { vi: 'Hình thức', en: 'Kind' }, text: (row) => kindSaid(row.kind) },
  {
    key: 'people',
    head: { vi: 'Chỉ tiêu (người)', en: 'Target (people)' },
    number: true,
    text: (row) => row.people ?? none,
  },
  {
    key: 'moved',
    head: { vi: 'Đã thực hiện (người)', en: 'Moved (people)' },
    number: true,
    text: (row) => row.moved ?? unknown,
  },
  {
    key: 'missing',
    head: { vi: 'Còn thiếu (người)', en: 'Missing (people)' },
    number: true,
    text: (row) => missingOf(row) ?? '',
  },
  {
    key: 'legal',
    head: { vi: 'Căn cứ', en: 'Legal basis' },
    text: ({ legalReference, mark }) => legalReference && withMark(legalReference, mark ?? 'text'),
  },
  { key: 'from', head: { vi: 'Áp dụng từ', en: 'From' }, text: ({ from }) => from && showDate(from) },
  {
    key: 'last',
    head: { vi: 'Đến hết ngày', en: 'Last day' },
    text: ({ from, until, endedBecause: why }) => {
      if (until === null || from === null) return null
      if (until === from) return { vi: `ghi nhầm: ${why}`, en: `entered by mistake: ${why}` }
      return [showDate(addDays(until, -1)), why].filter(Boolean).join(': ')
    },
  },
])
