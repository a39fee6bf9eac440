import { defineProblems } from '#kernel/problem.ts'

export const classTestProblem = defineProblems({
  'class_test.not_found': { status: 404, vi: 'Không tìm thấy bài kiểm tra này.', en: 'No such test.' },
  'class_test.class_off': {
    status: 409,
    vi: 'Lớp đã hủy nên không lập bài kiểm tra. Chưa có gì được ghi.',
    en: 'The class was called off and is given no test. Nothing was written.',
  },
  'class_test.pass': {
    status: 422,
    at: 'pass',
    vi: 'Mức đạt là một phân số từ trên 0 đến 1, ví dụ 80/100, kèm căn cứ. Chưa có gì được ghi.',
    en: 'The mark to pass is a fraction over 0 and up to 1, as 80/100, with who laid it down. Nothing was written.',
  },
  'class_test.no_pass': {
    status: 422,
    at: 'pass',
    vi: 'Bài cuối khóa và bài kiểm tra lại cần mức đạt và căn cứ của mức ấy trước khi chốt. Chưa có gì được ghi.',
    en: 'A test at the end and a retake need the mark to pass and its basis before they are fixed. Nothing was written.',
  },
  'class_test.too_long': {
    status: 422,
    at: 'parts',
    vi: 'Một bài có nhiều nhất {most} câu. Chưa có gì được ghi.',
    en: 'A test has {most} questions at most. Nothing was written.',
  },
  'class_test.topic': {
    status: 422,
    at: 'parts',
    vi: 'Mỗi phần của đề phải thuộc chuyên đề của khung đào tạo đang áp dụng. Chưa có gì được ghi.',
    en: 'Each part is of a topic of a framework in force. Nothing was written.',
  },
  'class_test.bank_lacks': {
    status: 409,
    at: 'parts',
    vi: 'Ngân hàng của đơn vị chưa đủ câu: {lacks}. Hãy ghi thêm câu hỏi hoặc giảm số câu. Chưa có gì được ghi.',
    en: 'The bank of the unit has too few questions: {lacks}. Enter more, or ask for fewer. Nothing was written.',
  },
  'class_test.not_draft': {
    status: 409,
    vi: 'Đề đã chốt nên không sửa được nữa. Chưa ai làm bài thì mở lại để soạn trước. Chưa có gì được ghi.',
    en: 'The test is fixed and is not changed any more. While nobody has begun it, take it back to a draft first. Nothing was written.',
  },
  'class_test.changed_since': {
    status: 409,
    vi: 'Có người vừa làm việc khác với bài kiểm tra này. Hãy xem lại rồi làm tiếp. Chưa có gì được ghi.',
    en: 'Somebody has just done something else with this test. Look again and go on. Nothing was written.',
  },
  'class_test.no_step': {
    status: 409,
    vi: 'Bài kiểm tra không chuyển sang bước ấy được. Chưa có gì được ghi.',
    en: 'The test cannot take that step. Nothing was written.',
  },
  'class_test.begun': {
    status: 409,
    vi: 'Đã có {n} lượt làm bài, nên không lui lại được. Chưa có gì được ghi.',
    en: 'It was begun {n} {n:time|times} and is not taken back. Nothing was written.',
  },
  'class_test.class_called_off': {
    status: 409,
    vi: 'Lớp đã hủy nên không mở bài kiểm tra. Chưa có gì được ghi.',
    en: 'The class was called off: its test is not opened. Nothing was written.',
  },
  'class_test.answers_shown': {
    status: 409,
    vi: 'Lớp đã xong nên người học đã xem được câu nào đúng, câu nào sai: bài này không mở lại nữa. Cần kiểm tra lại thì lập bài mới. Chưa có gì được ghi.',
    en: 'The class was completed and its learners could see what was right: the test is not opened again. For a retake draw a new one. Nothing was written.',
  },
  'class_test.because': {
    status: 422,
    at: 'because',
    vi: 'Hãy ghi vì sao lui lại. Chưa có gì được ghi.',
    en: 'Say why it is taken back. Nothing was written.',
  },
  'class_test.not_printed': {
    status: 409,
    vi: 'Đề chưa chốt nên chưa in được.',
    en: 'It is not fixed yet and is not printed.',
  },
})
