import { defineProblems } from '#kernel/problem.ts'

export const studyProblem = defineProblems({
  'study.number': {
    status: 422,
    vi: 'Ô “{field}” có dãy số giống số định danh hoặc số điện thoại riêng của một người. Hãy bỏ số ấy; số điện thoại cơ quan thì ghi được. Chưa có gì được ghi.',
    en: '“{field}” holds figures like a citizen id or somebody’s own phone number. Take them out; the telephone of an office may stand. Nothing was written.',
  },
  'study.unit_held': {
    status: 409,
    vi: 'Đơn vị này đã có {materials} tài liệu trong thư viện, {handouts} lần phát bản giấy, {inquiries} câu hỏi nghiệp vụ, nên việc lập nó không hoàn tác được nữa. Chưa có gì được ghi.',
    en: 'This unit keeps {materials} {materials:material|materials}, {handouts} {handouts:hand-out|hand-outs} and {inquiries} {inquiries:question|questions}, so that its founding cannot be undone. Nothing was written.',
  },
})
