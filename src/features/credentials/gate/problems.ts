import { defineProblems } from '#kernel/problem.ts'

export const gateProblem = defineProblems({
  'gate.not_found': { status: 404, vi: 'Không tìm thấy quy định này.', en: 'No such setting.' },
  'gate.not_province': {
    status: 422,
    at: 'areaId',
    vi: 'Việc kiểm tra chứng nhận do tỉnh quy định. Chưa có gì được ghi.',
    en: 'Whether credentials are asked for is a province’s to say. Nothing was written.',
  },
  'gate.past': {
    status: 422,
    at: 'from',
    vi: 'Quy định áp dụng cho các kỳ mở từ hôm nay trở đi, không áp dụng ngược cho kỳ đã mở. Chưa có gì được ghi.',
    en: 'A setting is for rounds opened from today on, never for those opened before. Nothing was written.',
  },
  'gate.far': {
    status: 422,
    at: 'from',
    vi: 'Ngày áp dụng không quá {last}. Chưa có gì được ghi.',
    en: 'The day is at most {last}. Nothing was written.',
  },
  'gate.day_taken': {
    status: 409,
    at: 'from',
    vi: 'Tỉnh đã có một quy định áp dụng từ ngày này. Hãy rút nó trước. Chưa có gì được ghi.',
    en: 'The province has a setting from this day already. Withdraw it first. Nothing was written.',
    constraints: ['gate_setting_one_a_day'],
  },
  'gate.withdrawn': {
    status: 409,
    vi: 'Quy định này đã được rút. Chưa có gì được ghi.',
    en: 'This setting was withdrawn. Nothing was written.',
  },
})
