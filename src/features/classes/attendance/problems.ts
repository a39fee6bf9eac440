import { defineProblems } from '#kernel/problem.ts'

export const attendanceProblem = defineProblems({
  'attendance.not_learner': {
    status: 422,
    vi: 'Có người không có chỗ trong lớp này: {count} người. Hãy mở lại danh sách. Chưa có gì được ghi.',
    en: 'Somebody has no seat in this class: {count}. Open the list again. Nothing was written.',
  },
  'attendance.marked_since': {
    status: 409,
    vi: 'Người khác vừa điểm danh sau khi bạn mở danh sách: {names}. Hãy xem lại rồi ghi tiếp. Chưa có gì được ghi.',
    en: 'Somebody has marked people since you opened the list: {names}. Look again and go on. Nothing was written.',
  },
  'attendance.marked_at_once': {
    status: 409,
    vi: 'Người khác vừa điểm danh hoặc đếm người cùng lúc. Hãy xem lại rồi ghi tiếp. Chưa có gì được ghi.',
    en: 'Somebody marked or counted at the same time. Look again and go on. Nothing was written.',
    constraints: ['attendance_mark_pkey', 'session_count_pkey'],
  },
  'attendance.because': {
    status: 422,
    at: 'because',
    vi: 'Sửa điểm danh đã ghi thì cần lý do: {names}. Chưa có gì được ghi.',
    en: 'To change what was marked a reason is needed: {names}. Nothing was written.',
  },
  'attendance.own': {
    status: 403,
    vi: 'Không ai tự điểm danh cho mình trong bảng. Hãy nhập mã tại lớp, hoặc nhờ người khác ghi. Chưa có gì được ghi.',
    en: 'Nobody marks themselves in the grid. Type the code at the class, or ask somebody else. Nothing was written.',
  },
  'attendance.not_begun': {
    status: 409,
    vi: 'Buổi học chưa bắt đầu: trước giờ học quá {minutes} phút chỉ ghi được vắng có phép. Chưa có gì được ghi.',
    en: 'The session has not begun: until {minutes} minutes before it only leave is recorded. Nothing was written.',
  },
  'attendance.elsewhere': {
    status: 409,
    vi: '{clashes} Không ai có mặt ở hai lớp cùng giờ. Chưa có gì được ghi.',
    en: '{clashes} Nobody is present in two classes at one hour. Nothing was written.',
  },
  'attendance.not_running': {
    status: 409,
    vi: 'Lớp chưa khai giảng nên chưa điểm danh được. Chưa có gì được ghi.',
    en: 'The class has not begun, so nobody is marked yet. Nothing was written.',
  },
  'attendance.closed': {
    status: 409,
    vi: 'Buổi này đã chốt. Muốn sửa, hãy mở lại buổi và ghi lý do. Chưa có gì được ghi.',
    en: 'This session is closed. To change it, open it again and say why. Nothing was written.',
  },
  'attendance.not_closed': {
    status: 409,
    vi: 'Buổi này chưa chốt, hoặc người khác vừa mở lại. Chưa có gì được ghi.',
    en: 'This session is not closed, or somebody has just opened it. Nothing was written.',
  },
  'attendance.heads_differ': {
    status: 422,
    at: 'because',
    vi: 'Đếm được {heads} người nhưng điểm danh có mặt {there}. Ghi lý do lệch để chốt, hoặc điểm danh lại. Chưa có gì được ghi.',
    en: '{heads} heads were counted but {there} are marked as present. Say why to close, or mark again. Nothing was written.',
  },
  'attendance.counted_since': {
    status: 409,
    vi: 'Số người điểm danh có mặt nay là {there}, không phải {seen} như khi bạn mở. Hãy xem lại. Chưa có gì được ghi.',
    en: '{there} are marked as present now, not {seen} as when you opened it. Look again. Nothing was written.',
  },
  'attendance.page_kept': {
    status: 409,
    at: 'scan',
    vi: 'Bản quét này đã lưu cho lớp rồi. Chưa có gì được ghi.',
    en: 'This very scan is kept for the class already. Nothing was written.',
  },
  'attendance.no_page': {
    status: 404,
    vi: 'Không tìm thấy trang điểm danh này, hoặc trang đã được ghi là lưu nhầm.',
    en: 'No such page, or it was said to be the wrong one.',
  },
  'attendance.session_used': {
    status: 409,
    vi: 'Buổi này đã có điểm danh hoặc đã đếm người nên không bỏ được. Chưa có gì được ghi.',
    en: 'People were marked or heads counted in this session, so it is not dropped. Nothing was written.',
    constraints: ['attendance_mark_session', 'session_count_session', 'class_walk_in_session'],
  },
})
