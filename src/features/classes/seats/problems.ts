import { defineProblems } from '#kernel/problem.ts'

export const seatProblem = defineProblems({
  'seat.not_found': { status: 404, vi: 'Không tìm thấy người này trong lớp.', en: 'The class has no such learner.' },
  'seat.closed': {
    status: 409,
    vi: 'Lớp {state}, không còn làm việc này được. Chưa có gì được ghi.',
    en: 'The class is {state}: this cannot be done. Nothing was written.',
  },
  'seat.begun': {
    status: 409,
    vi: 'Buổi đầu đã bắt đầu, danh sách lớp đã khóa: người vắng thì ghi ở phần điểm danh. Chưa có gì được ghi.',
    en: 'The first session has begun and the list is closed: who is absent is recorded there. Nothing was written.',
  },
  'seat.stepped_since': {
    status: 409,
    vi: 'Người khác vừa ghi, {name} nay là: {state}. Hãy xem lại rồi làm tiếp. Chưa có gì được ghi.',
    en: 'Somebody has just recorded of {name}: {state}. Look again and go on. Nothing was written.',
  },
  'seat.no_step': {
    status: 409,
    vi: '{name} đang ở tình trạng “{state}” nên không làm việc này được. Chưa có gì được ghi.',
    en: '{name} is in the state “{state}”: this cannot be done. Nothing was written.',
  },
  'seat.no_quota': {
    status: 422,
    at: 'areaId',
    vi: 'Lớp này không dành suất cho đơn vị ấy. Hãy đề nghị nơi mở lớp dành suất trước. Chưa có gì được ghi.',
    en: 'This class has no seats for that unit. Ask who holds it first. Nothing was written.',
  },
  'seat.unit': {
    status: 422,
    at: 'quotas',
    vi: 'Chỉ dành suất cho tỉnh, huyện, xã đang có, là chính đơn vị mở lớp hoặc ở dưới đơn vị ấy; mỗi đơn vị một lần. Chưa có gì được ghi.',
    en: 'Seats are for provinces, districts and communes that stand, at or below the unit that holds the class, each once. Nothing was written.',
  },
  'seat.named_twice': {
    status: 422,
    at: 'people',
    vi: 'Có người được chọn hai lần. Chưa có gì được ghi.',
    en: 'Somebody was chosen twice. Nothing was written.',
  },
  'seat.named_already': {
    status: 409,
    at: 'people',
    vi: 'Đã có trong danh sách lớp: {names}. Chưa có gì được ghi.',
    en: 'In the list of the class already: {names}. Nothing was written.',
  },
  'seat.taken_already': {
    status: 409,
    at: 'people',
    vi: 'Người khác vừa ghi người này vào lớp. Hãy xem lại danh sách. Chưa có gì được ghi.',
    en: 'Somebody has just put this person into the class. Look at the list again. Nothing was written.',
    constraints: ['class_seat_once'],
  },
  'seat.not_of_unit': {
    status: 422,
    at: 'people',
    vi: 'Ngày học không còn thuộc đơn vị này: {names}. Chưa có gì được ghi.',
    en: 'Not of this unit on the day of the class: {names}. Nothing was written.',
  },
  'seat.gone': {
    status: 422,
    at: 'people',
    vi: 'Đến ngày học đã nghỉ hưu hoặc thôi việc: {names}. Chưa có gì được ghi.',
    en: 'Retired or gone by the day of the class: {names}. Nothing was written.',
  },
  'seat.elsewhere': {
    status: 409,
    at: 'people',
    vi: '{clashes} Chưa có gì được ghi.',
    en: '{clashes} Nothing was written.',
  },
  'seat.nobody_can': {
    status: 409,
    vi: 'Không duyệt được ai. {why} Chưa có gì được ghi.',
    en: 'Nobody can be approved. {why} Nothing was written.',
  },
  'seat.full': {
    status: 409,
    vi: 'Lớp chỉ còn {free} chỗ trống. Chưa có gì được ghi.',
    en: 'Only {free} seats are free. Nothing was written.',
  },
  'seat.lapsed': {
    status: 409,
    vi: 'Lời mời đã hết hạn ngày {day}. Nơi mở lớp có thể mời lại. Chưa có gì được ghi.',
    en: 'The offer ended on {day}. Who holds the class may offer again. Nothing was written.',
  },
  'seat.deadline': {
    status: 422,
    at: 'until',
    vi: 'Hạn trả lời từ hôm nay đến ngày của buổi đầu. Chưa có gì được ghi.',
    en: 'The deadline is from today to the day of the first session. Nothing was written.',
  },
  'seat.over_quota': {
    status: 422,
    at: 'because',
    vi: 'Mời như vậy thì quá suất của đơn vị: {units}. Ghi lý do để vẫn mời. Chưa có gì được ghi.',
    en: 'So a unit sends more than it may: {units}. Give a reason to offer all the same. Nothing was written.',
  },
  'seat.nobody': {
    status: 422,
    vi: 'Chưa ai có chỗ trong lớp nên chưa có giấy mời.',
    en: 'Nobody has a seat yet: there is no letter.',
  },
  'seat.because': {
    status: 422,
    at: 'because',
    vi: 'Không nhận chỗ thì cần ghi lý do. Chưa có gì được ghi.',
    en: 'Who declines says why. Nothing was written.',
  },
})
