import { defineProblems } from '#kernel/problem.ts'

export const credentialsProblem = defineProblems({
  'credentials.unit_held': {
    status: 409,
    vi: 'Đơn vị này đã có {kept} chứng nhận, điều kiện cấp hoặc quy định về chứng nhận, nên việc lập nó không hoàn tác được nữa. Chưa có gì được ghi.',
    en: 'This unit keeps {kept} {kept:credential or rule|credentials and rules}, so that its founding cannot be undone. Nothing was written.',
  },
})
