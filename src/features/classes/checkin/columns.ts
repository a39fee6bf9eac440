import { showInstant } from '#kernel/dates.ts'
import { columnsOf } from '#kernel/table.ts'
import { type WalkIn, walkInStates } from './model.ts'

export const walkInColumns = columnsOf<WalkIn>()([
  { key: 'name', head: { vi: 'Họ tên', en: 'Name' }, text: (row) => row.name },
  { key: 'state', head: { vi: 'Tình trạng', en: 'State' }, text: (row) => walkInStates[row.state] },
  { key: 'official', head: { vi: 'Trong sổ cán bộ', en: 'In the roster' }, text: (row) => row.officialName },
  {
    key: 'how',
    head: { vi: 'Ghi nhận', en: 'Taken' },
    text: ({ byCode, at }) => ({
      vi: `${byCode ? 'bằng mã' : 'ghi tay'}, ${showInstant(at)}`,
      en: `${byCode ? 'by the code' : 'by hand'}, ${showInstant(at)}`,
    }),
  },
  { key: 'settled', head: { vi: 'Ai ghép, bỏ', en: 'Settled by' }, text: (row) => row.settledBy },
  { key: 'because', head: { vi: 'Lý do', en: 'Why' }, text: (row) => row.because },
])
