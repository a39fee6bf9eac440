import { classKinds } from '#features/classes/list/model.ts'
import { addDays, showDate } from '#kernel/dates.ts'
import { withMark } from '#kernel/marks.ts'
import { columnsOf } from '#kernel/table.ts'
import type { Said } from '#kernel/text.ts'
import { organisersAsked, type Rule, ruleStates } from './model.ts'
import { lastsSaid } from './rules.ts'

const no = { vi: 'không', en: 'no' }
const yes = { vi: 'có', en: 'yes' }
const renewSaid = ({ renewMonths }: Rule) =>
  renewMonths > 0 ? { vi: `trong ${renewMonths} tháng`, en: `within ${renewMonths} months` } : no

/** "Tập huấn, Bồi dưỡng; Tỉnh mở": which classes count. */
function countedSaid(kinds: Rule['classKinds'], heldBy: Rule['heldBy']): Said {
  if (kinds.length === 0 && heldBy === null) return { vi: 'mọi lớp', en: 'every class' }
  const said = (of: 'vi' | 'en') =>
    [
      ...(kinds.length > 0 ? [kinds.map((kind) => classKinds[kind][of]).join(', ')] : []),
      ...(heldBy ? [`${of === 'vi' ? 'mở bởi: ' : 'held by: '}${organisersAsked[heldBy][of].toLowerCase()}`] : []),
    ].join('; ')
  return { vi: said('vi'), en: said('en') }
}

export const ruleColumns = columnsOf<Rule>()([
  { key: 'name', head: { vi: 'Chứng nhận', en: 'Credential' }, text: (row) => row.name },
  {
    key: 'topics',
    head: { vi: 'Phải hoàn thành', en: 'To be completed' },
    text: ({ topics }) => topics.map(({ code, title }) => `${code}. ${title}`).join('; '),
  },
  {
    key: 'classes',
    head: { vi: 'Lớp được tính', en: 'Classes that count' },
    text: ({ classKinds: kinds, heldBy }) => countedSaid(kinds, heldBy),
  },
  {
    key: 'test',
    head: { vi: 'Cần bài kiểm tra đạt', en: 'Needs a passed test' },
    text: ({ needsTest }) => (needsTest ? yes : no),
  },
  {
    key: 'standard',
    head: { vi: 'Khảo sát theo chuẩn', en: 'To survey by' },
    text: ({ standard }) => standard ?? { vi: 'không dùng để khảo sát', en: 'not for surveys' },
  },
  { key: 'lasts', head: { vi: 'Thời hạn', en: 'Lasts' }, text: lastsSaid },
  { key: 'renew', head: { vi: 'Gia hạn bằng ôn tập', en: 'Renewed by a refresher' }, text: renewSaid },
  {
    key: 'carries',
    head: { vi: 'Ôn tập để sang chuẩn mới', en: 'Refresher carries over' },
    off: true,
    text: ({ carriesOver }) => (carriesOver ? yes : no),
  },
  { key: 'area', head: { vi: 'Tỉnh', en: 'Province' }, text: (row) => row.areaName },
  { key: 'from', head: { vi: 'Từ ngày', en: 'From' }, text: (row) => showDate(row.from) },
  {
    key: 'last',
    head: { vi: 'Đến hết ngày', en: 'Last day' },
    text: (row) => (row.until ? showDate(addDays(row.until, -1)) : { vi: 'chưa hết', en: 'goes on' }),
  },
  { key: 'state', head: { vi: 'Tình trạng', en: 'State' }, text: (row) => ruleStates[row.state] },
  { key: 'legal', head: { vi: 'Căn cứ', en: 'Legal basis' }, text: (row) => withMark(row.legalReference, row.mark) },
  { key: 'because', head: { vi: 'Lý do hết, rút', en: 'Why it ended' }, off: true, text: (row) => row.because },
])
