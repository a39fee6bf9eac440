import { showDate } from '#kernel/dates.ts'
import { columnsOf } from '#kernel/table.ts'
import type { ClassSession } from './model.ts'

const notSaid = { vi: 'chưa ghi', en: 'not said' }

export const sessionColumns = columnsOf<ClassSession>()([
  { key: 'day', head: { vi: 'Ngày', en: 'Day' }, text: (row) => showDate(row.day) },
  { key: 'hours', head: { vi: 'Giờ', en: 'Hours' }, text: (row) => `${row.from}-${row.until}` },
  { key: 'place', head: { vi: 'Nơi học', en: 'Place' }, text: (row) => row.hallName ?? (row.place || notSaid) },
  {
    key: 'topic',
    head: { vi: 'Chuyên đề', en: 'Topic' },
    text: ({ topic }) => (topic ? `${topic.code}. ${topic.title}` : { vi: 'không theo chuyên đề', en: 'of no topic' }),
  },
  {
    key: 'trainers',
    head: { vi: 'Giảng viên', en: 'Trainers' },
    text: ({ trainers }) => (trainers.length > 0 ? trainers.join('; ') : notSaid),
  },
])
