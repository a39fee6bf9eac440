import { defineProblems } from '#kernel/problem.ts'

export const classProblem = defineProblems({
  'classes.unit_held': {
    status: 409,
    vi: 'Đơn vị này đã có {halls} hội trường, {trainers} giảng viên, {classes} lớp trong sổ, người của đơn vị có {turns} lượt học, nên việc lập nó không hoàn tác được nữa. Chưa có gì được ghi.',
    en: 'This unit keeps {halls} {halls:hall|halls}, {trainers} {trainers:trainer|trainers} and {classes} {classes:class|classes}, and its people {turns} {turns:turn|turns}, so that its founding cannot be undone. Nothing was written.',
  },
})
