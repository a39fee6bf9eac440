import { defineProblems } from '#kernel/problem.ts'

export const reviewProblem = defineProblems({
  'reviews.round_not_found': { status: 404, vi: 'Không tìm thấy kỳ rà soát.', en: 'No such round.' },
  'reviews.decision_not_found': { status: 404, vi: 'Không tìm thấy quyết định.', en: 'No such decision.' },
  'reviews.not_a_commune': {
    status: 422,
    vi: 'Kỳ rà soát mở cho cấp xã; đơn vị này không phải là xã, phường, thị trấn hay đặc khu.',
    en: 'A round is held in a commune; this unit is none.',
  },
  'reviews.window': {
    status: 422,
    vi: 'Ngày kết thúc phải sau ngày bắt đầu và cách không quá một năm.',
    en: 'The window must end after it begins and last no more than a year.',
  },
  'reviews.not_a_village_here': {
    status: 422,
    vi: 'Có thôn không thuộc xã này vào ngày bắt đầu kỳ rà soát.',
    en: 'A village is not part of this commune on the first day of the round.',
  },
  'reviews.no_village': {
    status: 422,
    vi: 'Xã này chưa có thôn nào trong danh mục vào ngày bắt đầu kỳ rà soát.',
    en: 'This commune has no village in the register of units on the first day of the round.',
  },
  'reviews.no_standard': {
    status: 422,
    vi: 'Không có chuẩn nghèo nào có hiệu lực vào ngày {day}.',
    en: 'No standard is in force on {day}.',
  },
  'reviews.no_form': {
    status: 422,
    vi: 'Chưa có mẫu phiếu cho chuẩn {standard}.',
    en: 'There is no survey form for the standard {standard}.',
  },
  'reviews.village_reviewed': {
    status: 409,
    vi: 'Có thôn đã nằm trong một kỳ rà soát định kỳ khác của xã trong cùng năm. Chưa có gì được ghi.',
    en: 'A village already belongs to another annual round of the commune in the same year. Nothing was written.',
    constraints: ['round_village_once_a_year'],
  },
  'reviews.round_opened_already': {
    status: 409,
    vi: 'Kỳ rà soát này đã được mở. Hãy tải lại danh sách. Chưa có gì được ghi thêm.',
    en: 'This round has been opened already. Reload the list. Nothing more was written.',
    constraints: ['round_pkey'],
  },
  'reviews.step_not_allowed': {
    status: 409,
    vi: 'Kỳ rà soát đang ở bước “{state}” nên chưa làm được việc này. Chưa có gì được ghi.',
    en: 'The round is at the step {state}, so this cannot be done. Nothing was written.',
  },
  'reviews.moved_on': {
    status: 409,
    vi: 'Kỳ rà soát đã chuyển bước từ lúc bạn mở trang. Hãy tải lại. Chưa có gì được ghi.',
    en: 'The round has moved on since you opened the page. Reload. Nothing was written.',
  },
  'reviews.blocked': {
    status: 409,
    vi: 'Chưa làm được bước này; lý do nêu kèm theo. Chưa có gì được ghi.',
    en: 'This cannot be done yet, for the reasons given. Nothing was written.',
  },
  'reviews.household_elsewhere': {
    status: 422,
    vi: 'Hộ này không ở trong các thôn của kỳ rà soát hoặc đã kết thúc.',
    en: 'This household does not live in the villages of the round, or has ended.',
  },
  'reviews.household_listed': {
    status: 409,
    vi: 'Hộ này đã có trong danh sách.',
    en: 'This household is already listed.',
    constraints: ['review_case_once'],
  },
  'reviews.case_not_listed': {
    status: 409,
    vi: 'Chỉ bỏ được hộ chưa giao cho rà soát viên. Chưa có gì được ghi.',
    en: 'Only a household not yet assigned can be taken off the list. Nothing was written.',
  },
  'reviews.not_an_enumerator': {
    status: 422,
    vi: 'Tài khoản này không phải là rà soát viên của thôn được giao.',
    en: 'This account is not an enumerator over the village.',
  },
  'reviews.nothing_to_assign': {
    status: 422,
    vi: 'Hãy chọn một thôn hoặc ít nhất một hộ để giao.',
    en: 'Choose a village or at least one household to assign.',
  },
  'reviews.decision_exists': {
    status: 409,
    vi: 'Kỳ này đã có quyết định. Hãy rút bản cũ trước khi lập bản mới.',
    en: 'This round already has a decision. Withdraw it before drafting another.',
    constraints: ['decision_one_live', 'decision_pkey'],
  },
  'reviews.decision_state': {
    status: 409,
    vi: 'Quyết định đang ở trạng thái “{state}” nên chưa làm được việc này. Chưa có gì được ghi.',
    en: 'The decision is {state}, so this cannot be done. Nothing was written.',
  },
  'reviews.list_changed': {
    status: 409,
    vi: 'Danh sách đã khác với danh sách bạn xem. Hãy tải lại. Chưa có gì được ghi.',
    en: 'The list is not the one you looked at. Reload. Nothing was written.',
  },
  'reviews.withdraw_first': {
    status: 409,
    vi: 'Đã có dự thảo quyết định. Hãy rút dự thảo trước khi mở lại bước kiểm tra.',
    en: 'A decision is drafted. Withdraw it before going back to checking.',
  },
  'reviews.signed_day': {
    status: 422,
    vi: 'Ngày ký phải từ ngày in trình ký đến hôm nay. Chưa có gì được ghi.',
    en: 'The day of signing must lie between the print and today. Nothing was written.',
  },
  'reviews.number_used': {
    status: 409,
    vi: 'Số quyết định này đã dùng trong ngày đó. Chưa có gì được ghi.',
    en: 'This number is already used on that day. Nothing was written.',
    constraints: ['decision_number_once'],
  },
  'reviews.class_day_taken': {
    status: 409,
    vi: '{count} hộ đã có diện bắt đầu đúng ngày {day} theo một quyết định khác. Chưa có gì được ghi.',
    en: '{count} households already have a class that begins on {day} by another decision. Nothing was written.',
  },
  'reviews.class_twice': {
    status: 409,
    vi: 'Có hộ vừa được công nhận theo một quyết định khác. Hãy tải lại rồi làm tiếp. Chưa có gì được ghi.',
    en: 'A household has just been given its class by another decision. Reload and go on. Nothing was written.',
    constraints: ['household_class_one_a_day', 'household_class_starts_once'],
  },
  'reviews.household_ended': {
    status: 409,
    vi: '{count} hộ trong danh sách đã kết thúc trước ngày ký. Hãy rút quyết định rồi lập lại. Chưa có gì được ghi.',
    en: '{count} households of the list had ended before the day of signing. Withdraw the decision and draft it again. Nothing was written.',
  },
  'reviews.certificate_twice': {
    status: 409,
    vi: 'Giấy chứng nhận của quyết định này đã được cấp số. Hãy tải lại. Chưa có gì được ghi thêm.',
    en: 'The certificates of this decision have their numbers already. Reload. Nothing more was written.',
    constraints: ['certificate_once'],
  },
  'reviews.standard_changed': {
    status: 409,
    vi: 'Ngày ký thuộc chuẩn khác với chuẩn của kỳ rà soát. Hãy rà soát lại theo chuẩn của ngày đó. Chưa có gì được ghi.',
    en: 'Another standard is in force on the day of signing than the one of this round. Review by that standard. Nothing was written.',
  },
  'reviews.no_final_paper': {
    status: 409,
    vi: 'Chưa có bản chính thức để in; bản dự thảo vẫn in được.',
    en: 'There is no final paper to print yet; the draft can be printed.',
  },
  'reviews.no_certificate': {
    status: 404,
    vi: 'Không có hộ nghèo, hộ cận nghèo nào theo lựa chọn này.',
    en: 'No poor or near-poor household fits this choice.',
  },
})
