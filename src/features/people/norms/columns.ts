/** The norms as texts. */
import { type Level, levelWords } from '#features/areas/words.ts'
import { addDays, type PlainDate, showDate } from '#kernel/dates.ts'
import { withMark } from '#kernel/marks.ts'
import { columnsOf } from '#kernel/table.ts'
import type { Said } from '#kernel/text.ts'
import { type DatedRule, everywhere, type NormRule, ruleStates } from './model.ts'

/** The last day of a rule in words; one that was entered by mistake never held. */
const lastDaySaid = ({ from, until }: { from: PlainDate; until: PlainDate | null }): Said | string => {
  if (until === null) return { vi: 'chưa hết', en: 'goes on' }
  return until <= from ? { vi: 'ghi nhầm', en: 'entered by mistake' } : showDate(addDays(until, -1))
}

/** Where and when a rule holds, and by which text. */
export const ruleColumns = columnsOf<DatedRule>()([
  { key: 'area', head: { vi: 'Áp dụng tại', en: 'Holds in' }, text: (row) => row.areaName ?? everywhere },
  { key: 'from', head: { vi: 'Từ ngày', en: 'From' }, text: (row) => showDate(row.from) },
  { key: 'last', head: { vi: 'Đến hết ngày', en: 'Last day' }, text: lastDaySaid },
  { key: 'state', head: { vi: 'Tình trạng', en: 'State' }, text: (row) => ruleStates[row.state] },
  { key: 'basis', head: { vi: 'Căn cứ', en: 'Legal basis' }, text: (row) => withMark(row.legalBasis, row.mark) },
  { key: 'because', head: { vi: 'Lý do hết', en: 'Why it ended' }, off: true, text: (row) => row.endedBecause },
])

/** Of which units, and how many each should have. */
export const levelColumn = {
  key: 'level',
  head: { vi: 'Mỗi đơn vị', en: 'Each unit of' },
  text: ({ level }: { readonly level: Level }) => levelWords[level],
} as const

export const normRuleColumns = columnsOf<NormRule>()([
  { key: 'post', head: { vi: 'Chức danh', en: 'Post' }, text: (row) => row.said },
  levelColumn,
  { key: 'required', head: { vi: 'Số người', en: 'People' }, number: true, text: (row) => row.required },
  ...ruleColumns,
])
