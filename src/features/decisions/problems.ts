import { defineProblems } from '#kernel/problem.ts'

export const decisionProblem = defineProblems({
  'decisions.not_found': { status: 404, vi: 'Không tìm thấy quyết định.', en: 'No such decision.' },
  'decisions.blocked': {
    status: 409,
    vi: 'Chưa lập được quyết định; lý do nêu kèm theo. Chưa có gì được ghi.',
    en: 'The decision cannot be drafted yet, for the reasons given. Nothing was written.',
  },
  'decisions.exists': {
    status: 409,
    vi: 'Kỳ này đã có quyết định. Hãy rút bản cũ trước khi lập bản mới.',
    en: 'This round already has a decision. Withdraw it before drafting another.',
    constraints: ['decision_one_live', 'decision_pkey'],
  },
  'decisions.state_not_allowed': {
    status: 409,
    vi: 'Quyết định đang ở trạng thái “{state}” nên chưa làm được việc này. Chưa có gì được ghi.',
    en: 'The decision is at “{state}”, so this cannot be done. Nothing was written.',
  },
  'decisions.list_changed': {
    status: 409,
    vi: 'Danh sách đã khác với danh sách bạn xem. Hãy tải lại. Chưa có gì được ghi.',
    en: 'The list is not the one you looked at. Reload. Nothing was written.',
  },
  'decisions.signed_day': {
    status: 422,
    vi: 'Ngày ký phải từ ngày in trình ký đến hôm nay. Chưa có gì được ghi.',
    en: 'The day of signing must lie between the print and today. Nothing was written.',
  },
  'decisions.number_used': {
    status: 409,
    vi: 'Số quyết định này đã dùng trong ngày đó. Chưa có gì được ghi.',
    en: 'This number is already used on that day. Nothing was written.',
    constraints: ['decision_number_once'],
  },
  'decisions.class_day_taken': {
    status: 409,
    vi: '{count} hộ đã có diện bắt đầu đúng ngày {day} theo một quyết định khác. Chưa có gì được ghi.',
    en: '{count} households already have a class that begins on {day} by another decision. Nothing was written.',
  },
  'decisions.class_twice': {
    status: 409,
    vi: 'Có hộ vừa được công nhận theo một quyết định khác. Hãy tải lại rồi làm tiếp. Chưa có gì được ghi.',
    en: 'A household has just been given its class by another decision. Reload and go on. Nothing was written.',
    constraints: ['household_class_one_a_day', 'household_class_starts_once'],
  },
  'decisions.stands_on_event': {
    status: 409,
    vi: 'Quyết định {decision} đã dựa vào việc này nên không hoàn tác được; hãy ra quyết định khác thay thế. Chưa có gì được ghi.',
    en: 'The decision {decision} stands on this, so it cannot be undone; another decision must take its place. Nothing was written.',
  },
  'decisions.household_ended': {
    status: 409,
    vi: '{count} hộ trong danh sách đã kết thúc trước ngày ký. Hãy rút quyết định rồi lập lại. Chưa có gì được ghi.',
    en: '{count} households of the list had ended before the day of signing. Withdraw the decision and draft it again. Nothing was written.',
  },
  'decisions.certificate_twice': {
    status: 409,
    vi: 'Giấy chứng nhận của quyết định này đã được cấp số. Hãy tải lại. Chưa có gì được ghi thêm.',
    en: 'The certificates of this decision have their numbers already. Reload. Nothing more was written.',
    constraints: ['certificate_once'],
  },
  'decisions.standard_changed': {
    status: 409,
    vi: 'Ngày ký thuộc chuẩn khác với chuẩn của kỳ rà soát. Hãy rà soát lại theo chuẩn của ngày đó. Chưa có gì được ghi.',
    en: 'Another standard is in force on the day of signing than the one of this round. Review by that standard. Nothing was written.',
  },
  'decisions.no_final_paper': {
    status: 409,
    vi: 'Chưa có bản chính thức để in; bản dự thảo vẫn in được.',
    en: 'There is no final paper to print yet; the draft can be printed.',
  },
  'decisions.no_certificate': {
    status: 404,
    vi: 'Không có hộ nghèo, hộ cận nghèo nào theo lựa chọn này.',
    en: 'No poor or near-poor household fits this choice.',
  },
})
