import { defineProblems } from '#kernel/problem.ts'

export const handoutProblem = defineProblems({
  'handout.not_found': { status: 404, vi: 'Không tìm thấy lần phát này.', en: 'No such hand-out.' },
  'handout.version': {
    status: 422,
    at: 'materialId',
    vi: 'Không có bản tài liệu ấy trong thư viện mà đơn vị đọc được. Chưa có gì được ghi.',
    en: 'The library that the unit reads has no such version. Nothing was written.',
  },
  'handout.to': {
    status: 422,
    at: 'toWords',
    vi: 'Phát cho một đơn vị, một lớp, hoặc ghi bằng lời; chỉ một trong ba. Chưa có gì được ghi.',
    en: 'To a unit, a class, or whom words name; one of the three. Nothing was written.',
  },
  'handout.to_unit': {
    status: 422,
    at: 'toAreaId',
    vi: 'Đơn vị nhận phải thuộc đơn vị phát. Chưa có gì được ghi.',
    en: 'The unit that is given them lies under the unit that hands them out. Nothing was written.',
  },
  'handout.to_class': {
    status: 422,
    at: 'toClassId',
    vi: 'Lớp nhận phải là lớp của đơn vị phát. Chưa có gì được ghi.',
    en: 'The class is one of the unit that hands them out. Nothing was written.',
  },
  'handout.day': {
    status: 422,
    at: 'on',
    vi: 'Ngày phát không thể sau hôm nay. Chưa có gì được ghi.',
    en: 'Copies are handed out today or before. Nothing was written.',
  },
  'handout.back_already': {
    status: 409,
    vi: 'Lần phát này đã được rút. Chưa có gì được ghi thêm.',
    en: 'This hand-out was taken back already. Nothing more was written.',
  },
})
