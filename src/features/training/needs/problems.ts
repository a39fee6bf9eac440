import { defineProblems } from '#kernel/problem.ts'

export const needProblem = defineProblems({
  'need.unit_ended': {
    status: 422,
    vi: 'Đơn vị này không còn; đơn vị kế tiếp cử người đi học. Chưa có gì được ghi.',
    en: 'The unit stands no more; what followed it nominates people. Nothing was written.',
  },
  'need.not_found': { status: 404, vi: 'Không tìm thấy việc cử đi học này.', en: 'No such nomination.' },
  'need.topic_not_open': {
    status: 422,
    at: 'topicId',
    vi: 'Chuyên đề này không thuộc khung đang có hiệu lực ở đây. Chưa có gì được ghi.',
    en: 'This topic is of no framework in force here. Nothing was written.',
  },
  'need.not_of_area': {
    status: 422,
    at: 'nominations',
    vi: 'Không giữ chức danh và không có hồ sơ ở đơn vị này: {names}. Hãy bỏ ra khỏi danh sách. Chưa có gì được ghi.',
    en: 'With neither a post nor a record at this unit: {names}. Leave them out. Nothing was written.',
  },
  'need.named_twice': {
    status: 422,
    at: 'nominations',
    vi: 'Có người được nêu hai lần trong danh sách. Hãy để mỗi người một lần. Chưa có gì được ghi.',
    en: 'Somebody stands in the list twice. Name each once. Nothing was written.',
  },
  'need.nominated_already': {
    status: 409,
    at: 'nominations',
    vi: 'Đã được cử học chuyên đề này: {names}. Hãy bỏ ra khỏi danh sách rồi cử những người còn lại. Chưa có gì được ghi thêm.',
    en: 'Nominated for this topic already: {names}. Leave them out and nominate the others. Nothing more was written.',
  },
  'need.seated': {
    status: 409,
    at: 'nominations',
    vi: 'Đã có chỗ học chuyên đề này trong kế hoạch năm nay hoặc năm sau: {names}. Bỏ ra khỏi danh sách, hoặc trả lời vẫn cử. Chưa có gì được ghi.',
    en: 'With a seat in this topic in a plan of this year or the next: {names}. Leave them out, or say that they are nominated all the same. Nothing was written.',
  },
  'need.gone': {
    status: 409,
    at: 'nominations',
    vi: 'Đã nghỉ hưu hoặc thôi việc: {names}. Bỏ ra khỏi danh sách, hoặc trả lời vẫn cử. Chưa có gì được ghi.',
    en: 'Retired or gone: {names}. Leave them out, or say that they are nominated all the same. Nothing was written.',
  },
  'need.not_audience': {
    status: 409,
    at: 'nominations',
    vi: 'Không thuộc đối tượng của chuyên đề ({audience}): {names}. Bỏ ra khỏi danh sách, hoặc trả lời vẫn cử. Chưa có gì được ghi.',
    en: 'Not those whom the topic is for ({audience}): {names}. Leave them out, or say that they are nominated all the same. Nothing was written.',
  },
  'need.several': {
    status: 409,
    at: 'nominations',
    vi: 'Trong danh sách có người {asked}. Bỏ ra khỏi danh sách, hoặc trả lời vẫn cử. Chưa có gì được ghi.',
    en: 'In the list there are people {asked}. Leave them out, or say that they are nominated all the same. Nothing was written.',
  },
  'need.wished_already': {
    status: 409,
    at: 'nominations',
    vi: 'Vừa có người trong danh sách được cử học chuyên đề này. Hãy tải lại danh sách nhu cầu. Chưa có gì được ghi thêm.',
    en: 'Somebody of the list was nominated for this topic just now. Reload the list of needs. Nothing more was written.',
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
  'need.error_unknown': {
    status: 422,
    at: 'code',
    vi: 'Không có loại sai sót này: không phải mục của phiếu, cũng chưa gặp trong công việc ở đây. Chưa có gì được ghi.',
    en: 'There is no such error: it is no section of the form, and was not met in the work here. Nothing was written.',
  },
  'need.no_official': {
    status: 403,
    vi: 'Tài khoản của bạn chưa gắn với người nào trong sổ cán bộ. Hãy hỏi người giữ sổ cán bộ ở đơn vị. Chưa có gì được ghi.',
    en: 'Your account is joined to nobody in the roster. Ask who keeps the roster at your unit. Nothing was written.',
  },
  'need.request_not_found': { status: 404, vi: 'Không tìm thấy đề nghị này của bạn.', en: 'No such request of yours.' },
  'need.request_withdrawn': {
    status: 409,
    vi: 'Đề nghị này đã được rút. Chưa có gì được ghi thêm.',
    en: 'This request was withdrawn already. Nothing more was written.',
  },
  'need.requested_already': {
    status: 409,
    at: 'topicId',
    vi: 'Bạn đã đề nghị học chuyên đề này. Chưa có gì được ghi thêm.',
    en: 'You asked for this topic already. Nothing more was written.',
  },
})
