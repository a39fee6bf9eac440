/** The list of slips as texts. */
import { showDate, showInstant } from '#kernel/dates.ts'
import { columnsOf } from '#kernel/table.ts'
import { type Slip, slipStates } from './model.ts'

const instant = (at: Slip['madeAt']): string => (at ? showInstant(at) : '')

export const slipColumns = columnsOf<Slip>()([
  { key: 'name', head: { vi: 'Họ tên', en: 'Name' }, text: (row) => row.name },
  { key: 'login', head: { vi: 'Tên đăng nhập', en: 'User name' }, text: (row) => row.login },
  { key: 'places', head: { vi: 'Khảo sát tại', en: 'Surveys in' }, text: (row) => row.places.join(', ') },
  { key: 'state', head: { vi: 'Giấy vào máy', en: 'Slip' }, text: ({ state }) => slipStates[state] },
  {
    key: 'last',
    head: { vi: 'Dùng được đến hết', en: 'Lets in until' },
    text: ({ lastDay }) => (lastDay ? showDate(lastDay) : ''),
  },
  { key: 'printed', head: { vi: 'In lần cuối', en: 'Last printed' }, text: ({ printedAt }) => instant(printedAt) },
  { key: 'used', head: { vi: 'Dùng lúc', en: 'Used at' }, text: ({ usedAt }) => instant(usedAt) },
  { key: 'made', head: { vi: 'Cấp lúc', en: 'Given at' }, off: true, text: ({ madeAt }) => instant(madeAt) },
  { key: 'by', head: { vi: 'Người cấp', en: 'Given by' }, off: true, text: (row) => row.madeBy },
])
