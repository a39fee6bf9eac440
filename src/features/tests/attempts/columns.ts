import { showInstant } from '#kernel/dates.ts'
import { columnsOf } from '#kernel/table.ts'
import type { Said } from '#kernel/text.ts'
import { type PassMark, testPurposes, testStates } from '../drawn/model.ts'
import { attemptWays, type Gain, type Mark, type MyTest, notNow, type Result } from './model.ts'
import { markSaid, ofAll } from './rules.ts'

const none = { vi: 'chưa làm', en: 'not taken' }
const passedSaid = (mark: Mark | null): Said => {
  if (!mark) return none
  if (mark.passed === null) return { vi: 'không xét', en: 'not asked' }
  return mark.passed ? { vi: 'Đạt', en: 'Passed' } : { vi: 'Chưa đạt', en: 'Not passed' }
}

export const resultColumns = (pass: PassMark | null) =>
  columnsOf<Result>()([
    { key: 'name', head: { vi: 'Họ tên', en: 'Name' }, text: (row) => row.name },
    { key: 'unit', head: { vi: 'Đơn vị', en: 'Unit' }, text: (row) => row.unitName },
    {
      key: 'passed',
      head: { vi: 'Kết quả', en: 'Result' },
      text: ({ mark, open }) => (open && !mark ? { vi: 'đang làm', en: 'being taken' } : passedSaid(mark)),
    },
    {
      key: 'mark',
      head: { vi: 'Điểm, so với mức đạt', en: 'Mark against the one to reach' },
      text: ({ mark }) => (mark ? markSaid(mark, pass) : ''),
    },
    { key: 'attempts', head: { vi: 'Lượt làm', en: 'Attempts' }, number: true, text: (row) => row.attempts },
    { key: 'way', head: { vi: 'Cách làm', en: 'How' }, text: ({ way }) => (way ? attemptWays[way] : '') },
    {
      key: 'sent',
      head: { vi: 'Nộp lúc', en: 'Sent' },
      off: true,
      text: ({ sentAt }) => (sentAt ? showInstant(sentAt) : ''),
    },
    { key: 'variant', head: { vi: 'Mã đề', en: 'Variant' }, number: true, off: true, text: (row) => row.variant },
  ])

const share = ({ num, of, questions }: Mark): number => num / (of * questions)
/** In points of a hundred, for reading only. */
const shown = (mark: Mark): string => `${(share(mark) * 100).toFixed(1).replace('.', ',')}/100`
export const gainIn = ({ before, after }: Gain): number | null =>
  before && after ? (share(after) - share(before)) * 100 : null
export const gainSaid = (gain: number): string => `${gain > 0 ? '+' : ''}${gain.toFixed(1).replace('.', ',')}`

export const gainColumns = columnsOf<Gain>()([
  { key: 'name', head: { vi: 'Họ tên', en: 'Name' }, text: (row) => row.name },
  { key: 'unit', head: { vi: 'Đơn vị', en: 'Unit' }, text: (row) => row.unitName },
  { key: 'before', head: { vi: 'Đầu khóa', en: 'Before' }, text: ({ before }) => (before ? ofAll(before) : none) },
  { key: 'after', head: { vi: 'Cuối khóa', en: 'After' }, text: ({ after }) => (after ? ofAll(after) : none) },
  {
    key: 'shares',
    head: { vi: 'Quy về 100, làm tròn', en: 'Of a hundred, rounded' },
    text: ({ before, after }) => (before && after ? `${shown(before)} → ${shown(after)}` : ''),
  },
  {
    key: 'gain',
    head: { vi: 'Tăng', en: 'Gain' },
    number: true,
    text: (row) => {
      const gain = gainIn(row)
      return gain === null ? { vi: 'không tính', en: 'not counted' } : gainSaid(gain)
    },
  },
])

/** What is shown of the attempts of one's own: each by itself. */
const mineSaid = ({ mine, pass }: MyTest, language: keyof Said): string =>
  mine
    .filter(({ mark }) => mark !== null)
    .map(
      ({ number, mark }) =>
        `${language === 'vi' ? 'lần' : 'attempt'} ${number}: ${mark && markSaid(mark, pass)[language]}`,
    )
    .join('. ')

export const myTestColumns = columnsOf<MyTest>()([
  { key: 'title', head: { vi: 'Bài kiểm tra', en: 'Test' }, text: (row) => row.title },
  { key: 'class', head: { vi: 'Lớp', en: 'Class' }, text: (row) => row.classTitle },
  { key: 'purpose', head: { vi: 'Dùng cho', en: 'For' }, text: (row) => testPurposes[row.purpose] },
  { key: 'state', head: { vi: 'Tình trạng', en: 'State' }, text: (row) => testStates[row.state] },
  {
    key: 'marks',
    head: { vi: 'Kết quả từng lần', en: 'Each result' },
    text: (row) => ({ vi: mineSaid(row, 'vi') || none.vi, en: mineSaid(row, 'en') || none.en }),
  },
  { key: 'why', head: { vi: 'Ghi chú', en: 'Note' }, off: true, text: (row) => (row.notNow ? notNow[row.notNow] : '') },
])
