import { defineProblems } from '#kernel/problem.ts'

export const targetProblem = defineProblems({
  'target.not_found': { status: 404, vi: 'Không tìm thấy chỉ tiêu này.', en: 'No such target.' },
  'target.not_province': {
    status: 422,
    at: 'areaId',
    vi: 'Chỉ tiêu luân chuyển là của tỉnh. Hãy chọn tỉnh ở góc trên. Chưa có gì được ghi.',
    en: 'Targets of moves are a province’s. Choose the province above. Nothing was written.',
  },
  'target.day_far': {
    status: 422,
    at: 'from',
    vi: 'Ngày áp dụng phải từ {first} đến {last}. Chưa có gì được ghi.',
    en: 'The first day must lie between {first} and {last}. Nothing was written.',
  },
  'target.year_far': {
    status: 422,
    at: 'year',
    vi: 'Năm của chỉ tiêu phải từ 1990 đến {last}. Chưa có gì được ghi.',
    en: 'The year of a target must lie between 1990 and {last}. Nothing was written.',
  },
  'target.not_later': {
    status: 422,
    at: 'from',
    vi: 'Năm này đã có chỉ tiêu từ ngày {from}; chỉ tiêu mới phải bắt đầu sau ngày ấy. Ghi sai thì sửa chỉ tiêu ấy. Chưa có gì được ghi.',
    en: 'The year has a target from {from} on; a new one must begin after it. Put that one right where it is wrong. Nothing was written.',
  },
  'target.twice': {
    status: 409,
    at: 'year',
    vi: 'Năm này, hình thức này đã có chỉ tiêu khác trong thời gian đó. Chưa có gì được ghi.',
    en: 'The year has another target of this kind in that time. Nothing was written.',
    constraints: ['move_target_once'],
  },
  'target.period': {
    status: 422,
    at: 'last',
    vi: 'Ngày cuối phải từ ngày áp dụng {from} đến {last}. Chưa có gì được ghi.',
    en: 'The last day must lie between {from} and {last}. Nothing was written.',
  },
  'target.ended': {
    status: 409,
    vi: 'Chỉ tiêu này đã hết sau ngày {last}. Chưa có gì được ghi.',
    en: 'This target ended after {last}. Nothing was written.',
  },
})
