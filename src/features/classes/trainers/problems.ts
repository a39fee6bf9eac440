import { defineProblems } from '#kernel/problem.ts'

export const trainerProblem = defineProblems({
  'trainer.not_found': { status: 404, vi: 'Không tìm thấy giảng viên này.', en: 'No such trainer.' },
  'trainer.no_unit': {
    status: 422,
    at: 'areaId',
    vi: 'Giảng viên do một tỉnh, huyện hoặc xã đang có quản lý. Chưa có gì được ghi.',
    en: 'Trainers are kept by a province, district or commune that stands. Nothing was written.',
  },
  'trainer.who': {
    status: 422,
    at: 'name',
    vi: 'Hãy chọn một người trong sổ cán bộ, hoặc ghi họ tên người ở nơi khác; chỉ một trong hai. Chưa có gì được ghi.',
    en: 'Choose somebody of the roster, or write the name of who is from elsewhere; one of the two. Nothing was written.',
  },
  'trainer.official_gone': {
    status: 422,
    at: 'officialId',
    vi: 'Người này đã mất hoặc không còn trong sổ cán bộ bạn xem được. Chưa có gì được ghi.',
    en: 'This person has died, or is not in the roster that you see. Nothing was written.',
  },
  'trainer.there_already': {
    status: 409,
    at: 'officialId',
    vi: 'Người này đã là giảng viên của đơn vị trong thời gian ấy. Chưa có gì được ghi thêm.',
    en: 'This person is a trainer of the unit in that time already. Nothing more was written.',
    constraints: ['trainer_once'],
  },
  'trainer.topic': {
    status: 422,
    at: 'topicIds',
    vi: 'Chuyên đề phải thuộc khung đào tạo đang áp dụng cho đơn vị này. Chưa có gì được ghi.',
    en: 'Topics are those of a framework in force for this unit. Nothing was written.',
  },
  'trainer.phone': {
    status: 422,
    at: 'phone',
    vi: 'Số điện thoại gồm 9 đến 11 chữ số. Chưa có gì được ghi.',
    en: 'A phone number has 9 to 11 figures. Nothing was written.',
  },
  'trainer.email': {
    status: 422,
    at: 'email',
    vi: 'Địa chỉ thư điện tử có dạng ten@noi.vn. Chưa có gì được ghi.',
    en: 'An e-mail address looks like name@place.vn. Nothing was written.',
  },
  'trainer.ends_before': {
    status: 422,
    at: 'last',
    vi: 'Ngày cuối không thể trước ngày {from}. Chưa có gì được ghi.',
    en: 'The last day cannot come before {from}. Nothing was written.',
  },
  'trainer.ended': {
    status: 409,
    vi: 'Giảng viên này đã thôi giảng sau ngày {last}. Chưa có gì được ghi thêm.',
    en: 'This trainer teaches no more after {last}. Nothing more was written.',
  },
})
