import { holdsSaid } from '#features/credentials/gate/rules.ts'
import { showDate } from '#kernel/dates.ts'
import { columnsOf } from '#kernel/table.ts'
import type { GatePerson, Override } from './model.ts'

const official = { vi: 'công chức xã', en: 'commune official' }
const head = { vi: 'rà soát viên', en: 'enumerator' }

export const gatePeopleColumns = columnsOf<GatePerson>()([
  { key: 'name', head: { vi: 'Họ tên', en: 'Name' }, text: (row) => row.name },
  { key: 'role', head: { vi: 'Vai trò', en: 'Role' }, text: ({ isOfficial }) => (isOfficial ? official : head) },
  { key: 'holds', head: { vi: 'Chứng nhận tập huấn', en: 'Credential' }, text: ({ holds }) => holdsSaid(holds) },
  {
    key: 'opened',
    head: { vi: 'Được cho phép', en: 'Let through' },
    text: ({ opened }) => (opened ? { vi: 'có', en: 'yes' } : null),
  },
])

export const overrideColumns = columnsOf<Override>()([
  { key: 'commune', head: { vi: 'Xã', en: 'Commune' }, text: (row) => row.commune },
  { key: 'round', head: { vi: 'Kỳ', en: 'Round' }, text: (row) => row.round },
  { key: 'name', head: { vi: 'Người khảo sát', en: 'Who surveys' }, text: (row) => row.name },
  { key: 'rule', head: { vi: 'Điều kiện chưa đạt', en: 'Rule not met' }, text: (row) => row.rule },
  { key: 'because', head: { vi: 'Lý do', en: 'Reason' }, text: (row) => row.because },
  { key: 'by', head: { vi: 'Người cho phép', en: 'By' }, text: (row) => row.by },
  { key: 'on', head: { vi: 'Ngày', en: 'Day' }, text: (row) => showDate(row.on) },
  { key: 'surveyed', head: { vi: 'Hộ đã khảo sát', en: 'Surveyed' }, number: true, text: (row) => row.surveyed },
  {
    key: 'withdrawn',
    head: { vi: 'Đã rút', en: 'Withdrawn' },
    text: ({ withdrawn }) => withdrawn && `${showDate(withdrawn.on)}: ${withdrawn.because}`,
  },
])
