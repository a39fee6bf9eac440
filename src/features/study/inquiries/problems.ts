import { defineProblems } from '#kernel/problem.ts'

export const inquiryProblem = defineProblems({
  'inquiry.not_found': { status: 404, vi: 'Không tìm thấy câu hỏi này.', en: 'No such question.' },
  'inquiry.between': {
    status: 403,
    vi: 'Câu hỏi này chỉ người hỏi và người trả lời của đơn vị xem được.',
    en: 'This question is between who asked and who answers for the unit.',
  },
  'inquiry.about': {
    status: 422,
    at: 'topicId',
    vi: 'Câu hỏi về một chuyên đề, hoặc một mục của phiếu khảo sát; chỉ một trong hai. Chưa có gì được gửi.',
    en: 'About a topic, or a section of the survey form; one of the two. Nothing was sent.',
  },
  'inquiry.topic': {
    status: 422,
    at: 'topicId',
    vi: 'Chuyên đề phải thuộc khung đào tạo đang áp dụng cho đơn vị này. Chưa có gì được ghi.',
    en: 'The topic is one of a framework in force for this unit. Nothing was written.',
  },
  'inquiry.number': {
    status: 422,
    at: 'ask',
    vi: 'Câu hỏi có dãy số giống số định danh hoặc số điện thoại. Hãy bỏ số ấy; nghiệp vụ không cần biết là ai. Chưa có gì được gửi.',
    en: 'The question holds figures like a citizen id or a phone number. Take them out: the answer needs no person. Nothing was sent.',
  },
  'inquiry.moved_on': {
    status: 409,
    vi: 'Có người vừa ghi khác về câu hỏi này. Hãy xem lại. Chưa có gì được ghi.',
    en: 'Somebody has just recorded something else about this question. Look again. Nothing was written.',
  },
  'inquiry.closed': {
    status: 409,
    vi: 'Câu hỏi này đã rút hoặc đã được báo là không trả lời. Chưa có gì được ghi.',
    en: 'This question was withdrawn or is not answered. Nothing was written.',
  },
  'inquiry.answered': {
    status: 409,
    vi: 'Câu hỏi này đã có trả lời. Chưa có gì được ghi.',
    en: 'This question is answered already. Nothing was written.',
  },
  'inquiry.no_answer': {
    status: 409,
    vi: 'Câu hỏi này chưa có trả lời. Chưa có gì được ghi.',
    en: 'This question has no answer yet. Nothing was written.',
  },
  'inquiry.because': {
    status: 422,
    at: 'because',
    vi: 'Trả lời lại thì cần lý do. Chưa có gì được ghi.',
    en: 'Another version of an answer needs its reason. Nothing was written.',
  },
  'inquiry.no_specialist': {
    status: 422,
    at: 'accountId',
    vi: 'Người này không trả lời nghiệp vụ cho đơn vị ấy. Chưa có gì được ghi.',
    en: 'This person answers no questions of that unit. Nothing was written.',
  },
  'inquiry.not_mine': {
    status: 403,
    vi: 'Chỉ người hỏi rút được câu hỏi của mình. Chưa có gì được ghi.',
    en: 'Only who asked withdraws a question. Nothing was written.',
  },
  'inquiry.shared': {
    status: 409,
    vi: 'Câu trả lời này đã vào thư viện. Chưa có gì được ghi thêm.',
    en: 'This answer stands in the library already. Nothing more was written.',
    constraints: ['inquiry_material_once'],
  },
  'inquiry.shared_above': {
    status: 409,
    vi: 'Câu trả lời này đứng trong thư viện của đơn vị khác: người giữ thư viện ấy viết bản mới. Chưa có gì được ghi.',
    en: 'This answer stands in the library of another unit: who keeps that writes its next version. Nothing was written.',
  },
  'inquiry.library': {
    status: 422,
    at: 'areaId',
    vi: 'Câu trả lời vào thư viện của đơn vị người hỏi hoặc của cấp trên. Chưa có gì được ghi.',
    en: 'The answer goes into the library of the unit that asks or of one above. Nothing was written.',
  },
})
