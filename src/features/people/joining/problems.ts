import { defineProblems } from '#kernel/problem.ts'

export const joiningProblem = defineProblems({
  'joining.same': {
    status: 422,
    at: 'formerId',
    vi: 'Đây là cùng một hồ sơ; hãy chọn hồ sơ kia. Chưa có gì được ghi.',
    en: 'This is the very record; choose the other one. Nothing was written.',
  },
  'joining.stands_against': {
    status: 409,
    vi: 'Chưa gộp được: {reason} Chưa có gì được ghi.',
    en: 'They cannot be joined yet: {reasonEn} Nothing was written.',
  },
  'joining.apart_already': {
    status: 409,
    vi: 'Đã có người nói hai hồ sơ này là hai người. Hãy tải lại trang. Chưa có gì được ghi.',
    en: 'It was already said that these are two people. Load the page again. Nothing was written.',
    constraints: ['official_apart_once'],
  },
  'joining.not_alike': {
    status: 422,
    at: 'otherId',
    vi: 'Hai hồ sơ này không giống nhau (họ tên, giới tính, ngày sinh, số CCCD, số hiệu), nên không ai hỏi có phải một người. Chưa có gì được ghi.',
    en: 'These records are not alike (name, sex, birth, citizen id, personal number), so nobody asks whether they are one person. Nothing was written.',
  },
  'joining.apart_not_found': {
    status: 404,
    vi: 'Không tìm thấy cặp hồ sơ này.',
    en: 'No such pair of records.',
  },
  'joining.apart_over': {
    status: 409,
    vi: 'Lời nói hai hồ sơ này là hai người đã được rút. Hãy tải lại trang. Chưa có gì được ghi.',
    en: 'That these are two people has been taken back already. Load the page again. Nothing was written.',
  },
  'joining.changed': {
    status: 409,
    vi: 'Một trong hai hồ sơ vừa thay đổi. Hãy tải lại trang rồi xem lại. Chưa có gì được ghi.',
    en: 'One of the records has just changed. Load the page again and look. Nothing was written.',
  },
})
