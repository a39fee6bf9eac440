import { defineProblems } from '#kernel/problem.ts'

export const ruleProblem = defineProblems({
  'credential_rule.not_found': {
    status: 404,
    vi: 'Không tìm thấy điều kiện cấp này.',
    en: 'No such rule.',
  },
  'credential_rule.not_province': {
    status: 422,
    at: 'areaId',
    vi: 'Điều kiện cấp chứng nhận là của tỉnh. Chưa có gì được ghi.',
    en: 'Rules of credentials are a province’s. Nothing was written.',
  },
  'credential_rule.says': {
    status: 422,
    at: 'months',
    vi: 'Cách tính thời hạn này cần nội dung khác: số tháng, hoặc ngày đầu và ngày cuối của mỗi năm. Chưa có gì được ghi.',
    en: 'This way of lasting says something else: months, or the first and last day of each year. Nothing was written.',
    constraints: ['credential_rule_says'],
  },
  'credential_rule.no_day': {
    status: 422,
    at: 'firstDay',
    vi: 'Ngày đầu, ngày cuối phải là ngày năm nào cũng có. Chưa có gì được ghi.',
    en: 'First and last day must be days of every year. Nothing was written.',
  },
  'credential_rule.topics': {
    status: 422,
    at: 'topicIds',
    vi: 'Chuyên đề phải thuộc khung đào tạo đang áp dụng cho tỉnh. Chưa có gì được ghi.',
    en: 'Topics are of a framework in force for the province. Nothing was written.',
  },
  'credential_rule.standard': {
    status: 422,
    at: 'standardId',
    vi: 'Phần mềm không có chuẩn nghèo này. Chưa có gì được ghi.',
    en: 'There is no such standard. Nothing was written.',
  },
  'credential_rule.day_far': {
    status: 422,
    at: 'from',
    vi: 'Ngày áp dụng phải từ 01/01/1990 đến {last}. Chưa có gì được ghi.',
    en: 'The first day must lie between 01/01/1990 and {last}. Nothing was written.',
  },
  'credential_rule.stands': {
    status: 422,
    at: 'name',
    vi: 'Tỉnh đã có một điều kiện cấp cùng tên trong thời gian ấy. Hãy ghi giá trị mới cho nó, hoặc ghi nó hết hiệu lực trước. Chưa có gì được ghi.',
    en: 'A rule of this name holds in that time. Enter a new version of it, or end it first. Nothing was written.',
    constraints: ['credential_rule_one_value', 'credential_rule_named'],
  },
  'credential_rule.not_later': {
    status: 422,
    at: 'from',
    vi: 'Bản mới phải bắt đầu sau ngày {from} của bản đang áp dụng. Chưa có gì được ghi.',
    en: 'The new version must begin after {from}, when this one began. Nothing was written.',
  },
  'credential_rule.period': {
    status: 422,
    at: 'from',
    vi: 'Ngày áp dụng phải trước ngày hết. Chưa có gì được ghi.',
    en: 'It must begin before it ends. Nothing was written.',
    constraints: ['credential_rule_period'],
  },
  'credential_rule.ends_before': {
    status: 422,
    at: 'last',
    vi: 'Ngày cuối không thể trước ngày áp dụng {from}. Chưa có gì được ghi.',
    en: 'The last day cannot come before {from}. Nothing was written.',
  },
  'credential_rule.ended': {
    status: 409,
    vi: 'Điều kiện này đã hết sau ngày {last}. Chưa có gì được ghi.',
    en: 'This rule ended after {last}. Nothing was written.',
  },
  'credential_rule.withdrawn': {
    status: 409,
    vi: 'Điều kiện này đã được rút vì ghi nhầm. Chưa có gì được ghi.',
    en: 'This rule was withdrawn as entered by mistake. Nothing was written.',
  },
  'credential_rule.followed': {
    status: 409,
    vi: 'Sau điều kiện này đã có bản mới hơn. Hãy rút bản mới trước. Chưa có gì được ghi.',
    en: 'A later version follows this one. Withdraw that first. Nothing was written.',
  },
  'credential_rule.issued': {
    status: 409,
    vi: 'Theo điều kiện này đã cấp {count} chứng nhận, nên không rút được nữa. Hãy ghi nó hết hiệu lực. Chưa có gì được ghi.',
    en: '{count} {count:credential was|credentials were} issued by this rule: it is no longer withdrawn. Record its end. Nothing was written.',
  },
})
