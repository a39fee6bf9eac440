import { defineProblems } from '#kernel/problem.ts'

export const normProblem = defineProblems({
  'norm.not_found': { status: 404, vi: 'Không tìm thấy định mức này.', en: 'No such norm.' },
  'norm.not_province': {
    status: 422,
    at: 'areaId',
    vi: 'Định mức chi là của tỉnh. Chưa có gì được ghi.',
    en: 'Norms of spending are a province’s. Nothing was written.',
  },
  'norm.overlaps': {
    status: 422,
    at: 'from',
    vi: 'Nội dung chi này đã có mức khác trong thời gian ấy. Xem các mức theo thời gian. Chưa có gì được ghi.',
    en: 'Another value of this item holds in that time. See its values. Nothing was written.',
    constraints: ['spending_norm_one_value'],
  },
  'norm.same_item': {
    status: 422,
    at: 'item',
    vi: 'Tỉnh đã có định mức của nội dung chi này, tính như vậy, trong thời gian ấy. Mở định mức đó để ghi mức mới. Chưa có gì được ghi.',
    en: 'The province has a norm of this item, counted alike, in that time. Open it to enter a new value. Nothing was written.',
    constraints: ['spending_norm_item_once'],
  },
  'norm.not_later': {
    status: 422,
    at: 'from',
    vi: 'Mức mới phải bắt đầu sau ngày {from} của mức đang ghi. Chưa có gì được ghi.',
    en: 'The new value must begin after {from}, when this one began. Nothing was written.',
  },
  'norm.period': {
    status: 422,
    at: 'from',
    vi: 'Ngày áp dụng phải trước ngày hết. Chưa có gì được ghi.',
    en: 'It must begin before it ends. Nothing was written.',
    constraints: ['spending_norm_period'],
  },
  'norm.ends_before': {
    status: 422,
    at: 'last',
    vi: 'Ngày cuối không thể trước ngày áp dụng {from}. Chưa có gì được ghi.',
    en: 'The last day cannot come before {from}. Nothing was written.',
  },
  'norm.rested_on': {
    status: 409,
    at: 'item',
    vi: 'Nội dung chi này đã có nhiều mức hoặc đã được kế hoạch dùng, nên không đổi được tên và cách tính. Hãy ghi hết hiệu lực và ghi nội dung chi khác. Chưa có gì được ghi.',
    en: 'This item has several values, or plans use it: its name and what it counts change no more. End it and enter another. Nothing was written.',
  },
  'norm.used': {
    status: 409,
    vi: 'Kế hoạch đã có khoản chi ghi theo mức này, nên không rút như ghi nhầm được. Bản thảo thì tính lại hoặc sửa khoản ấy trước; kế hoạch đã duyệt thì ghi ngày cuối áp dụng. Chưa có gì được ghi.',
    en: 'Amounts of plans are written by this value, so that it cannot be taken back as a mistake. Compute drafts anew first; where a plan is approved give the last day. Nothing was written.',
  },
  'norm.ended': {
    status: 409,
    vi: 'Mức này đã hết sau ngày {last}. Chưa có gì được ghi.',
    en: 'This value ended after {last}. Nothing was written.',
  },
})
