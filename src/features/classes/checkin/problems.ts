import { defineProblems } from '#kernel/problem.ts'

export const checkInProblem = defineProblems({
  'checkin.code': {
    status: 422,
    at: 'sessionCode',
    vi: 'Mã không đúng hoặc đã quá 15 giây. Hãy nhập mã đang hiện trên màn hình.',
    en: 'The code is wrong or older than 15 seconds. Type the one that is on the screen now.',
  },
  'checkin.wait': {
    status: 429,
    vi: 'Bạn đã nhập sai nhiều lần. Hãy đợi {retryAfterSeconds} giây rồi nhập mã đang hiện.',
    en: 'Too many wrong codes. Wait {retryAfterSeconds} seconds and type the one on the screen.',
  },
  'checkin.closed': {
    status: 409,
    vi: 'Buổi này đã chốt điểm danh. Hãy gặp người tổ chức lớp.',
    en: 'The attendance of this session is closed. Speak to who holds the class.',
  },
  'checkin.not_now': {
    status: 409,
    vi: 'Mã hiện từ {minutes} phút trước giờ học đến khi hết giờ, trong lớp đang học và buổi chưa chốt.',
    en: 'The code is shown from {minutes} minutes before the session until it ends, while the class runs and the session is open.',
  },
  'checkin.elsewhere': {
    status: 409,
    vi: 'Bạn đã được ghi có mặt ở lớp “{title}” cùng giờ. Nếu ghi nhầm, hãy gặp người tổ chức lớp ấy. Chưa có gì được ghi.',
    en: 'You are marked as present in the class “{title}” at this hour. If that is wrong, speak to who holds it. Nothing was written.',
  },
  'checkin.written': {
    status: 409,
    vi: 'Người đến thêm này đã được ghi. Hãy xem lại danh sách. Chưa có gì được ghi thêm.',
    en: 'This walk-in is written down already. Look at the list again. Nothing more was written.',
    constraints: ['class_walk_in_pkey'],
  },
  'checkin.no_walk_in': { status: 404, vi: 'Không tìm thấy người đến thêm này.', en: 'No such walk-in.' },
  'checkin.settled': {
    status: 409,
    vi: 'Người này vừa được người khác ghép hoặc bỏ. Hãy xem lại. Chưa có gì được ghi.',
    en: 'Somebody has just settled this. Look again. Nothing was written.',
  },
  'checkin.own': {
    status: 403,
    at: 'officialId',
    vi: 'Không ai tự ghép chính mình vào lớp. Hãy nhờ người khác ghép. Chưa có gì được ghi.',
    en: 'Nobody matches a walk-in to themselves. Ask somebody else. Nothing was written.',
  },
  'checkin.official': {
    status: 422,
    at: 'officialId',
    vi: 'Không tìm thấy cán bộ này trong sổ. Hãy chọn lại. Chưa có gì được ghi.',
    en: 'Nobody of the roster is meant. Choose again. Nothing was written.',
  },
})
