import { defineProblems } from '#kernel/problem.ts'

export const wayProblem = defineProblems({
  'place.not_found': { status: 404, vi: 'Không tìm thấy nơi mở lớp này.', en: 'No such place of classes.' },
  'place.level': {
    status: 422,
    at: 'areaId',
    vi: 'Nơi mở lớp là một tỉnh, huyện hoặc xã đang có. Chưa có gì được ghi.',
    en: 'A place of classes is a province, district or commune that stands. Nothing was written.',
  },
  'place.open_already': {
    status: 409,
    at: 'areaId',
    vi: 'Đơn vị này đã là nơi mở lớp trong thời gian ấy. Chưa có gì được ghi thêm.',
    en: 'This unit is a place of classes in that time already. Nothing more was written.',
    constraints: ['class_place_once'],
  },
  'place.day_far': {
    status: 422,
    at: 'from',
    vi: 'Ngày phải từ {first} đến {last}. Chưa có gì được ghi.',
    en: 'The day must lie between {first} and {last}. Nothing was written.',
  },
  'place.period': {
    status: 422,
    at: 'last',
    vi: 'Ngày cuối không thể trước ngày bắt đầu. Chưa có gì được ghi.',
    en: 'The last day cannot come before the first. Nothing was written.',
    constraints: ['class_place_period'],
  },
  'place.closed': {
    status: 409,
    vi: 'Nơi này đã thôi mở lớp sau ngày {last}. Chưa có gì được ghi thêm.',
    en: 'This place holds no classes after {last}. Nothing more was written.',
  },
  'way.not_found': { status: 404, vi: 'Không tìm thấy đường này.', en: 'No such way.' },
  'way.elsewhere': {
    status: 422,
    at: 'toId',
    vi: 'Đường đi nối hai đơn vị khác nhau, đang có, của một tỉnh: xã, huyện hoặc tỉnh. Chưa có gì được ghi.',
    en: 'A way joins two different units of one province that stand: communes, districts or the province. Nothing was written.',
    constraints: ['training_way_elsewhere'],
  },
  'way.no_province': {
    status: 422,
    at: 'areaId',
    vi: 'Hãy chọn một tỉnh, hoặc một huyện, xã của tỉnh ấy, rồi nhập tệp. Chưa có gì được ghi.',
    en: 'Choose a province, or a district or commune of it, for the file. Nothing was written.',
  },
  'way.known': {
    status: 409,
    at: 'km',
    vi: 'Đường giữa hai đơn vị này đã ghi; đường đi và đường về như nhau. Hãy sửa số km ở danh sách. Chưa có gì được ghi thêm.',
    en: 'The way between these two is known; it is the same there and back. Change it in the list. Nothing more was written.',
    constraints: ['training_way_once'],
  },
})
