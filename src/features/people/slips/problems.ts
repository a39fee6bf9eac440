import { defineProblems } from '#kernel/problem.ts'

export const slipProblem = defineProblems({
  'slip.unknown': {
    status: 401,
    at: 'code',
    vi: 'Không có giấy vào máy nào mang mã này. Hãy xem lại từng chữ trên giấy, hoặc xin cơ quan giấy mới.',
    en: 'There is no slip with this code. Look at it sign by sign, or ask the office for a new one.',
  },
  'slip.used': {
    status: 409,
    at: 'code',
    vi: 'Giấy này đã dùng lúc {at}; mỗi giấy chỉ vào được một lần. Nếu không phải bạn dùng, hãy báo cơ quan ngay. Xin giấy mới để vào.',
    en: 'This slip was used at {at}; each lets in once. If it was not you, tell the office at once. Ask for a new one to come in.',
  },
  'slip.over': {
    status: 409,
    at: 'code',
    vi: 'Giấy này đã hết hạn hoặc đã được rút. Hãy xin cơ quan giấy mới.',
    en: 'This slip has run out or was withdrawn. Ask the office for a new one.',
  },
  'slip.not_field': {
    status: 409,
    vi: 'Giấy vào máy chỉ dành cho người chỉ làm rà soát viên; {name} còn giữ quyền khác hoặc làm việc ở nơi bạn không quản trị, nên vào bằng mật khẩu.',
    en: 'Slips are only for those who are enumerators and nothing else; {name} holds another role, or works where you are not the administrator, and comes in by a password.',
  },
  'slip.last_day': {
    status: 422,
    at: 'lastOn',
    vi: 'Giấy dùng được từ hôm nay đến muộn nhất là ngày {last}.',
    en: 'A slip lets in from today to {last} at most.',
  },
  'slip.given_meanwhile': {
    status: 409,
    vi: 'Vừa có người khác cấp giấy cho một trong những người này. Hãy xem lại danh sách.',
    en: 'Somebody has just given a slip to one of these people. Look at the list again.',
    constraints: ['sign_in_slip_open'],
  },
  'slip.not_found': {
    status: 404,
    vi: 'Không tìm thấy giấy vào máy này trong những giấy bạn được quản lý.',
    en: 'This slip is not among those you manage.',
  },
  'slip.not_open': {
    status: 409,
    vi: 'Giấy này không còn dùng được: đã dùng, đã rút hoặc hết hạn.',
    en: 'This slip lets nobody in any more: it was used, withdrawn, or has run out.',
  },
  'slip.nothing_to_print': {
    status: 409,
    vi: 'Không có giấy nào còn dùng được để in. Hãy chọn người và cấp giấy trước.',
    en: 'There is no slip to print. Choose people and give slips first.',
  },
})
