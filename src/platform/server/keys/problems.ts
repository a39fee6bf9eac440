/** What the key file says when it refuses. These sentences reach the console at start and the administrator's page. */
import { defineProblems } from '#kernel/problem.ts'

export const keyProblem = defineProblems({
  'keys.missing': {
    status: 500,
    vi: 'Không thấy tệp khoá {path}. Không có tệp này thì số định danh đã mã hoá không đọc và không tìm được, giấy tờ mới không ký được; mọi dữ liệu khác vẫn đọc được. Hãy chép lại tệp khoá từ nơi cất giữ.',
    en: 'The key file {path} is missing. Without it, encrypted citizen ids can be neither read nor searched and no new paper can be signed; all other data stays readable. Bring the key file back from where it is kept.',
  },
  'keys.exists': {
    status: 409,
    vi: 'Đã có tệp khoá {path}; không ghi đè lên.',
    en: 'The key file {path} already exists and was not overwritten.',
  },
  'keys.open_to_others': {
    status: 500,
    vi: 'Người khác trên máy đọc được {path} (quyền {mode}); hãy đặt quyền {wanted} rồi khởi động lại.',
    en: '{path} can be read by others on this machine (mode {mode}); set it to {wanted} and start again.',
  },
  'keys.unreadable': {
    status: 500,
    vi: 'Không đọc được tệp khoá {path} ({code}); hãy cho tài khoản chạy chương trình quyền đọc tệp này.',
    en: 'The key file {path} cannot be read ({code}); allow the account that runs the program to read it.',
  },
  'keys.damaged': {
    status: 500,
    vi: 'Tệp khoá {path} bị hỏng hoặc do bản mới hơn ghi; hãy chép lại từ nơi cất giữ. Chưa có gì bị đổi.',
    en: 'The key file {path} is damaged or was written by a newer version; bring it back from where it is kept. Nothing was changed.',
  },
  'keys.value_unreadable': {
    status: 500,
    vi: 'Không giải mã được {what}: tệp khoá đang dùng không có khoá {keyId}, hoặc giá trị đã bị sửa hay chuyển chỗ.',
    en: '{what} cannot be decrypted: the key file in use does not hold key {keyId}, or the value was altered or moved.',
  },
})
