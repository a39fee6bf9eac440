import { defineProblems } from '#kernel/problem.ts'

export const peopleProblem = defineProblems({
  'people.sign_in_failed': {
    status: 401,
    vi: 'Tên đăng nhập hoặc mật khẩu không đúng.',
    en: 'The user name or the password is not right.',
  },
  'people.wait_before_sign_in': {
    status: 429,
    vi: 'Đã nhập sai nhiều lần. Hãy đợi {retryAfterSeconds} giây rồi thử lại.',
    en: 'Too many wrong attempts. Wait {retryAfterSeconds} seconds and try again.',
  },
  'people.old_password_wrong': {
    status: 422,
    at: 'old',
    vi: 'Mật khẩu cũ không đúng.',
    en: 'The old password is not right.',
  },
  'people.password_same': {
    status: 422,
    at: 'new',
    vi: 'Mật khẩu mới phải khác mật khẩu cũ.',
    en: 'The new password must differ from the old one.',
  },
  'people.password_guessed': {
    status: 422,
    vi: 'Mật khẩu này dễ đoán: một chữ hay một cụm lặp lại, một dãy liền nhau, hoặc chỉ là tên. Hãy chọn mật khẩu khác, chẳng hạn vài từ không liên quan đến nhau.',
    en: 'This password is easy to guess: letters repeated, a run, or little more than the name. Choose another, such as some words that do not belong together.',
  },
  'people.setup_token_wrong': {
    status: 403,
    at: 'token',
    vi: 'Mã khởi tạo không đúng hoặc đã dùng. Mã đúng được in ở cửa sổ chạy hệ thống.',
    en: 'The set-up token is wrong or already used. The right one is printed on the console of the system.',
  },
  'people.login_taken': {
    status: 409,
    at: 'login',
    vi: 'Tên đăng nhập "{login}" đã có người dùng.',
    en: 'The user name "{login}" is taken.',
  },
  'people.account_not_found': { status: 404, vi: 'Không tìm thấy tài khoản.', en: 'No such account.' },
  'people.account_reaches_beyond': {
    status: 403,
    vi: 'Tài khoản này còn có quyền ở đơn vị khác; chỉ người quản trị cấp trên mới đặt lại mật khẩu được.',
    en: 'This account also holds rights elsewhere; only an administrator above may reset its password.',
  },
  'people.own_grant': {
    status: 403,
    vi: 'Không ai tự giao quyền cho mình. Hãy đề nghị một người quản trị khác giao. Chưa có gì được ghi.',
    en: 'Nobody gives a role to themselves. Ask another administrator. Nothing was written.',
  },
  'people.roles_apart': {
    status: 409,
    vi: 'Người giao quyền không xem hộ: một tài khoản không vừa là Quản trị vừa là {role} tại {unit}. Hãy dùng tài khoản khác, hoặc thu hồi quyền kia trước. Chưa có gì được ghi.',
    en: 'Who gives access does not see households: one account cannot be administrator and {roleEn} over {unit}. Use another account, or end the other role first. Nothing was written.',
  },
  'people.role_misplaced': {
    status: 422,
    at: 'role',
    vi: 'Vai trò {role} không giao được ở cấp của {unit}. Chưa có gì được ghi.',
    en: 'The role {roleEn} cannot be given at the level of {unit}. Nothing was written.',
  },
  'people.chair_held': {
    status: 409,
    at: 'authority',
    vi: '{name} đang là Chủ tịch ở {unit} trong thời gian đó. Hãy thu hồi quyền của người trước, hoặc giao thẩm quyền ký thay hay quyền Chủ tịch. Chưa có gì được ghi.',
    en: '{name} is the chair of {unit} in that time. End that grant first, or give the authority to sign for the chair or to act as chair. Nothing was written.',
  },
  'people.name_unfit': {
    status: 422,
    at: 'name',
    vi: 'Họ và tên chỉ gồm chữ, có thể kèm số ở sau. Chưa có gì được ghi.',
    en: 'A full name is made of letters, with numbers after them at most. Nothing was written.',
  },
  'people.grant_not_found': { status: 404, vi: 'Không tìm thấy quyền này.', en: 'No such grant.' },
  'people.grant_held': {
    status: 409,
    vi: 'Người này đã có vai trò này tại đơn vị này trong thời gian đó. Chưa có gì được ghi.',
    en: 'This person already holds this role at this unit in that time. Nothing was written.',
    constraints: ['access_grant_once'],
  },
  'people.grant_held_at': {
    status: 409,
    vi: 'Người này đã có vai trò này tại {unit} trong thời gian đó. Chưa có gì được ghi.',
    en: 'This person already holds this role at {unit} in that time. Nothing was written.',
  },
  'people.nowhere': {
    status: 422,
    vi: 'Chọn ít nhất một đơn vị. Chưa có gì được ghi.',
    en: 'Choose at least one unit. Nothing was written.',
  },
  'people.grant_period': {
    status: 409,
    at: 'until',
    vi: 'Ngày hết hạn phải từ ngày bắt đầu trở đi. Chưa có gì được ghi.',
    en: 'A grant cannot end before it begins. Nothing was written.',
    constraints: ['access_grant_period'],
  },
  'people.audit_days': {
    status: 422,
    at: 'until',
    vi: 'Ngày cuối phải từ ngày {from} trở đi. Hãy chọn lại.',
    en: 'The last day cannot be before {from}. Choose again.',
  },
  'people.grant_day_far': {
    status: 422,
    at: 'from',
    vi: 'Ngày bắt đầu phải từ {first} đến {last}. Chưa có gì được ghi.',
    en: 'The first day must lie between {first} and {last}. Nothing was written.',
  },
  'people.unit_not_yet': {
    status: 422,
    at: 'from',
    vi: '{unit} có từ ngày {day}; ngày bắt đầu không thể trước ngày đó. Chưa có gì được ghi.',
    en: '{unit} stands from {day}; the role cannot begin before. Nothing was written.',
  },
  'people.unit_ended': {
    status: 422,
    vi: '{unit} đã kết thúc ngày {day}. Hãy chọn đơn vị đang có, hoặc ngày hết hạn không sau ngày đó. Chưa có gì được ghi.',
    en: '{unit} ended on {day}. Choose a unit that stands, or a last day that is not later. Nothing was written.',
  },
  'people.grant_ended': {
    status: 409,
    vi: 'Quyền này đã kết thúc. Chưa có gì được ghi thêm.',
    en: 'This grant has ended already. Nothing more was written.',
  },
  'people.last_administrator': {
    status: 409,
    vi: 'Đây là người quản trị toàn quốc cuối cùng; thu hồi rồi thì không ai giao lại được. Hãy giao quyền này, không kém thời hạn, cho người khác trước.',
    en: 'This is the last administrator of the whole country; once ended, nobody could give it back. Give this role to another person first, for as long.',
  },
  'people.authority_unfit': {
    status: 422,
    vi: 'Chỉ vai trò Chủ tịch UBND xã mới có thẩm quyền ký thay hoặc quyền Chủ tịch.',
    en: 'Only the role of the commune chair can sign for the chair or act as chair.',
    constraints: ['access_grant_authority'],
  },
  'people.district_ended': {
    status: 422,
    vi: 'Cấp huyện đã kết thúc từ 01/07/2025; không giao vai trò này sau ngày đó.',
    en: 'The district level ended on 01/07/2025; this role cannot be given after that day.',
  },
  'people.unit_waits': {
    status: 409,
    vi: 'Đơn vị mới còn {rules} định mức, yêu cầu, chỉ tiêu cán bộ đang có hiệu lực, {slips} phiếu vào máy chưa dùng, {handovers} lần bàn giao hồ sơ chưa xong. Kết thúc, thu hồi hoặc rút chúng trước. Chưa có gì được ghi.',
    en: 'The new unit still has {rules} {rules:rule|rules} about officials in force, {slips} unused sign-in {slips:slip|slips}, {handovers} {handovers:record|records} on the way. End or withdraw these first. Nothing was written.',
  },
  'people.unit_granted': {
    status: 409,
    vi: '{count} người đang giữ quyền tại đơn vị mới ({names}). Hãy thu hồi các quyền ấy trước. Chưa có gì được ghi.',
    en: '{count} {count:person holds|people hold} rights at the new unit ({names}). End these first. Nothing was written.',
  },
})
