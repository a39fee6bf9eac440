import { defineProblems } from '#kernel/problem.ts'

export const amendProblem = defineProblems({
  'amend.not_approved': {
    status: 409,
    vi: 'Chỉ điều chỉnh kế hoạch đã phê duyệt; bản thảo thì sửa thẳng. Bản điều chỉnh cũng điều chỉnh tiếp từ kế hoạch gốc. Chưa có gì được ghi.',
    en: 'Only an approved plan is amended; a draft is changed, and an amendment is followed by another of its plan. Nothing was written.',
    constraints: ['training_plan_amends'],
  },
  'amend.under_way': {
    status: 409,
    vi: 'Kế hoạch này đang có một bản điều chỉnh chưa phê duyệt. Hãy soạn tiếp bản ấy, hoặc bỏ nó trước. Chưa có gì được ghi.',
    en: 'An amendment of the plan is being drafted. Go on with it, or drop it first. Nothing was written.',
    constraints: ['training_plan_amending_once', 'training_plan_amendment_once'],
  },
  'amend.nothing_changed': {
    status: 409,
    vi: 'Bản điều chỉnh chưa thay đổi gì so với kế hoạch đang có hiệu lực. Chưa có gì được ghi.',
    en: 'It changes nothing of the plan that is in force. Nothing was written.',
  },
  'amend.day_before': {
    status: 422,
    at: 'decidedOn',
    vi: 'Ngày quyết định không thể trước ngày {day} của lần phê duyệt trước. Chưa có gì được ghi.',
    en: 'The day cannot come before {day}, when the plan was approved last. Nothing was written.',
  },
})
