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
  'people.grant_not_found': { status: 404, vi: 'Không tìm thấy quyền này.', en: 'No such grant.' },
  'people.grant_held': {
    status: 409,
    vi: 'Người này đã có vai trò này tại đơn vị này trong thời gian đó. Chưa có gì được ghi.',
    en: 'This person already holds this role at this unit in that time. Nothing was written.',
    constraints: ['access_grant_once'],
  },
  'people.grant_period': {
    status: 409,
    at: 'until',
    vi: 'Ngày hết hạn phải từ ngày bắt đầu trở đi. Chưa có gì được ghi.',
    en: 'A grant cannot end before it begins. Nothing was written.',
    constraints: ['access_grant_period'],
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
})
