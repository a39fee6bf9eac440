import { defineProblems } from '#kernel/problem.ts'

export const rosterProblem = defineProblems({
  'official.not_found': { status: 404, vi: 'Không tìm thấy cán bộ này.', en: 'No such official.' },
  'official.name_unfit': {
    status: 422,
    at: 'name',
    vi: 'Họ và tên chỉ gồm chữ, có thể kèm số ở sau. Chưa có gì được ghi.',
    en: 'A full name is made of letters, with numbers after them at most. Nothing was written.',
  },
  'official.phone_unfit': {
    status: 422,
    at: 'phone',
    vi: 'Số điện thoại gồm 9 đến 11 chữ số, có thể có dấu + ở đầu. Chưa có gì được ghi.',
    en: 'A phone number has 9 to 11 digits, with a + before them at most. Nothing was written.',
  },
  'official.birth_unfit': {
    status: 422,
    at: 'birth',
    vi: 'Ngày sinh này không có, trước năm 1900, hoặc người sinh ngày ấy chưa đủ 15 tuổi. Chưa có gì được ghi.',
    en: 'There is no such day of birth, it lies before 1900, or who was born on it is not yet 15. Nothing was written.',
  },
  'official.personal_number_taken': {
    status: 409,
    at: 'personalNumber',
    vi: 'Số hiệu cán bộ này đã ghi cho một người khác trong sổ. Chưa có gì được ghi.',
    en: 'This personal number stands for another person of the roster. Nothing was written.',
    constraints: ['official_personal_number'],
  },
  'official.citizen_id_unfit': {
    status: 422,
    at: 'citizenId',
    vi: '{reason} Chưa có gì được ghi.',
    en: '{reasonEn} Nothing was written.',
  },
  // Who works for the programme is no secret, as who is poor is: the answer is not counted against who asks.
  'official.citizen_id_taken': {
    status: 409,
    at: 'citizenId',
    vi: 'Số CCCD này đã ghi cho một người khác trong sổ. Chưa có gì được ghi.',
    en: 'This citizen id stands for another person of the roster. Nothing was written.',
    constraints: ['official_citizen_id'],
  },
  'official.double': {
    status: 409,
    vi: 'Sổ đã có người cùng tên, cùng năm sinh: {alike}. Nếu là người khác, hãy nói vì sao rồi ghi.',
    en: 'The roster has somebody of this name and year of birth: {alike}. If it is another person, say why and enter them.',
  },
  'official.post_unknown': { status: 422, at: 'post', vi: 'Không có chức danh này.', en: 'There is no such post.' },
  'official.post_misplaced': {
    status: 422,
    at: 'areaId',
    vi: 'Chức danh {post} không có ở cấp của {unit}. Chưa có gì được ghi.',
    en: 'There is no post of {postEn} at the level of {unit}. Nothing was written.',
  },
  'official.day_far': {
    status: 422,
    at: 'from',
    vi: 'Ngày bắt đầu phải từ {first} đến {last}. Chưa có gì được ghi.',
    en: 'The first day must lie between {first} and {last}. Nothing was written.',
  },
  'official.unit_not_yet': {
    status: 422,
    at: 'from',
    vi: '{unit} có từ ngày {day}; không giữ chức danh ở đó trước ngày ấy được. Chưa có gì được ghi.',
    en: '{unit} stands from {day}; no post is held there before. Nothing was written.',
  },
  'official.unit_ended': {
    status: 422,
    at: 'until',
    vi: '{unit} đã kết thúc ngày {day}; ngày cuối phải trước ngày ấy. Chưa có gì được ghi.',
    en: '{unit} ended on {day}; the last day must come before. Nothing was written.',
  },
  'official.post_held': {
    status: 409,
    at: 'from',
    vi: 'Người này đã giữ chức danh này tại đơn vị này trong thời gian đó. Chưa có gì được ghi.',
    en: 'This person already holds this post at this unit in that time. Nothing was written.',
    constraints: ['appointment_once'],
  },
  'official.post_period': {
    status: 422,
    at: 'until',
    vi: 'Ngày cuối không thể trước ngày bắt đầu. Chưa có gì được ghi.',
    en: 'The last day cannot come before the first. Nothing was written.',
    constraints: ['appointment_period'],
  },
  'official.appointment_not_found': { status: 404, vi: 'Không tìm thấy chức danh này.', en: 'No such appointment.' },
  'official.import_place': {
    status: 422,
    vi: 'Hồ sơ cán bộ do xã trở lên giữ: hãy chọn xã ở góc trên rồi nhập lại. Chưa có gì được ghi.',
    en: 'Records are kept from the commune up: choose the commune above and try again. Nothing was written.',
  },
  'official.move_rests': {
    status: 409,
    vi: 'Có lần luân chuyển, biệt phái dựa vào chức danh này. Hãy bỏ lần ấy (ghi nhầm) ở trang của cán bộ trước. Chưa có gì được ghi.',
    en: 'A rotation or secondment rests on this post. Take that away on the page of the official first. Nothing was written.',
  },
  'official.appointment_ended': {
    status: 409,
    vi: 'Việc thôi giữ chức danh này đã được ghi. Chưa có gì được ghi thêm.',
    en: 'The end of this appointment is recorded already. Nothing more was written.',
  },
  'official.end_early': {
    status: 422,
    at: 'last',
    vi: 'Ngày cuối giữ chức danh không thể trước ngày bắt đầu {from}. Chưa có gì được ghi.',
    en: 'The last day in the post cannot come before the first, {from}. Nothing was written.',
  },
  'official.unit_held': {
    status: 409,
    vi: 'Ở đơn vị sẽ không còn này có {count} người đang giữ chức danh ({names}). Hãy ghi thôi giữ hoặc bố trí họ ở đơn vị khác trước. Chưa có gì được ghi.',
    en: '{count} people hold posts at the unit that would be no more ({names}). End these or place the people elsewhere first. Nothing was written.',
  },
  'official.unit_stands': {
    status: 409,
    vi: 'Chỉ bố trí lại người còn chức danh ở đơn vị đã hết. Chưa có gì được ghi.',
    en: 'Only who holds a post at a unit that has ended is placed again. Nothing was written.',
  },
  'official.renewed_early': {
    status: 422,
    at: 'from',
    vi: 'Đơn vị cũ hết từ ngày {day}; chức danh mới bắt đầu từ ngày ấy hoặc sau đó. Chưa có gì được ghi.',
    en: 'The former unit ended on {day}; the new post begins on that day or later. Nothing was written.',
  },
  'official.qualification_not_found': {
    status: 404,
    vi: 'Không tìm thấy trình độ đào tạo này.',
    en: 'No such qualification.',
  },
  'official.qualification_taken': {
    status: 409,
    vi: 'Trình độ này đã được bỏ khỏi hồ sơ. Chưa có gì được ghi thêm.',
    en: 'This qualification was taken out of the record already. Nothing more was written.',
  },
  'official.learnt_when': {
    status: 422,
    at: 'until',
    vi: 'Thời gian học phải từ năm 1940 đến nay, tháng kết thúc không trước tháng bắt đầu; đang học thì để trống. Chưa có gì được ghi.',
    en: 'Study lies between 1940 and now, and ends after it began; empty while it is under way. Nothing was written.',
    constraints: ['qualification_period'],
  },
})
