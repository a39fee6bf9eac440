import { defineProblems } from '#kernel/problem.ts'

export const planProblem = defineProblems({
  'plan.not_found': { status: 404, vi: 'Không tìm thấy kế hoạch này.', en: 'No such plan.' },
  'plan.line_not_found': { status: 404, vi: 'Không tìm thấy dòng này của kế hoạch.', en: 'No such line.' },
  'plan.fixed': {
    status: 409,
    vi: 'Kế hoạch đã phê duyệt, không sửa được. Chưa có gì được ghi.',
    en: 'The plan is approved and cannot be altered. Nothing was written.',
  },
  'plan.not_of_unit': {
    status: 422,
    at: 'areaId',
    vi: 'Chỉ tỉnh, huyện, xã đang có lập kế hoạch đào tạo. Chưa có gì được ghi.',
    en: 'Only provinces, districts and communes that stand make a plan. Nothing was written.',
  },
  'plan.programme_unknown': {
    status: 422,
    at: 'programmeId',
    vi: 'Không có chương trình này trong sổ. Chưa có gì được ghi.',
    en: 'The programme is not in the register. Nothing was written.',
    constraints: ['training_plan_programme'],
  },
  'plan.largest_by': {
    status: 422,
    at: 'largestClassBy',
    vi: 'Sĩ số lớn nhất phải đi cùng văn bản quy định, và ngược lại. Chưa có gì được ghi.',
    en: 'The largest class goes with the text that says it, and the other way round. Nothing was written.',
    constraints: ['training_plan_largest'],
  },
  'plan.topic_not_approved': {
    status: 422,
    at: 'topicId',
    vi: 'Chỉ lấy chuyên đề của khung đã phê duyệt của tỉnh này. Chưa có gì được ghi.',
    en: 'Topics are taken from approved frameworks of this province alone. Nothing was written.',
    constraints: ['plan_line_topic'],
  },
  'plan.place_elsewhere': {
    status: 422,
    at: 'placeId',
    vi: 'Nơi mở lớp không thuộc đơn vị lập kế hoạch. Chưa có gì được ghi.',
    en: 'The place does not lie within the unit that plans. Nothing was written.',
    constraints: ['plan_line_place'],
  },
  'plan.week': {
    status: 422,
    at: 'weeks',
    vi: 'Năm {year} có {weeks} tuần. Chưa có gì được ghi.',
    en: '{year} has {weeks} weeks. Nothing was written.',
  },
  'plan.too_many_classes': {
    status: 422,
    at: 'classes',
    vi: 'Số lớp nhiều hơn số người. Chưa có gì được ghi.',
    en: 'More classes than people. Nothing was written.',
    constraints: ['plan_line_classes'],
  },
  'plan.class_too_large': {
    status: 422,
    at: 'classes',
    vi: '{people} người cần ít nhất {least} lớp, vì mỗi lớp không quá {largest} người. Chưa có gì được ghi.',
    en: '{people} people need {least} classes at least, {largest} in each at most. Nothing was written.',
  },
  'plan.lines_too_large': {
    status: 422,
    at: 'largestClass',
    vi: 'Các chuyên đề {codes} đang có lớp đông hơn. Sửa các dòng ấy trước. Chưa có gì được ghi.',
    en: 'Lines of {codes} have larger classes. Change these first. Nothing was written.',
  },
  'plan.norm_not_then': {
    status: 422,
    at: 'money',
    vi: 'Có khoản chi theo định mức không áp dụng vào ngày {day}, hoặc của tỉnh khác. Chưa có gì được ghi.',
    en: 'A norm does not hold on {day}, or is of another province. Nothing was written.',
  },
  'plan.money_unsaid': {
    status: 422,
    at: 'money',
    vi: 'Khoản chi ngoài định mức phải ghi nội dung và đơn giá. Chưa có gì được ghi.',
    en: 'What follows no norm says for what and how much. Nothing was written.',
    constraints: ['plan_money_of_norm'],
  },
  'plan.changed_since': {
    status: 409,
    vi: 'Bản thảo đã được sửa từ khi bạn mở. Hãy tải lại và xem lại. Chưa có gì được ghi.',
    en: 'The draft was changed since you opened it. Reload and look again. Nothing was written.',
  },
})
