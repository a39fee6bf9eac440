import { defineProblems } from '#kernel/problem.ts'

/** Of every dated rule of the roster, and of the norms of other rooms. */
export const ruleProblem = defineProblems({
  'rule.not_found': { status: 404, vi: 'Không tìm thấy quy định này.', en: 'No such rule.' },
  'rule.misplaced': {
    status: 422,
    at: 'areaId',
    vi: 'Định mức, tiêu chuẩn là của cả nước hoặc của tỉnh. Chưa có gì được ghi.',
    en: 'Norms and requirements are those of the nation or of a province. Nothing was written.',
  },
  'rule.level_unfit': {
    status: 422,
    at: 'level',
    vi: 'Chức danh {post} không có ở cấp này. Chưa có gì được ghi.',
    en: 'There is no post of {postEn} at this level. Nothing was written.',
  },
  'rule.day_far': {
    status: 422,
    at: 'from',
    vi: 'Ngày phải từ 01/01/1990 đến {last}. Chưa có gì được ghi.',
    en: 'The day must lie between 01/01/1990 and {last}. Nothing was written.',
  },
  'rule.overlaps': {
    status: 409,
    at: 'from',
    vi: 'Đã có quy định khác cho cùng chức danh trong thời gian ấy; hãy ghi mức tiếp theo của quy định đó. Chưa có gì được ghi.',
    en: 'Another rule of the same post holds in that time; enter what follows it. Nothing was written.',
    constraints: ['norm_once', 'post_requirement_once'],
  },
  'rule.period': {
    status: 422,
    at: 'from',
    vi: 'Ngày hết không thể trước ngày áp dụng. Chưa có gì được ghi.',
    en: 'It cannot end before it begins. Nothing was written.',
    constraints: ['norm_period', 'post_requirement_period'],
  },
  'rule.minimum_unknown': {
    status: 422,
    at: 'minimum',
    vi: 'Loại trình độ này không có bậc ấy; hãy chọn lại. Chưa có gì được ghi.',
    en: 'This kind of qualification has no such level; choose again. Nothing was written.',
    constraints: ['post_requirement_minimum'],
  },
  'rule.not_later': {
    status: 422,
    at: 'from',
    vi: 'Mức mới phải bắt đầu sau ngày {from} của mức đang ghi. Chưa có gì được ghi.',
    en: 'What follows must begin after {from}, when this one began. Nothing was written.',
  },
  'rule.ends_before': {
    status: 422,
    at: 'last',
    vi: 'Ngày cuối không thể trước ngày áp dụng {from}. Chưa có gì được ghi.',
    en: 'The last day cannot come before {from}. Nothing was written.',
  },
  'rule.ended': {
    status: 409,
    vi: 'Quy định này đã hết sau ngày {last}. Chưa có gì được ghi.',
    en: 'This rule ended after {last}. Nothing was written.',
  },
})
