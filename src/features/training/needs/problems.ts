import { defineProblems } from '#kernel/problem.ts'

export const needProblem = defineProblems({
  'need.not_found': { status: 404, vi: 'Không tìm thấy việc cử đi học này.', en: 'No such nomination.' },
  'need.topic_not_open': {
    status: 422,
    at: 'topicId',
    vi: 'Chuyên đề này không thuộc khung đang có hiệu lực ở đây. Chưa có gì được ghi.',
    en: 'This topic is of no framework in force here. Nothing was written.',
  },
  'need.not_of_area': {
    status: 422,
    at: 'officialId',
    vi: 'Người này không giữ chức danh và không có hồ sơ ở đơn vị này. Chưa có gì được ghi.',
    en: 'This person holds no post and has no record at this unit. Nothing was written.',
  },
  'need.wished_already': {
    status: 409,
    at: 'topicId',
    vi: 'Người này đã được cử học chuyên đề này. Chưa có gì được ghi thêm.',
    en: 'This person is nominated for this topic already. Nothing more was written.',
    constraints: ['training_wish_once'],
  },
  'need.withdrawn': {
    status: 409,
    vi: 'Việc cử này đã được rút. Chưa có gì được ghi thêm.',
    en: 'This nomination was withdrawn already. Nothing more was written.',
  },
  'need.not_province': {
    status: 422,
    at: 'areaId',
    vi: 'Chuyên đề cho sai sót do cấp tỉnh gắn. Chưa có gì được ghi.',
    en: 'It is the province that says which topic helps against an error. Nothing was written.',
  },
  'need.error_linked': {
    status: 409,
    at: 'topicId',
    vi: 'Loại sai sót này đã gắn một chuyên đề. Hãy bỏ gắn trước. Chưa có gì được ghi.',
    en: 'This error has a topic already. Take that away first. Nothing was written.',
    constraints: ['error_topic_once'],
  },
  'need.link_not_found': { status: 404, vi: 'Không tìm thấy chuyên đề đã gắn này.', en: 'No such topic of an error.' },
})
