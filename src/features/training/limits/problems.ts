import { defineProblems } from '#kernel/problem.ts'

export const limitProblem = defineProblems({
  'limit.not_found': { status: 404, vi: 'Không tìm thấy giới hạn này.', en: 'No such limit.' },
  'limit.not_province': {
    status: 422,
    at: 'areaId',
    vi: 'Giới hạn mở lớp là của tỉnh. Chưa có gì được ghi.',
    en: 'Limits of classes are a province’s. Nothing was written.',
  },
  'limit.says': {
    status: 422,
    at: 'value',
    vi: 'Loại giới hạn này cần nội dung khác: một số, hoặc ngày đầu và ngày cuối kèm lý do, hoặc thứ tự ưu tiên. Chưa có gì được ghi.',
    en: 'This kind says something else: a number, or first and last day with why, or an order. Nothing was written.',
    constraints: ['training_limit_says', 'training_limit_share'],
  },
  'limit.no_day': {
    status: 422,
    at: 'firstDay',
    vi: 'Ngày đầu, ngày cuối phải là ngày năm nào cũng có. Chưa có gì được ghi.',
    en: 'First and last day must be days of every year. Nothing was written.',
  },
  'limit.stands': {
    status: 422,
    at: 'from',
    vi: 'Tỉnh đã có một giá trị khác của giới hạn này trong thời gian ấy. Hãy ghi giá trị mới cho nó, hoặc ghi nó hết hiệu lực trước. Chưa có gì được ghi.',
    en: 'Another value of this limit holds in that time. Enter a new value of it, or end it first. Nothing was written.',
    constraints: ['training_limit_one_value', 'training_limit_one_of_kind'],
  },
  'limit.not_later': {
    status: 422,
    at: 'from',
    vi: 'Giá trị mới phải bắt đầu sau ngày {from} của giá trị đang ghi. Chưa có gì được ghi.',
    en: 'The new value must begin after {from}, when this one began. Nothing was written.',
  },
  'limit.period': {
    status: 422,
    at: 'from',
    vi: 'Ngày áp dụng phải trước ngày hết. Chưa có gì được ghi.',
    en: 'It must begin before it ends. Nothing was written.',
    constraints: ['training_limit_period'],
  },
  'limit.ends_before': {
    status: 422,
    at: 'last',
    vi: 'Ngày cuối không thể trước ngày áp dụng {from}. Chưa có gì được ghi.',
    en: 'The last day cannot come before {from}. Nothing was written.',
  },
  'limit.ended': {
    status: 409,
    vi: 'Giới hạn này đã hết sau ngày {last}. Chưa có gì được ghi.',
    en: 'This limit ended after {last}. Nothing was written.',
  },
  'limit.withdrawn': {
    status: 409,
    vi: 'Giới hạn này đã được rút vì ghi nhầm. Chưa có gì được ghi.',
    en: 'This limit was withdrawn as entered by mistake. Nothing was written.',
  },
  'limit.followed': {
    status: 409,
    vi: 'Sau giới hạn này đã có giá trị mới hơn. Hãy rút giá trị mới trước. Chưa có gì được ghi.',
    en: 'A later value follows this one. Withdraw that first. Nothing was written.',
  },
})
