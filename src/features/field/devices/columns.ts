/** Phones and what waits on them, as texts. */
import { showInstant } from '#kernel/dates.ts'
import { deviceKinds, deviceMark } from '#kernel/device.ts'
import { columnsOf } from '#kernel/table.ts'
import { type Device, deviceStates } from './model.ts'

export const deviceColumns = columnsOf<Device>()([
  { key: 'name', head: { vi: 'Người dùng', en: 'Who uses it' }, text: (row) => row.name },
  { key: 'area', head: { vi: 'Nơi làm việc', en: 'Where' }, text: (row) => row.areaName },
  { key: 'kind', head: { vi: 'Loại máy', en: 'Kind' }, text: ({ kind }) => (kind ? deviceKinds[kind] : '') },
  { key: 'mark', head: { vi: 'Số máy', en: 'Phone' }, text: ({ deviceId }) => deviceMark(deviceId) },
  { key: 'waiting', head: { vi: 'Phiếu chờ gửi', en: 'Forms waiting' }, text: (row) => String(row.waiting) },
  {
    key: 'oldest',
    head: { vi: 'Chờ lâu nhất từ', en: 'Oldest since' },
    text: ({ oldestAt }) => (oldestAt ? showInstant(oldestAt) : ''),
  },
  { key: 'begun', head: { vi: 'Phiếu làm dở', en: 'Forms begun' }, text: (row) => String(row.begun) },
  {
    key: 'left',
    head: { vi: 'Phiếu dở máy chủ giữ hộ', en: 'Begun, kept by the server' },
    off: true,
    text: (row) => String(row.left),
  },
  { key: 'seen', head: { vi: 'Liên lạc lần cuối', en: 'Last heard of' }, text: (row) => showInstant(row.seenAt) },
  { key: 'state', head: { vi: 'Tình trạng', en: 'State' }, text: ({ state }) => deviceStates[state] },
  { key: 'because', head: { vi: 'Ghi chú', en: 'Note' }, off: true, text: (row) => row.because },
])
