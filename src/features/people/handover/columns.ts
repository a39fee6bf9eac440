/** What was handed over, and what has no keeper any more, as texts. */
import { showDate } from '#kernel/dates.ts'
import { columnsOf } from '#kernel/table.ts'
import { type Handover, handoverStates, type Left } from './model.ts'

export const handoverColumns = columnsOf<Handover>()([
  { key: 'name', head: { vi: 'Họ tên', en: 'Name' }, text: (row) => row.name },
  { key: 'birth', head: { vi: 'Năm sinh', en: 'Born' }, text: (row) => String(row.birthYear) },
  { key: 'from', head: { vi: 'Bên giao', en: 'From' }, text: (row) => row.fromName },
  { key: 'to', head: { vi: 'Bên nhận', en: 'To' }, text: (row) => row.toName },
  { key: 'because', head: { vi: 'Lý do', en: 'Why' }, text: (row) => row.because },
  { key: 'asked', head: { vi: 'Ngày giao', en: 'Given on' }, text: (row) => showDate(row.askedOn) },
  { key: 'askedBy', head: { vi: 'Người giao', en: 'Given by' }, off: true, text: (row) => row.askedBy },
  {
    key: 'state',
    head: { vi: 'Tình trạng', en: 'State' },
    text: ({ state, settledOn }) => {
      const { vi, en } = handoverStates[state]
      return settledOn ? { vi: `${vi}, ${showDate(settledOn)}`, en: `${en}, ${showDate(settledOn)}` } : { vi, en }
    },
  },
  { key: 'settledBy', head: { vi: 'Người nhận, rút', en: 'Settled by' }, off: true, text: (row) => row.settledBy },
  {
    key: 'settledBecause',
    head: { vi: 'Lý do không nhận, rút', en: 'Why not' },
    off: true,
    text: (row) => row.settledBecause,
  },
])

export const leftColumns = columnsOf<Left>()([
  { key: 'name', head: { vi: 'Họ tên', en: 'Name' }, text: (row) => row.name },
  { key: 'birth', head: { vi: 'Năm sinh', en: 'Born' }, text: (row) => String(row.birthYear) },
  { key: 'unit', head: { vi: 'Đơn vị giữ hồ sơ', en: 'Record kept by' }, text: (row) => row.unitName },
  { key: 'ended', head: { vi: 'Đơn vị hết từ ngày', en: 'Ended on' }, text: (row) => showDate(row.endedOn) },
])
