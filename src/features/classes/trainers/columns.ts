import { goneSaid } from '#features/training/plan/columns.ts'
import { addDays, showDate } from '#kernel/dates.ts'
import { spacedPhone } from '#kernel/phones.ts'
import { columnsOf } from '#kernel/table.ts'
import { type Trainer, trainerStates } from './model.ts'

const notSaid = { vi: 'chưa ghi', en: 'not said' }

export const trainerColumns = columnsOf<Trainer>()([
  {
    key: 'name',
    head: { vi: 'Giảng viên', en: 'Trainer' },
    text: ({ name, gone }) => {
      if (gone === null) return name
      const { vi, en } = goneSaid(gone)
      return { vi: `${name} (${vi})`, en: `${name} (${en})` }
    },
  },
  { key: 'organisation', head: { vi: 'Nơi công tác', en: 'Works at' }, text: (row) => row.organisation || notSaid },
  {
    key: 'topics',
    head: { vi: 'Giảng chuyên đề', en: 'Teaches' },
    text: ({ topics }) =>
      topics.length > 0 ? topics.map(({ code, title }) => `${code}. ${title}`).join('; ') : notSaid,
  },
  {
    key: 'phone',
    head: { vi: 'Điện thoại', en: 'Phone' },
    text: (row) => (row.phone ? spacedPhone(row.phone) : notSaid),
  },
  { key: 'email', head: { vi: 'Thư điện tử', en: 'E-mail' }, off: true, text: (row) => row.email ?? notSaid },
  {
    key: 'roster',
    head: { vi: 'Trong sổ cán bộ', en: 'In the roster' },
    off: true,
    text: (row) => (row.officialId ? { vi: 'có', en: 'yes' } : { vi: 'người ở nơi khác', en: 'from elsewhere' }),
  },
  { key: 'area', head: { vi: 'Đơn vị quản lý', en: 'Kept by' }, text: (row) => row.areaName },
  { key: 'from', head: { vi: 'Từ ngày', en: 'From' }, off: true, text: (row) => showDate(row.from) },
  {
    key: 'last',
    head: { vi: 'Đến hết ngày', en: 'Last day' },
    off: true,
    text: ({ from, until }) => {
      if (until === null) return { vi: 'chưa thôi', en: 'goes on' }
      return until === from ? { vi: 'ghi nhầm', en: 'entered by mistake' } : showDate(addDays(until, -1))
    },
  },
  { key: 'state', head: { vi: 'Tình trạng', en: 'State' }, text: (row) => trainerStates[row.state] },
  { key: 'because', head: { vi: 'Lý do thôi', en: 'Why it ended' }, off: true, text: (row) => row.endedBecause },
  { key: 'note', head: { vi: 'Ghi chú', en: 'Note' }, off: true, text: (row) => row.note },
])
