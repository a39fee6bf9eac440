import { showDate } from '#kernel/dates.ts'
import { columnsOf } from '#kernel/table.ts'
import { type Extension, extensionStates } from './model.ts'

export const extensionColumns = columnsOf<Extension>()([
  { key: 'number', head: { vi: 'Quyết định số', en: 'Decision' }, text: (row) => row.number },
  { key: 'day', head: { vi: 'Ngày', en: 'Day' }, text: (row) => showDate(row.decidedOn) },
  { key: 'issuer', head: { vi: 'Cơ quan ban hành', en: 'Issuer' }, text: (row) => row.issuer },
  { key: 'last', head: { vi: 'Gia hạn đến hết', en: 'Extended to' }, text: (row) => showDate(row.lastDay) },
  { key: 'count', head: { vi: 'Số chứng nhận', en: 'Credentials' }, number: true, text: (row) => row.credentials },
  { key: 'because', head: { vi: 'Lý do', en: 'Reason' }, text: (row) => row.because },
  {
    key: 'state',
    head: { vi: 'Tình trạng', en: 'State' },
    text: ({ withdrawnBecause }) => extensionStates[withdrawnBecause ? 'withdrawn' : 'in_force'],
  },
  {
    key: 'withdrawn',
    head: { vi: 'Lý do rút', en: 'Why withdrawn' },
    off: true,
    text: ({ withdrawnBecause }) => withdrawnBecause,
  },
  { key: 'area', head: { vi: 'Tỉnh', en: 'Province' }, off: true, text: (row) => row.areaName },
])
