import { showDate } from '#kernel/dates.ts'
import { columnsOf } from '#kernel/table.ts'
import type { Said } from '#kernel/text.ts'
import { type Asked, askedStates, type Comment, type Open, type Owed, verdicts } from './model.ts'

const whole: Said = { vi: 'cả kế hoạch', en: 'the whole plan' }
const agreed: Said = { vi: 'Không có ý kiến thêm', en: 'Nothing to add' }

/** The answer that stands, or why there is none. */
export function replySaid({ replies, agrees, withdrawn }: Comment): Said {
  const last = replies.at(-1)
  if (withdrawn)
    return { vi: `đã rút ${showDate(withdrawn.on)}: ${withdrawn.because}`, en: `withdrawn ${showDate(withdrawn.on)}` }
  if (!last) return agrees ? { vi: 'không cần trả lời', en: 'no answer needed' } : { vi: 'chưa trả lời', en: 'not yet' }
  const { vi, en } = verdicts[last.verdict]
  const rest = [last.says, `${last.by}, ${showDate(last.on)}`].filter(Boolean).join(' - ')
  return { vi: `${vi}. ${rest}`, en: `${en}. ${rest}` }
}

export const commentColumns = columnsOf<Comment>()([
  { key: 'unit', head: { vi: 'Đơn vị góp ý', en: 'Unit' }, text: (row) => row.unitName },
  { key: 'about', head: { vi: 'Góp ý về', en: 'About' }, text: (row) => row.about || whole },
  { key: 'says', head: { vi: 'Nội dung góp ý', en: 'Comment' }, text: (row) => (row.agrees ? agreed : row.says) },
  { key: 'by', head: { vi: 'Người góp ý', en: 'By' }, text: (row) => row.by },
  { key: 'on', head: { vi: 'Ngày', en: 'Day' }, text: (row) => showDate(row.on) },
  {
    key: 'late',
    head: { vi: 'Đúng hạn', en: 'In time' },
    text: (row): Said => (row.late ? { vi: 'sau hạn', en: 'late' } : { vi: 'đúng hạn', en: 'in time' }),
  },
  { key: 'sending', head: { vi: 'Lần gửi', en: 'Sending' }, off: true, text: (row) => String(row.number) },
  { key: 'reply', head: { vi: 'Tiếp thu, giải trình', en: 'Answer' }, text: replySaid },
])

export const askedColumns = columnsOf<Asked>()([
  { key: 'unit', head: { vi: 'Đơn vị', en: 'Unit' }, text: (row) => row.unitName },
  { key: 'state', head: { vi: 'Góp ý', en: 'Comment' }, text: (row) => askedStates[row.state] },
  { key: 'comments', head: { vi: 'Số ý kiến', en: 'Comments' }, number: true, text: (row) => row.comments },
  {
    key: 'on',
    head: { vi: 'Ngày góp ý đầu tiên', en: 'First commented' },
    text: (row) => (row.answeredOn ? showDate(row.answeredOn) : { vi: 'chưa có', en: 'not yet' }),
  },
])

export const owedColumns = columnsOf<Owed>()([
  { key: 'plan', head: { vi: 'Kế hoạch', en: 'Plan' }, text: (row) => row.planName },
  { key: 'of', head: { vi: 'Đơn vị lập', en: 'Of' }, text: (row) => row.planUnit },
  { key: 'unit', head: { vi: 'Đơn vị góp ý', en: 'Unit' }, text: (row) => row.unitName },
  { key: 'due', head: { vi: 'Hạn', en: 'Until' }, text: (row) => showDate(row.due) },
  {
    key: 'state',
    head: { vi: 'Tình trạng', en: 'State' },
    text: (row) => askedStates[row.overdue ? 'overdue' : 'waits'],
  },
])

export const openColumns = columnsOf<Open>()([
  { key: 'plan', head: { vi: 'Kế hoạch', en: 'Plan' }, text: (row) => row.planName },
  { key: 'unit', head: { vi: 'Đơn vị góp ý', en: 'Unit' }, text: (row) => row.unitName },
  { key: 'about', head: { vi: 'Góp ý về', en: 'About' }, text: (row) => row.about || whole },
  { key: 'says', head: { vi: 'Nội dung góp ý', en: 'Comment' }, text: (row) => row.says },
  { key: 'on', head: { vi: 'Ngày', en: 'Day' }, text: (row) => showDate(row.on) },
])
