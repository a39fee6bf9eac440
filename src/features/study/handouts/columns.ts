import { showDate } from '#kernel/dates.ts'
import { columnsOf } from '#kernel/table.ts'
import { type Handout, type HandoutSum, handoutStates } from './model.ts'

export const handoutColumns = columnsOf<Handout>()([
  { key: 'on', head: { vi: 'Ngày phát', en: 'Day' }, text: (row) => showDate(row.on) },
  { key: 'title', head: { vi: 'Tài liệu', en: 'Material' }, text: (row) => row.title },
  { key: 'version', head: { vi: 'Bản', en: 'Version' }, number: true, text: (row) => row.version },
  { key: 'copies', head: { vi: 'Số bản giấy', en: 'Copies' }, number: true, text: (row) => row.copies },
  {
    key: 'to',
    head: { vi: 'Phát cho', en: 'To' },
    text: ({ toArea, toClass, toWords }) => toArea ?? toClass?.name ?? toWords,
  },
  { key: 'area', head: { vi: 'Đơn vị phát', en: 'Handed out by' }, text: (row) => row.areaName },
  { key: 'by', head: { vi: 'Người ghi', en: 'Recorded by' }, off: true, text: (row) => row.by },
  {
    key: 'state',
    head: { vi: 'Tình trạng', en: 'State' },
    text: ({ back }) => {
      const { vi, en } = handoutStates[back ? 'back' : 'stands']
      return back ? { vi: `${vi}: ${back.because}`, en: `${en}: ${back.because}` } : { vi, en }
    },
  },
])

export const handoutSumColumns = columnsOf<HandoutSum>()([
  { key: 'area', head: { vi: 'Đơn vị phát', en: 'Handed out by' }, text: (row) => row.areaName },
  { key: 'title', head: { vi: 'Tài liệu', en: 'Material' }, text: (row) => row.title },
  { key: 'times', head: { vi: 'Số lần', en: 'Times' }, number: true, text: (row) => row.times },
  { key: 'copies', head: { vi: 'Số bản giấy', en: 'Copies' }, number: true, text: (row) => row.copies },
])
