import { defineProblems } from '#kernel/problem.ts'

export const classListProblem = defineProblems({
  'class.not_found': { status: 404, vi: 'Không tìm thấy lớp này.', en: 'No such class.' },
  'class.no_unit': {
    status: 422,
    at: 'areaId',
    vi: 'Lớp do một tỉnh, huyện hoặc xã đang có tổ chức. Chưa có gì được ghi.',
    en: 'Classes are held by a province, district or commune that stands. Nothing was written.',
  },
  'class.code_taken': {
    status: 409,
    at: 'code',
    vi: 'Đơn vị này đã có lớp mang số hiệu ấy trong năm. Chưa có gì được ghi.',
    en: 'This unit has a class of that number in the year. Nothing was written.',
    constraints: ['training_class_code_once'],
  },
  'class.topic': {
    status: 422,
    at: 'topicIds',
    vi: 'Có chuyên đề không thuộc khung đào tạo đã phê duyệt nào của đơn vị. Hãy chọn lại. Chưa có gì được ghi.',
    en: 'A topic is of no approved framework of the unit. Choose again. Nothing was written.',
  },
  'class.topic_used': {
    status: 422,
    at: 'topicIds',
    vi: 'Có buổi học đang dạy chuyên đề vừa bỏ. Hãy đổi chuyên đề của buổi ấy trước. Chưa có gì được ghi.',
    en: 'A session teaches a topic that was taken out. Change that session first. Nothing was written.',
    constraints: ['class_session_topic'],
  },
  'class.line': {
    status: 422,
    at: 'planLineId',
    vi: 'Dòng này không thuộc kế hoạch đã phê duyệt của chính đơn vị trong năm {year}. Chưa có gì được ghi.',
    en: 'This line is of no approved plan of the unit itself of {year}. Nothing was written.',
  },
  'class.seats_taken': {
    status: 422,
    at: 'seats',
    vi: 'Lớp không đủ chỗ: số chỗ không thể ít hơn số người có chỗ. Chưa có gì được ghi.',
    en: 'The class has too few seats: there cannot be fewer than people who have one. Nothing was written.',
    constraints: ['training_class_taken'],
  },
  'class.seats_offered': {
    status: 422,
    at: 'seats',
    vi: 'Lớp có {taken} người có chỗ và {offered} chỗ đang mời, chờ trả lời: số chỗ không thể ít hơn {least}. Chưa có gì được ghi.',
    en: '{taken} people have a seat and {offered} seats are offered: there cannot be fewer seats than {least}. Nothing was written.',
  },
  'class.over': {
    status: 409,
    vi: 'Lớp {state} nên không sửa được nữa. Muốn sửa, hãy lui lại một bước và ghi lý do. Chưa có gì được ghi.',
    en: 'The class is {state} and changes no more. To change it, step back and say why. Nothing was written.',
  },
  'class.no_step': {
    status: 409,
    vi: 'Lớp {from} thì không chuyển sang {to}. Chưa có gì được ghi.',
    en: 'A class that is {from} does not become {to}. Nothing was written.',
  },
  'class.stepped_since': {
    status: 409,
    vi: 'Người khác vừa chuyển lớp này: nay là {state}. Hãy xem lại rồi làm tiếp. Chưa có gì được ghi.',
    en: 'Somebody has just stepped this class: it is {state} now. Look again and go on. Nothing was written.',
  },
  'class.changed_since': {
    status: 409,
    vi: 'Người khác vừa sửa lớp này sau khi bạn mở. Hãy xem lại các buổi rồi làm tiếp. Chưa có gì được ghi.',
    en: 'Somebody has changed this class since you opened it. Look at its sessions and go on. Nothing was written.',
  },
  'class.lacks': {
    status: 422,
    vi: 'Chưa chuyển sang {to} được: {lacks}. Chưa có gì được ghi.',
    en: 'It cannot become {to} yet: {lacks}. Nothing was written.',
  },
  'class.would_lack': {
    status: 422,
    vi: 'Lớp {state} thì phải giữ đủ; ghi như vậy thì {lacks}. Chưa có gì được ghi.',
    en: 'A class that is {state} keeps what it needs; so it would not: {lacks}. Nothing was written.',
  },
  'class.because': {
    status: 422,
    at: 'because',
    vi: 'Hủy lớp hoặc lui lại thì cần ghi lý do. Chưa có gì được ghi.',
    en: 'To call a class off or to step back a reason is needed. Nothing was written.',
  },
})
