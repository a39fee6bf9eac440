import { defineProblems } from '#kernel/problem.ts'

export const studyProblem = defineProblems({
  'study.unit_held': {
    status: 409,
    vi: 'Đơn vị này đã có {materials} tài liệu trong thư viện, {handouts} lần phát bản giấy, nên việc lập nó không hoàn tác được nữa. Chưa có gì được ghi.',
    en: 'This unit keeps {materials} {materials:material|materials} and {handouts} {handouts:hand-out|hand-outs}, so that its founding cannot be undone. Nothing was written.',
  },
})
