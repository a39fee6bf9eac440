import { defineProblems } from '#kernel/problem.ts'

export const personnelProblem = defineProblems({
  'personnel.too_many': {
    status: 422,
    vi: 'Đơn vị này có {count} người, một tệp chứa không quá {most}. Hãy chọn đơn vị nhỏ hơn ở góc trên.',
    en: 'This unit has {count} {count:person|people}, and one file holds {most} at most. Choose a smaller unit above.',
  },
})
