import { defineProblems } from '#kernel/problem.ts'

export const classProblem = defineProblems({
  'classes.unit_held': {
    status: 409,
    vi: 'Đơn vị này đã có {halls} hội trường, {trainers} giảng viên, {classes} lớp trong sổ, {seats} suất hoặc người trong danh sách lớp, {turns} lượt học, nên việc lập nó không hoàn tác được nữa. Chưa có gì được ghi.',
    en: 'This unit keeps {halls} {halls:hall|halls}, {trainers} {trainers:trainer|trainers}, {classes} {classes:class|classes}, {seats} {seats:seat|seats} in classes and {turns} {turns:turn|turns}, so that its founding cannot be undone. Nothing was written.',
  },
})
