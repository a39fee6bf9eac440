/** Records that may be of one person, as texts. */
import { columnsOf } from '#kernel/table.ts'
import type { Double } from './model.ts'

export const doubleColumns = columnsOf<Double>()([
  { key: 'name', head: { vi: 'Họ tên', en: 'Name' }, text: (row) => row.name },
  { key: 'birth', head: { vi: 'Năm sinh', en: 'Born' }, text: (row) => String(row.birthYear) },
  { key: 'one', head: { vi: 'Một hồ sơ do', en: 'One record kept by' }, text: (row) => row.oneUnit },
  { key: 'other', head: { vi: 'Hồ sơ kia do', en: 'The other kept by' }, text: (row) => row.otherUnit },
])
