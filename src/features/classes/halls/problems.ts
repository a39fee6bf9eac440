import { defineProblems } from '#kernel/problem.ts'

export const hallProblem = defineProblems({
  'hall.not_found': { status: 404, vi: 'Không tìm thấy hội trường này.', en: 'No such hall.' },
  'hall.no_unit': {
    status: 422,
    at: 'areaId',
    vi: 'Hội trường là của một tỉnh, huyện, xã hoặc thôn đang có. Chưa có gì được ghi.',
    en: 'A hall is of a province, district, commune or village that stands. Nothing was written.',
  },
  'hall.there_already': {
    status: 409,
    at: 'name',
    vi: 'Đơn vị này đã có hội trường tên ấy trong thời gian ấy. Chưa có gì được ghi thêm.',
    en: 'This unit has a hall of that name in that time already. Nothing more was written.',
    constraints: ['class_hall_once'],
  },
  'hall.ends_before': {
    status: 422,
    at: 'last',
    vi: 'Ngày cuối không thể trước ngày {from}. Chưa có gì được ghi.',
    en: 'The last day cannot come before {from}. Nothing was written.',
  },
  'hall.closed': {
    status: 409,
    vi: 'Hội trường này đã thôi dùng sau ngày {last}. Chưa có gì được ghi thêm.',
    en: 'This hall was given up after {last}. Nothing more was written.',
  },
})
