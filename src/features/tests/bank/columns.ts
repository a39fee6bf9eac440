import { columnsOf } from '#kernel/table.ts'
import { type Question, questionKinds, questionPools, questionStates } from './model.ts'

export const questionColumns = columnsOf<Question>()([
  { key: 'ask', head: { vi: 'Câu hỏi', en: 'Question' }, text: (row) => row.ask },
  {
    key: 'topic',
    head: { vi: 'Chuyên đề', en: 'Topic' },
    text: ({ topicCode, topicTitle }) => `${topicCode}. ${topicTitle}`,
  },
  { key: 'kind', head: { vi: 'Loại câu', en: 'Kind' }, text: (row) => questionKinds[row.kind] },
  { key: 'pool', head: { vi: 'Dùng cho', en: 'For' }, text: (row) => questionPools[row.pool] },
  {
    key: 'basis',
    head: { vi: 'Căn cứ', en: 'Basis' },
    text: (row) => row.basis || { vi: 'chưa ghi', en: 'not said' },
  },
  { key: 'version', head: { vi: 'Bản', en: 'Version' }, number: true, off: true, text: (row) => row.version },
  { key: 'area', head: { vi: 'Đơn vị giữ', en: 'Kept by' }, text: (row) => row.areaName },
  { key: 'state', head: { vi: 'Tình trạng', en: 'State' }, text: (row) => questionStates[row.state] },
])
