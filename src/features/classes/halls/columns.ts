import { addDays, showDate } from '#kernel/dates.ts'
import { columnsOf } from '#kernel/table.ts'
import { type Hall, hallStates } from './model.ts'

const notSaid = { vi: 'chưa ghi', en: 'not said' }

export const hallColumns = columnsOf<Hall>()([
  { key: 'name', head: { vi: 'Hội trường, phòng học', en: 'Hall or room' }, text: (row) => row.name },
  {
    key: 'area',
    head: { vi: 'Của đơn vị', en: 'Of' },
    text: ({ areaName: name, unitEnded }) => {
      if (unitEnded === null) return name
      const day = showDate(unitEnded)
      return { vi: `${name} (đơn vị đã hết từ ${day})`, en: `${name} (the unit ended on ${day})` }
    },
  },
  { key: 'address', head: { vi: 'Ở đâu', en: 'Where' }, text: (row) => row.address || notSaid },
  { key: 'seats', head: { vi: 'Chỗ ngồi', en: 'Seats' }, number: true, text: (row) => row.seats },
  { key: 'equipment', head: { vi: 'Có sẵn', en: 'Equipment' }, text: (row) => row.equipment || notSaid },
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
  { key: 'state', head: { vi: 'Tình trạng', en: 'State' }, text: (row) => hallStates[row.state] },
  { key: 'because', head: { vi: 'Lý do thôi', en: 'Why it ended' }, off: true, text: (row) => row.endedBecause },
])
