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
  'joining.changed': {
    status: 409,
    vi: 'Một trong hai hồ sơ vừa thay đổi. Hãy tải lại trang rồi xem lại. Chưa có gì được ghi.',
    en: 'One of the records has just changed. Load the page again and look. Nothing was written.',
  },
})
