/** What this room tells the audit. */
import { roles } from '#kernel/access.ts'
import { defineEvents } from '#kernel/event.ts'
import { endingWords, qualificationWords } from './roster/model.ts'

export const peopleEvent = defineEvents(
  {
    account: { vi: 'Tài khoản', en: 'Accounts' },
    session: { vi: 'Đăng nhập', en: 'Sessions' },
    grant: { vi: 'Quyền', en: 'Grants' },
    job: { vi: 'Việc chạy nền', en: 'Background work' },
    official: { vi: 'Cán bộ', en: 'Officials' },
  },
  {
    'account.created': { vi: 'Tạo tài khoản', en: 'Account created' },
    'account.password_changed': { vi: 'Đổi mật khẩu', en: 'Password changed' },
    'account.password_reset': { vi: 'Đặt lại mật khẩu', en: 'Password reset' },
    'session.started': { vi: 'Đăng nhập', en: 'Signed in' },
    'session.ended': { vi: 'Kết thúc phiên', en: 'Session ended' },
    'session.guessed': {
      vi: 'Mật khẩu của tài khoản bị thử sai nhiều lần; người thử phải chờ',
      en: 'The password of an account was tried wrongly many times; who tries has to wait',
    },
    'session.guessed_around': {
      vi: 'Từ một nơi có người thử sai mật khẩu nhiều lần, có thể của nhiều tài khoản; nơi đó phải chờ',
      en: 'From one place passwords were tried wrongly many times, perhaps of many accounts; that place has to wait',
    },
    'session.old_forgotten': {
      vi: 'Xóa phiên và lần đăng nhập sai đã cũ',
      en: 'Old sessions and failed sign-ins deleted',
    },
    'grant.given': { vi: 'Giao quyền', en: 'Grant given' },
    'grant.ended': { vi: 'Thu hồi quyền', en: 'Grant ended' },
    'grant.mended': { vi: 'Nâng cấp phần mềm: gộp quyền giao trùng', en: 'Upgrade: a grant given twice put right' },
    'job.asked': { vi: 'Cho chạy một việc chạy nền', en: 'Background work asked for' },
    'job.sent_again': { vi: 'Cho chạy lại một việc chạy nền bị hỏng', en: 'Failed background work sent again' },
    'official.entered': { vi: 'Ghi cán bộ vào sổ', en: 'Official entered' },
    'official.imported': { vi: 'Nhập danh sách cán bộ từ bảng tính', en: 'Officials imported from a spreadsheet' },
    'official.changed': { vi: 'Sửa lý lịch công tác', en: 'Particulars of an official changed' },
    'official.opened': { vi: 'Mở lý lịch công tác', en: 'Particulars of an official opened' },
    'official.appointed': { vi: 'Giao chức danh', en: 'Appointed to a post' },
    'official.appointment_ended': { vi: 'Thôi giữ chức danh', en: 'Appointment ended' },
    'official.placed_again': { vi: 'Bố trí lại sau khi đơn vị hết', en: 'Placed again after the unit ended' },
    'official.learnt': { vi: 'Ghi trình độ đào tạo', en: 'Qualification entered' },
    'official.learnt_changed': { vi: 'Sửa trình độ đào tạo', en: 'Qualification changed' },
    'official.learnt_taken': { vi: 'Bỏ trình độ đào tạo ghi sai', en: 'Wrong qualification taken away' },
  },
  {
    news: [
      'official.entered',
      'official.imported',
      'official.appointed',
      'official.appointment_ended',
      'official.placed_again',
    ],
    facts: {
      because: { said: { vi: 'lý do', en: 'because' }, words: endingWords },
      sure: { said: { vi: 'lý do ghi dù giống người đã có', en: 'why entered although alike' } },
      kind: { said: { vi: 'loại', en: 'kind' }, words: qualificationWords },
      why: { said: { vi: 'lý do bỏ', en: 'why it was taken away' }, free: true },
      people: { said: { vi: 'số người trong tệp', en: 'people in the file' } },
      added: { said: { vi: 'thêm', en: 'added' } },
      changed: { said: { vi: 'cập nhật', en: 'changed' } },
      unchanged: { said: { vi: 'giữ nguyên', en: 'unchanged' } },
      given: { said: { vi: 'chức danh được giao', en: 'posts given' } },
      doubts: { said: { vi: 'chỗ cần xem lại', en: 'to look at' } },
      sha256: null,
      citizenId: null,
      qualification: null,
      post: null,
      fields: null,
      role: { said: { vi: 'vai trò', en: 'role' }, words: roles },
      account: { said: { vi: 'người', en: 'account' } },
      failures: { said: { vi: 'lần đăng nhập sai', en: 'failed sign-ins' } },
      sessions: { said: { vi: 'phiên', en: 'sessions' } },
      job: null,
    },
  },
)
