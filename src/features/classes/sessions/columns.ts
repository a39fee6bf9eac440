import { showDate } from '#kernel/dates.ts'
import { columnsOf } from '#kernel/table.ts'
import { type ClassSession, type ClassTrainer, trainerAnswers } from './model.ts'

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

export const classTrainerColumns = columnsOf<ClassTrainer>()([
  { key: 'name', head: { vi: 'Giảng viên', en: 'Trainer' }, text: (row) => row.name },
  { key: 'organisation', head: { vi: 'Nơi công tác', en: 'Works at' }, text: (row) => row.organisation || notSaid },
  {
    key: 'state',
    head: { vi: 'Trả lời', en: 'Answer' },
    text: ({ state, followedBy }) => {
      const { vi, en } = trainerAnswers[state]
      return followedBy ? { vi: `${vi}: ${followedBy}`, en: `${en}: ${followedBy}` } : { vi, en }
    },
  },
  { key: 'sessions', head: { vi: 'Số buổi', en: 'Sessions' }, number: true, text: (row) => row.sessions },
  { key: 'because', head: { vi: 'Lý do', en: 'Why' }, text: (row) => row.because },
])
