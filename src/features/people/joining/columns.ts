/** Records that may be of one person, as texts. */
import { columnsOf } from '#kernel/table.ts'
import type { Said } from '#kernel/text.ts'
import type { Double } from './model.ts'

const none: Said = { vi: 'chưa giữ chức danh', en: 'no post' }
const sideOf = (post: Said | null, unit: string): Said => ({
  vi: `${(post ?? none).vi}; ${unit}`,
  en: `${(post ?? none).en}; ${unit}`,
})

export const doubleColumns = columnsOf<Double>()([
  { key: 'name', head: { vi: 'Họ tên', en: 'Name' }, text: (row) => row.name },
  { key: 'birth', head: { vi: 'Năm sinh', en: 'Born' }, text: (row) => String(row.birthYear) },
  {
    key: 'one',
    head: { vi: 'Một hồ sơ: chức danh, đơn vị giữ', en: 'One record: post, kept by' },
    text: (row) => sideOf(row.onePost, row.oneUnit),
  },
  {
    key: 'other',
    head: { vi: 'Hồ sơ kia', en: 'The other' },
    text: (row) =>
      sideOf(row.otherPost, row.otherName === row.name ? row.otherUnit : `${row.otherName}; ${row.otherUnit}`),
  },
])
