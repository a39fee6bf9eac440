import { defineProblems } from '#kernel/problem.ts'

export const questionProblem = defineProblems({
  'question.not_found': { status: 404, vi: 'Không tìm thấy câu hỏi này.', en: 'No such question.' },
  'question.no_unit': {
    status: 422,
    at: 'areaId',
    vi: 'Ngân hàng câu hỏi do một tỉnh, huyện hoặc xã đang có quản lý. Chưa có gì được ghi.',
    en: 'Banks of questions are kept by a province, district or commune that stands. Nothing was written.',
  },
  'question.topic': {
    status: 422,
    at: 'topicId',
    vi: 'Chuyên đề phải thuộc khung đào tạo đang áp dụng cho đơn vị này. Chưa có gì được ghi.',
    en: 'The topic is one of a framework in force for this unit. Nothing was written.',
  },
  'question.right_nowhere': {
    status: 422,
    at: 'body',
    vi: 'Ý đúng phải là một trong những ý đã ghi. Chưa có gì được ghi.',
    en: 'What is right is one of what can be chosen. Nothing was written.',
  },
  'question.options_alike': {
    status: 422,
    at: 'body',
    vi: 'Hai ý giống nhau: người học không biết chọn ý nào. Chưa có gì được ghi.',
    en: 'Two choices are alike: a learner cannot tell them apart. Nothing was written.',
  },
  'question.all_right': {
    status: 422,
    at: 'body',
    vi: 'Ý nào cũng đúng thì không hỏi được gì. Chưa có gì được ghi.',
    en: 'Where every choice is right nothing is asked. Nothing was written.',
  },
  'question.tolerance': {
    status: 422,
    at: 'body',
    vi: 'Sai số cho phép là số từ 0 trở lên. Chưa có gì được ghi.',
    en: 'The tolerance is a number from 0. Nothing was written.',
  },
  'question.household_open': {
    status: 422,
    at: 'body',
    vi: 'Theo các câu trả lời này, chuẩn chưa xếp được hộ vào một loại nào. Hãy trả lời thêm. Chưa có gì được ghi.',
    en: 'By these answers the standard gives the household no class yet. Answer more. Nothing was written.',
  },
  'question.there_already': {
    status: 409,
    at: 'ask',
    vi: 'Câu hỏi này, với những ý này, đã có trong ngân hàng của đơn vị cho chuyên đề ấy. Chưa có gì được ghi thêm.',
    en: 'The bank of the unit has this question with these choices for the topic already. Nothing more was written.',
    constraints: ['question_once'],
  },
  'question.use_changed': {
    status: 409,
    vi: 'Có người vừa ghi khác về việc dùng câu hỏi này. Hãy xem lại. Chưa có gì được ghi.',
    en: 'Somebody has just recorded something else about the use of this question. Look again. Nothing was written.',
  },
  'question.is_out': {
    status: 409,
    vi: 'Câu hỏi này không dùng nữa nên không sửa. Hãy cho dùng lại trước. Chưa có gì được ghi.',
    en: 'This question is out of use and is not changed. Take it into use first. Nothing was written.',
  },
})
