import { defineProblems } from '#kernel/problem.ts'

export const roundProblem = defineProblems({
  'rounds.classes_before': {
    status: 422,
    vi: 'Ngày kết quả có hiệu lực sớm hơn ngày bắt đầu kỳ rà soát. Chưa có gì được ghi.',
    en: 'The classes would hold from a day before the round begins. Nothing was written.',
    constraints: ['round_holds_after'],
  },
  'rounds.not_found': { status: 404, vi: 'Không tìm thấy kỳ rà soát.', en: 'No such round.' },
  'rounds.not_a_commune': {
    status: 422,
    vi: 'Kỳ rà soát mở cho cấp xã; đơn vị này không phải là xã, phường, thị trấn hay đặc khu.',
    en: 'A round is held in a commune; this unit is none.',
  },
  'rounds.window': {
    status: 422,
    at: 'windowUntil',
    vi: 'Ngày kết thúc phải sau ngày bắt đầu và cách không quá một năm.',
    en: 'The window must end after it begins and last no more than a year.',
  },
  'rounds.too_far': {
    status: 422,
    vi: 'Ngày bắt đầu {from} còn hơn một năm nữa mới tới.',
    en: 'The first day {from} lies more than a year ahead.',
  },
  'rounds.beyond_standard': {
    status: 422,
    vi: 'Chuẩn đang áp dụng có hiệu lực từ {from} đến hết {last}; kỳ rà soát phải nằm trong thời gian đó.',
    en: 'The standard of this round holds from {from} to {last}; the round must lie within.',
  },
  'rounds.sure': {
    status: 409,
    vi: '{what} Nếu vẫn đúng, hãy ghi lý do rồi gửi lại. Chưa có gì được ghi.',
    en: '{what} If it is right all the same, give the reason and send again. Nothing was written.',
  },
  'rounds.paper_day_ahead': {
    status: 422,
    at: 'day',
    vi: 'Ngày ghi trên giấy ({day}) chưa tới. Chưa có gì được ghi.',
    en: 'The day on the paper ({day}) has not come yet. Nothing was written.',
  },
  'rounds.paper_day_early': {
    status: 422,
    at: 'day',
    vi: 'Ngày ghi trên giấy ({day}) sớm hơn {what} ({earliest}). Chưa có gì được ghi.',
    en: 'The day on the paper ({day}) is earlier than {what} ({earliest}). Nothing was written.',
  },
  'rounds.not_later': {
    status: 422,
    vi: 'Hạn mới phải sau hạn cũ ({until}) và không quá một năm. Chưa có gì được ghi.',
    en: 'The new last day must come after the old one ({until}), by no more than a year. Nothing was written.',
  },
  'rounds.beyond_classes': {
    status: 422,
    vi: 'Kết quả của kỳ này có hiệu lực từ {day}; hạn mới phải trước ngày đó. Chưa có gì được ghi.',
    en: 'The classes of this round hold from {day}; the new last day must come before. Nothing was written.',
  },
  'rounds.nothing_apart': {
    status: 409,
    vi: 'Không có thôn, hộ nào của kỳ này thuộc xã khác. Chưa có gì được ghi.',
    en: 'No village or household of this round belongs to another commune. Nothing was written.',
  },
  'rounds.not_a_village_here': {
    status: 422,
    vi: 'Có thôn không thuộc xã này vào ngày bắt đầu kỳ rà soát.',
    en: 'A village is not part of this commune on the first day of the round.',
  },
  'rounds.no_village': {
    status: 422,
    vi: 'Xã này chưa có thôn nào trong danh mục vào ngày bắt đầu kỳ rà soát.',
    en: 'This commune has no village in the register of units on the first day of the round.',
  },
  'rounds.no_standard': {
    status: 422,
    vi: 'Không có chuẩn nghèo nào có hiệu lực vào ngày {day}.',
    en: 'No standard is in force on {day}.',
  },
  'rounds.no_form': {
    status: 422,
    vi: 'Chưa có mẫu phiếu cho chuẩn {standard}.',
    en: 'There is no survey form for the standard {standard}.',
  },
  'rounds.village_reviewed': {
    status: 409,
    vi: 'Có thôn đã nằm trong một kỳ rà soát định kỳ khác của cùng năm. Chưa có gì được ghi.',
    en: 'A village already belongs to another annual round of the same year. Nothing was written.',
    constraints: ['round_village_once_a_year'],
  },
  'rounds.opened_already': {
    status: 409,
    vi: 'Kỳ rà soát này đã được mở. Hãy tải lại danh sách. Chưa có gì được ghi thêm.',
    en: 'This round has been opened already. Reload the list. Nothing more was written.',
    constraints: ['round_pkey'],
  },
  'rounds.step_not_allowed': {
    status: 409,
    vi: 'Kỳ rà soát đang ở bước “{state}” nên chưa làm được việc này. Chưa có gì được ghi.',
    en: 'The round is at the step “{state}”, so this cannot be done. Nothing was written.',
  },
  'rounds.case_not_allowed': {
    status: 409,
    vi: 'Có hộ đang ở trạng thái “{state}” nên chưa làm được việc này. Chưa có gì được ghi.',
    en: 'A household is at “{state}”, so this cannot be done. Nothing was written.',
  },
  'rounds.moved_on': {
    status: 409,
    vi: 'Kỳ rà soát đã chuyển bước từ lúc bạn mở trang. Hãy tải lại. Chưa có gì được ghi.',
    en: 'The round has moved on since you opened the page. Reload. Nothing was written.',
  },
  'rounds.blocked': {
    status: 409,
    vi: 'Chưa kết thúc được bước này; lý do nêu kèm theo. Chưa có gì được ghi.',
    en: 'This step cannot be finished yet, for the reasons given. Nothing was written.',
  },
  'rounds.household_elsewhere': {
    status: 422,
    vi: 'Hộ này không ở trong các thôn của kỳ rà soát hoặc đã kết thúc.',
    en: 'This household does not live in the villages of the round, or has ended.',
  },
  'rounds.household_listed': {
    status: 409,
    vi: 'Hộ này đã có trong danh sách.',
    en: 'This household is already listed.',
    constraints: ['review_case_once'],
  },
  'rounds.only_back': {
    status: 409,
    vi: 'Ở bước “{state}” chỉ nhận lại hộ đã ra khỏi kỳ; hộ này chưa có trong kỳ. Chưa có gì được ghi.',
    en: 'At the step “{state}” only those who left the round are taken back; this household was never in it. Nothing was written.',
  },
  'rounds.none_added': {
    status: 409,
    vi: 'Không thêm được hộ nào; lý do nêu kèm theo từng hộ. Chưa có gì được ghi.',
    en: 'No household could be added, each for the reason given. Nothing was written.',
  },
  'rounds.case_not_listed': {
    status: 409,
    vi: 'Chỉ bỏ được hộ chưa giao cho rà soát viên. Chưa có gì được ghi.',
    en: 'Only a household not yet assigned can be taken off the list. Nothing was written.',
  },
  'rounds.not_an_enumerator': {
    status: 422,
    vi: 'Tài khoản này không phải là rà soát viên của thôn được giao.',
    en: 'This account is not an enumerator over the village.',
  },
  'rounds.village_not_come': {
    status: 409,
    vi: 'Thôn này không phải thôn mới về xã trong thời gian của kỳ, hoặc đã có trong kỳ. Hãy tải lại. Chưa có gì được ghi.',
    en: 'This village has not come to the commune since the round began, or is in the round already. Reload. Nothing was written.',
  },
  'rounds.nothing_to_assign': {
    status: 422,
    vi: 'Hãy chọn một thôn hoặc ít nhất một hộ để giao.',
    en: 'Choose a village or at least one household to assign.',
  },
  'rounds.village_twice': {
    status: 422,
    vi: 'Có thôn được nêu hai lần. Chưa có gì được ghi.',
    en: 'A village is named twice. Nothing was written.',
  },
  'rounds.assigned_already': {
    status: 409,
    vi: 'Các thôn này đã giao đúng như vậy. Chưa có gì được ghi thêm.',
    en: 'These villages are assigned just so already. Nothing more was written.',
  },
  'rounds.withdraw_first': {
    status: 409,
    vi: 'Kỳ đã có dự thảo quyết định. Hãy rút dự thảo trước. Chưa có gì được ghi.',
    en: 'A decision of the round is drafted. Withdraw it first. Nothing was written.',
    constraints: ['round_decided'],
  },
  'rounds.unit_decided': {
    status: 409,
    vi: 'Kỳ rà soát "{name}" đã có quyết định cho hộ ở đơn vị mới, nên thay đổi này không hoàn tác được. Nếu cần, hãy ghi một thay đổi tiếp theo. Chưa có gì được ghi.',
    en: 'The round "{name}" has decided about households of the new unit, so this is not undone. Record a further event where needed. Nothing was written.',
  },
  'rounds.unit_open': {
    status: 409,
    vi: 'Đơn vị mới đã vào {count} kỳ rà soát mở sau thay đổi này ("{name}"). Hãy hủy kỳ ấy trước. Chưa có gì được ghi.',
    en: 'The new unit is in {count} rounds opened since ("{name}"). Cancel them first. Nothing was written.',
  },
})
