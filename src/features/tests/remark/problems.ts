import { defineProblems } from '#kernel/problem.ts'

export const remarkProblem = defineProblems({
  'remark.not_open': {
    status: 409,
    vi: 'Bài kiểm tra chưa mở nên chưa có gì để chấm lại.',
    en: 'The test was not opened yet: there is nothing to mark anew.',
  },
  'remark.item': {
    status: 422,
    at: 'item',
    vi: 'Bài kiểm tra không có câu này.',
    en: 'The test has no such question.',
  },
  'remark.version': {
    status: 422,
    at: 'version',
    vi: 'Chọn bản của câu hỏi mà đáp án của nó dùng để chấm. Chưa có gì được ghi.',
    en: 'Say by the key of which version it is marked. Nothing was written.',
  },
  'remark.not_alike': {
    status: 422,
    at: 'version',
    vi: 'Bản ấy hỏi khác hoặc có các ý khác với câu đã hỏi, nên không chấm theo nó được. Có thể không tính câu này. Chưa có gì được ghi.',
    en: 'That version asks something else, or has other choices than were asked: it marks nothing here. The question can be dropped. Nothing was written.',
  },
  'remark.same': {
    status: 409,
    vi: 'Câu này đang được chấm theo chính đáp án ấy, nên chấm lại không đổi gì. Hãy chọn bản có đáp án khác. Chưa có gì được ghi.',
    en: 'It is marked by that very key already, so that nothing would change. Choose a version with another key. Nothing was written.',
  },
  'remark.last': {
    status: 409,
    at: 'how',
    vi: 'Đây là câu cuối cùng còn tính điểm. Chưa có gì được ghi.',
    en: 'It is the last question that counts. Nothing was written.',
  },
})
