import { defineProblems } from '#kernel/problem.ts'

export const attemptProblem = defineProblems({
  'attempt.not_found': {
    status: 404,
    vi: 'Không có bài kiểm tra này trong các lớp bạn có chỗ học.',
    en: 'This is no test of a class in which you have a seat.',
  },
  'attempt.no_official': {
    status: 409,
    vi: 'Tài khoản chưa gắn với ai trong sổ cán bộ, nên chưa làm bài được. Hãy hỏi người giữ sổ cán bộ ở đơn vị.',
    en: 'The account is joined to no official and takes no test. Ask who keeps the roster of your unit.',
  },
  'attempt.not_now': { status: 409, vi: '{why} Chưa có gì được ghi.', en: '{why} Nothing was written.' },
  'attempt.open_already': {
    status: 409,
    vi: 'Bài này đang làm dở: hãy làm tiếp bài ấy.',
    en: 'It is being answered already: go on with that.',
    constraints: ['test_attempt_open', 'test_attempt_once'],
  },
  'attempt.elsewhere': {
    status: 409,
    vi: 'Bài này đang làm trên một máy khác. Hãy làm tiếp ở máy ấy; nếu không còn máy, vào Tài khoản của tôi và kết thúc phiên của máy ấy, rồi làm tiếp ở đây. Những câu đã trả lời vẫn còn.',
    en: 'It is being answered on another device. Go on there; without that device, end its session on the page of your account and go on here. What was answered is kept.',
  },
  'attempt.sent': {
    status: 409,
    vi: 'Bài này đã nộp nên không sửa được nữa.',
    en: 'It was sent and is not changed any more.',
  },
  'attempt.closed': {
    status: 409,
    vi: 'Bài kiểm tra đã đóng. Những câu trả lời trước đó đã được chấm.',
    en: 'The test is closed. What was answered before was marked.',
  },
  'attempt.time_over': {
    status: 409,
    vi: 'Đã hết giờ làm bài. Những câu đã lưu vẫn còn: hãy nộp bài.',
    en: 'Time is over. What was saved is kept: send it.',
  },
  'attempt.answer': {
    status: 422,
    at: 'answers',
    vi: 'Câu trả lời không hợp với câu hỏi. Chưa có gì được ghi.',
    en: 'The answer is none to the question. Nothing was written.',
  },
  'attempt.not_enrolled': {
    status: 422,
    at: 'officialId',
    vi: 'Người này không có chỗ học trong lớp. Chưa có gì được ghi.',
    en: 'This person has no seat in the class. Nothing was written.',
  },
  'attempt.own': {
    status: 409,
    at: 'officialId',
    vi: 'Bài của chính mình thì người khác nhập và sửa. Chưa có gì được ghi.',
    en: 'A paper of your own is entered and put right by somebody else. Nothing was written.',
  },
  'attempt.class_off': {
    status: 409,
    vi: 'Lớp đã hủy nên không nhập bài. Chưa có gì được ghi.',
    en: 'The class was called off: no paper is entered. Nothing was written.',
  },
  'attempt.used': {
    status: 409,
    at: 'officialId',
    vi: 'Người này đã làm đủ {n} lần được làm. Chưa có gì được ghi.',
    en: 'This person took it {n} {n:time|times}, as often as it may be. Nothing was written.',
  },
  'attempt.not_open': {
    status: 409,
    vi: 'Đề chưa mở nên chưa nhập bài được. Chưa có gì được ghi.',
    en: 'The test is not open yet, so that no paper is entered. Nothing was written.',
  },
  'attempt.unreadable': {
    status: 422,
    at: 'answers',
    vi: 'Không đọc được câu trả lời ở vị trí {places}. Để trống câu không trả lời. Chưa có gì được ghi.',
    en: 'The answers at {places} cannot be read. Leave what was not answered empty. Nothing was written.',
  },
  'attempt.marked_since': {
    status: 409,
    vi: 'Có người vừa chấm lại hoặc nhập lại bài này. Hãy xem lại. Chưa có gì được ghi.',
    en: 'Somebody has just marked or entered it anew. Look again. Nothing was written.',
  },
  'attempt.not_paper': {
    status: 409,
    vi: 'Chỉ bài làm trên giấy mới nhập lại được. Chưa có gì được ghi.',
    en: 'Only what was answered on paper is entered anew. Nothing was written.',
  },
})
