import { showDate } from '#kernel/dates.ts'
import { columnsOf } from '#kernel/table.ts'
import type { Said } from '#kernel/text.ts'
import { type Change, changeKinds, type Side, type Version } from './model.ts'

const none: Said = { vi: 'không có', en: 'none' }

export const amendmentSaid = (amendment: number): Said =>
  amendment === 0
    ? { vi: 'Phê duyệt lần đầu', en: 'First approved' }
    : { vi: `Điều chỉnh lần ${amendment}`, en: `Amendment ${amendment}` }

export const versionColumns = columnsOf<Version>()([
  { key: 'amendment', head: { vi: 'Lần', en: 'Which' }, text: (row) => amendmentSaid(row.amendment) },
  { key: 'day', head: { vi: 'Từ ngày', en: 'From' }, text: (row) => showDate(row.day) },
  { key: 'decision', head: { vi: 'Quyết định', en: 'Decision' }, text: (row) => `${row.number}, ${row.issuer}` },
  { key: 'reason', head: { vi: 'Lý do', en: 'Why' }, text: (row) => row.reason || none },
  { key: 'classes', head: { vi: 'Số lớp', en: 'Classes' }, number: true, text: (row) => row.classes },
  { key: 'people', head: { vi: 'Lượt người', en: 'Attendances' }, number: true, text: (row) => row.people },
  { key: 'dong', head: { vi: 'Kinh phí (đồng)', en: 'Money (VND)' }, number: true, text: (row) => row.dong },
])

/** "Bỏ: Không đủ người" */
function kindSaid({ kind, because }: Change): Said {
  const { vi, en } = changeKinds[kind]
  return because ? { vi: `${vi}: ${because}`, en: `${en}: ${because}` } : { vi, en }
}

const of = (side: Side, figure: 'people' | 'classes' | 'dong') => (side ? side[figure] : none)

/** "Thuê xe: Ngân sách xã, 2 × 3.000.000 đ → (trống)" */
export const elseSaid = ({ field, was, is }: Change['said'][number]): Said => ({
  vi: `${field.vi}: ${was.vi || '(trống)'} → ${is.vi || '(trống)'}`,
  en: `${field.en}: ${was.en || '(empty)'} → ${is.en || '(empty)'}`,
})

export const changeColumns = columnsOf<Change>()([
  { key: 'topic', head: { vi: 'Chuyên đề', en: 'Topic' }, text: (row) => row.topic },
  { key: 'amendment', head: { vi: 'Lần', en: 'Which' }, text: (row) => amendmentSaid(row.amendment) },
  { key: 'kind', head: { vi: 'Thay đổi', en: 'Change' }, text: kindSaid },
  {
    key: 'people-was',
    head: { vi: 'Lượt người trước', en: 'Attendances before' },
    number: true,
    text: (row) => of(row.was, 'people'),
  },
  {
    key: 'people-is',
    head: { vi: 'Lượt người sau', en: 'Attendances after' },
    number: true,
    text: (row) => of(row.is, 'people'),
  },
  {
    key: 'classes-was',
    head: { vi: 'Lớp trước', en: 'Classes before' },
    number: true,
    text: (row) => of(row.was, 'classes'),
  },
  {
    key: 'classes-is',
    head: { vi: 'Lớp sau', en: 'Classes after' },
    number: true,
    text: (row) => of(row.is, 'classes'),
  },
  {
    key: 'dong-was',
    head: { vi: 'Kinh phí trước (đồng)', en: 'Money before (VND)' },
    number: true,
    text: (row) => of(row.was, 'dong'),
  },
  {
    key: 'dong-is',
    head: { vi: 'Kinh phí sau (đồng)', en: 'Money after (VND)' },
    number: true,
    text: (row) => of(row.is, 'dong'),
  },
  {
    key: 'said',
    head: { vi: 'Nội dung khác', en: 'What else' },
    text: ({ said }) => {
      const all = said.map(elseSaid)
      return { vi: all.map(({ vi }) => vi).join('. '), en: all.map(({ en }) => en).join('. ') }
    },
  },
])
