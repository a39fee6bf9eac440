import { columnsOf } from '#kernel/table.ts'
import { type Conflict, conflictDeeds } from './model.ts'

export const conflictColumns = columnsOf<Conflict>()([
  { key: 'household', head: { vi: 'Hộ', en: 'Household' }, text: (row) => row.headName },
  { key: 'number', head: { vi: 'Số hộ', en: 'Number' }, text: (row) => row.number },
  { key: 'village', head: { vi: 'Thôn', en: 'Village' }, text: (row) => row.villageName },
  { key: 'official', head: { vi: 'Cán bộ là thành viên', en: 'Official who lives there' }, text: (row) => row.name },
  {
    key: 'deed',
    head: { vi: 'Việc trong kỳ rà soát', en: 'Work in the round' },
    text: (row) => conflictDeeds[row.deed],
  },
])
