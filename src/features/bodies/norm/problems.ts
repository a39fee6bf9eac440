import { defineProblems } from '#kernel/problem.ts'

/** What is refused of a norm of bodies alone; the rest is that of every dated rule (`people/norms/problems.ts`). */
export const bodyNormProblem = defineProblems({
  'body_norm.overlaps': {
    status: 409,
    at: 'from',
    vi: 'Đã có định mức khác cho cùng loại Ban, cùng cấp trong thời gian ấy; hãy ghi mức tiếp theo của định mức đó. Chưa có gì được ghi.',
    en: 'Another norm of the same kind and level holds in that time; enter what follows it. Nothing was written.',
    constraints: ['body_norm_once'],
  },
  'body_norm.period': {
    status: 422,
    at: 'from',
    vi: 'Ngày hết không thể trước ngày áp dụng. Chưa có gì được ghi.',
    en: 'It cannot end before it begins. Nothing was written.',
    constraints: ['body_norm_period'],
  },
  'body_norm.level_unfit': {
    status: 422,
    at: 'level',
    vi: 'Ban Giám sát đầu tư của cộng đồng chỉ có ở cấp xã; hãy chọn cấp xã. Chưa có gì được ghi.',
    en: 'There are supervision boards of communes only; choose the commune. Nothing was written.',
    constraints: ['body_norm_placed'],
  },
})
