import { defineProblems } from '#kernel/problem.ts'

export const moveProblem = defineProblems({
  'move.not_found': { status: 404, vi: 'Không tìm thấy lần luân chuyển, biệt phái này.', en: 'No such move.' },
  'move.not_held': {
    status: 422,
    at: 'from',
    vi: 'Ngày ấy người này không giữ chức danh được chọn làm nơi đi. Chưa có gì được ghi.',
    en: 'On that day the person does not hold the post that is left. Nothing was written.',
  },
  'move.open': {
    status: 409,
    vi: 'Người này có một lần luân chuyển, biệt phái chưa ghi kết thúc. Hãy ghi kết thúc lần ấy, hoặc bỏ nếu ghi nhầm, rồi ghi lần mới. Chưa có gì được ghi.',
    en: 'The person has a rotation or secondment whose end is not recorded. Record its end, or take it away if it was a mistake, then record the new one. Nothing was written.',
    constraints: ['official_move_open'],
  },
  'move.overlaps': {
    status: 422,
    at: 'from',
    vi: 'Thời gian này người ấy đã đi luân chuyển, biệt phái tại {unit} ({span}): một người không ở hai nơi cùng lúc. Xem lại ngày, hoặc bỏ lần kia nếu ghi nhầm. Chưa có gì được ghi.',
    en: 'In that time the person is away at {unit} ({span}) already: nobody is at two places at once. Look at the days again, or take the other one away if it was a mistake. Nothing was written.',
  },
  'move.nowhere': {
    status: 422,
    at: 'areaId',
    vi: 'Nơi đến trùng nơi đi. Hãy chọn đơn vị khác, hoặc chức danh khác. Chưa có gì được ghi.',
    en: 'It leads to where it began. Choose another unit or another post. Nothing was written.',
  },
  'move.planned_early': {
    status: 422,
    at: 'plannedLast',
    vi: 'Ngày dự kiến kết thúc không thể trước ngày bắt đầu {from}. Chưa có gì được ghi.',
    en: 'The last planned day cannot come before the first, {from}. Nothing was written.',
  },
  'move.planned_far': {
    status: 422,
    at: 'plannedLast',
    vi: 'Ngày dự kiến kết thúc không thể sau {last}. Chưa có gì được ghi.',
    en: 'The last planned day cannot come after {last}. Nothing was written.',
  },
  'move.not_over': {
    status: 422,
    at: 'last',
    vi: 'Ngày cuối chưa tới: kết quả chỉ ghi khi đã xong. Chưa có gì được ghi.',
    en: 'The last day is still to come: what came of it is said once it is over. Nothing was written.',
  },
  'move.over': {
    status: 409,
    vi: 'Kết thúc của lần này đã được ghi. Chưa có gì được ghi thêm.',
    en: 'Its end is recorded already. Nothing more was written.',
  },
  'move.not_ended': {
    status: 409,
    vi: 'Lần này chưa ghi kết thúc. Chưa có gì được ghi thêm.',
    en: 'No end of it is recorded yet. Nothing more was written.',
  },
  'move.end_same': {
    status: 422,
    vi: 'Ngày cuối, kết quả, thôi hay ở lại vẫn như đã ghi. Chưa có gì được ghi thêm.',
    en: 'Last day, outcome and whether the person stays are as they were. Nothing more was written.',
  },
  'move.ended_otherwise': {
    status: 422,
    at: 'last',
    vi: 'Sổ đã ghi thôi giữ chức danh nơi đến, ngày cuối {day}. Hãy ghi ngày ấy. Chưa có gì được ghi.',
    en: 'The post there is recorded as ended, with the last day {day}. Write that day. Nothing was written.',
  },
  'move.gone': {
    status: 422,
    at: 'stays',
    vi: 'Sổ đã ghi thôi giữ chức danh nơi đến, nên không ghi là ở lại được. Nếu ghi nhầm, hãy sửa ngày thôi ở phần Chức danh trước. Chưa có gì được ghi.',
    en: 'The post there is recorded as ended, so nobody stays in it. If that was a mistake, correct its end among the posts first. Nothing was written.',
  },
  'move.taken': {
    status: 409,
    vi: 'Lần này đã được bỏ vì ghi nhầm. Chưa có gì được ghi thêm.',
    en: 'It was taken away as a mistake already. Nothing more was written.',
  },
})
