import { defineProblems } from '#kernel/problem.ts'

export const testProblem = defineProblems({
  'tests.unit_held': {
    status: 409,
    vi: 'Đơn vị này đã có {questions} câu hỏi trong ngân hàng, nên việc lập nó không hoàn tác được nữa. Chưa có gì được ghi.',
    en: 'This unit keeps {questions} {questions:question|questions}, so that its founding cannot be undone. Nothing was written.',
  },
})
