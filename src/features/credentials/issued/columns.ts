import { showDate } from '#kernel/dates.ts'
import { columnsOf } from '#kernel/table.ts'
import { bases, type Credential, credentialStates, groundGone } from './model.ts'

export const credentialColumns = columnsOf<Credential>()([
  { key: 'name', head: { vi: 'Họ tên', en: 'Name' }, text: (row) => row.name },
  { key: 'unit', head: { vi: 'Đơn vị', en: 'Unit' }, text: (row) => row.unit },
  { key: 'rule', head: { vi: 'Chứng nhận', en: 'Credential' }, text: (row) => row.rule },
  {
    key: 'standard',
    head: { vi: 'Theo chuẩn', en: 'Standard' },
    off: true,
    text: ({ standard }) => standard ?? { vi: 'không', en: 'none' },
  },
  { key: 'basis', head: { vi: 'Căn cứ', en: 'Basis' }, text: (row) => bases[row.basis] },
  { key: 'from', head: { vi: 'Từ ngày', en: 'From' }, text: (row) => showDate(row.validFrom) },
  {
    key: 'last',
    head: { vi: 'Đến hết ngày', en: 'Last day' },
    text: ({ lastDay, issuedLast }) =>
      lastDay === issuedLast
        ? showDate(lastDay)
        : { vi: `${showDate(lastDay)} (gia hạn)`, en: `${showDate(lastDay)} (extended)` },
  },
  {
    key: 'state',
    head: { vi: 'Tình trạng', en: 'State' },
    text: ({ state, groundless }) => {
      const { vi, en } = credentialStates[state]
      return groundless
        ? { vi: `${vi}; ${groundGone.vi.toLowerCase()}`, en: `${en}; ${groundGone.en.toLowerCase()}` }
        : { vi, en }
    },
  },
])
