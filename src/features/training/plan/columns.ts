import { levelWords } from '#features/areas/words.ts'
import { addDays, showDate } from '#kernel/dates.ts'
import { showMoney } from '#kernel/numbers.ts'
import { columnsOf } from '#kernel/table.ts'
import type { Said } from '#kernel/text.ts'
import { type AudiencePost, audiencePosts } from '../frameworks/model.ts'
import { countedBys } from '../money/model.ts'
import {
  type GoneSince,
  goneWords,
  type Line,
  type Money,
  type MoneyOfLine,
  moneySources,
  type Plan,
  type PlanSeat,
  planStates,
} from './model.ts'
import { codeSaid } from './rules/lines.ts'
import { weeksSaid } from './rules/weeks.ts'

const unsaid: Said = { vi: 'chưa ghi', en: 'not said' }

/** Whom a topic is for, as a plan says it: in the words of the framework. */
export const postsSaid = (posts: readonly AudiencePost[]): string =>
  posts.map((post) => audiencePosts[post].vi).join('; ')

/** "Chương trình 135: Tiểu dự án 3" */
export const programmeSaid = ({ name, partOf }: Plan['programme']): string => (partOf ? `${partOf}: ${name}` : name)

/** "Kế hoạch tập huấn (điều chỉnh lần 2)" */
export const planNamed = ({ name, amendment }: Pick<Plan, 'name' | 'amendment'>): Said =>
  amendment === 0
    ? { vi: name, en: name }
    : { vi: `${name} (điều chỉnh lần ${amendment})`, en: `${name} (amendment ${amendment})` }

/** "Đã phê duyệt; nhiều hơn kế hoạch cấp trên ở 2 chuyên đề" */
function planStateSaid({ state, beyond, givenUp }: Plan): Said {
  if (givenUp) return { vi: `Đã bỏ ngày ${showDate(givenUp.on)}`, en: `Given up on ${showDate(givenUp.on)}` }
  const { vi, en } = planStates[state]
  if (beyond === 0) return planStates[state]
  return {
    vi: `${vi}; nhiều hơn kế hoạch cấp trên ở ${beyond} chuyên đề`,
    en: `${en}; more than the plan above in ${beyond === 1 ? '1 topic' : `${beyond} topics`}`,
  }
}

export const planColumns = columnsOf<Plan>()([
  { key: 'name', head: { vi: 'Kế hoạch', en: 'Plan' }, text: planNamed },
  { key: 'year', head: { vi: 'Năm', en: 'Year' }, text: (row) => String(row.year) },
  { key: 'area', head: { vi: 'Đơn vị', en: 'Unit' }, text: (row) => row.areaName },
  { key: 'level', head: { vi: 'Cấp', en: 'Level' }, off: true, text: (row) => levelWords[row.level] },
  { key: 'programme', head: { vi: 'Chương trình', en: 'Programme' }, text: (row) => programmeSaid(row.programme) },
  { key: 'state', head: { vi: 'Tình trạng', en: 'State' }, text: planStateSaid },
  {
    key: 'approved',
    head: { vi: 'Quyết định', en: 'Decision' },
    off: true,
    text: ({ approved }) => approved && `${approved.number}, ${showDate(approved.day)}, ${approved.issuer}`,
  },
  { key: 'classes', head: { vi: 'Số lớp', en: 'Classes' }, number: true, text: (row) => row.classes },
  { key: 'people', head: { vi: 'Lượt người', en: 'Attendances' }, number: true, text: (row) => row.people },
  { key: 'dong', head: { vi: 'Kinh phí (đồng)', en: 'Money (VND)' }, number: true, text: (row) => row.dong },
])

/** "Xã Tam Hồng, hội trường UBND" */
export const placeSaid = ({ placeName, place }: Pick<Line, 'placeName' | 'place'>): string =>
  [placeName, place].filter(Boolean).join(', ')

/** Where the amount is from, and whether its norm says another one by now. */
export function normSaid({ normId, countedBy, normNow, normOn }: Money): Said {
  if (!normId || !countedBy) return { vi: 'ngoài định mức', en: 'by no norm' }
  const { vi, en } = countedBys[countedBy]
  if (normNow === null || normOn === null) return { vi: `theo ${vi}`, en: `per ${en}` }
  const day = showDate(normOn)
  if (normNow === 0) return { vi: `theo ${vi}; ngày ${day} không còn định mức`, en: `per ${en}; no norm on ${day}` }
  return {
    vi: `theo ${vi}; định mức ngày ${day} là ${showMoney(normNow)}`,
    en: `per ${en}; the norm of ${day} is ${showMoney(normNow)}`,
  }
}

/** "đã qua đời 12/10/2026": the last day with a post. */
export function goneSaid({ why, since }: GoneSince): Said {
  const [{ vi, en }, day] = [goneWords[why], showDate(addDays(since, -1))]
  return why === 'died'
    ? { vi: `${vi} ${day}`, en: `${en} on ${day}` }
    : { vi: `${vi} sau ${day}`, en: `${en} after ${day}` }
}

export const lineColumns = columnsOf<Line>()([
  { key: 'topic', head: { vi: 'Chuyên đề', en: 'Topic' }, text: (row) => `${codeSaid(row)} ${row.title}` },
  { key: 'audience', head: { vi: 'Đối tượng', en: 'For whom' }, text: (row) => row.audience || unsaid },
  { key: 'people', head: { vi: 'Lượt người', en: 'Attendances' }, number: true, text: (row) => row.people },
  { key: 'named', head: { vi: 'Có tên', en: 'By name' }, number: true, text: (row) => row.named },
  { key: 'classes', head: { vi: 'Số lớp', en: 'Classes' }, number: true, text: (row) => row.classes },
  {
    key: 'hours',
    head: { vi: 'Số tiết một lớp', en: 'Hours of a class' },
    number: true,
    text: (row) => row.hours ?? unsaid,
  },
  { key: 'place', head: { vi: 'Ở đâu', en: 'Where' }, text: (row) => placeSaid(row) || unsaid },
  { key: 'weeks', head: { vi: 'Tuần', en: 'Weeks' }, text: (row) => weeksSaid(row.weeks) || unsaid },
  { key: 'dong', head: { vi: 'Kinh phí (đồng)', en: 'Money (VND)' }, number: true, text: (row) => row.dong },
  { key: 'done', head: { vi: 'Thực hiện', en: 'Done' }, text: () => ({ vi: 'chưa có dữ liệu', en: 'no data yet' }) },
  { key: 'note', head: { vi: 'Ghi chú', en: 'Note' }, off: true, text: (row) => row.note },
])

export const planSeatColumns = columnsOf<PlanSeat>()([
  {
    key: 'person',
    head: { vi: 'Người', en: 'Person' },
    text: (row) => row.person ?? { vi: 'hồ sơ nay ở đơn vị khác', en: 'the record is kept elsewhere now' },
  },
  { key: 'birth', head: { vi: 'Năm sinh', en: 'Born' }, text: ({ birthYear }) => (birthYear ? String(birthYear) : '') },
  { key: 'gone', head: { vi: 'Nay', en: 'Now' }, text: ({ gone }) => gone && goneSaid(gone) },
  { key: 'home', head: { vi: 'Đơn vị', en: 'Unit' }, text: (row) => row.homeName },
  { key: 'topic', head: { vi: 'Chuyên đề', en: 'Topic' }, text: (row) => `${row.code} ${row.title}` },
  { key: 'place', head: { vi: 'Ở đâu', en: 'Where' }, text: (row) => placeSaid(row) || unsaid },
  { key: 'weeks', head: { vi: 'Tuần', en: 'Weeks' }, text: (row) => weeksSaid(row.weeks) || unsaid },
])

export const moneyColumns = columnsOf<MoneyOfLine>()([
  { key: 'code', head: { vi: 'Chuyên đề', en: 'Topic' }, text: (row) => `${row.code} ${row.title}` },
  { key: 'what', head: { vi: 'Nội dung chi', en: 'What for' }, text: (row) => row.what },
  { key: 'source', head: { vi: 'Nguồn', en: 'Source' }, text: (row) => moneySources[row.source] },
  { key: 'quantity', head: { vi: 'Số lượng', en: 'Quantity' }, number: true, text: (row) => row.quantity },
  { key: 'dong', head: { vi: 'Đơn giá (đồng)', en: 'For one (VND)' }, number: true, text: (row) => row.dong },
  { key: 'amount', head: { vi: 'Thành tiền (đồng)', en: 'Amount (VND)' }, number: true, text: (row) => row.amount },
  { key: 'norm', head: { vi: 'Định mức', en: 'Norm' }, text: normSaid },
])
