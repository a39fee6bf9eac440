import { showDate } from '#kernel/dates.ts'
import { columnsOf } from '#kernel/table.ts'
import { classKinds, classStates, type TrainingClass } from './model.ts'

const notSaid = { vi: 'chưa ghi', en: 'not said' }
const notSet = { vi: 'chưa định', en: 'not set' }

export const classColumns = columnsOf<TrainingClass>()([
  { key: 'title', head: { vi: 'Lớp', en: 'Class' }, text: ({ code, title }) => (code ? `${code} ${title}` : title) },
  { key: 'kind', head: { vi: 'Loại', en: 'Kind' }, text: (row) => classKinds[row.kind] },
  {
    key: 'days',
    head: { vi: 'Ngày học', en: 'Days' },
    text: ({ firstDay, lastDay }) => {
      if (!firstDay || !lastDay) return notSet
      return firstDay === lastDay ? showDate(firstDay) : `${showDate(firstDay)} - ${showDate(lastDay)}`
    },
  },
  { key: 'state', head: { vi: 'Tình trạng', en: 'State' }, text: (row) => classStates[row.state] },
  { key: 'sessions', head: { vi: 'Số buổi', en: 'Sessions' }, number: true, text: (row) => row.sessions },
  { key: 'seats', head: { vi: 'Số chỗ', en: 'Seats' }, number: true, text: (row) => row.seats ?? notSaid },
  {
    key: 'topics',
    head: { vi: 'Chuyên đề', en: 'Topics' },
    text: ({ topics }) =>
      topics.length > 0 ? topics.map(({ code, title }) => `${code}. ${title}`).join('; ') : notSaid,
  },
  {
    key: 'places',
    head: { vi: 'Nơi học', en: 'Places' },
    text: ({ places }) => (places.length > 0 ? places.join('; ') : notSet),
  },
  {
    key: 'trainers',
    head: { vi: 'Giảng viên', en: 'Trainers' },
    off: true,
    text: ({ trainers }) => (trainers.length > 0 ? trainers.join('; ') : notSet),
  },
  { key: 'year', head: { vi: 'Năm', en: 'Year' }, off: true, text: (row) => String(row.year) },
  { key: 'area', head: { vi: 'Đơn vị tổ chức', en: 'Held by' }, text: (row) => row.areaName },
])
