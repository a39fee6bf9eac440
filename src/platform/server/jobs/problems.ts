import { defineProblems } from '#kernel/problem.ts'

export const jobProblem = defineProblems({
  'job.not_found': { status: 404, vi: 'Không có việc chạy nền này.', en: 'There is no such background work.' },
  'job.waits_already': {
    status: 409,
    vi: 'Việc này đang chờ chạy hoặc đang chạy. Hãy đợi nó xong.',
    en: 'This work is waiting or running already. Wait for its end.',
  },
  'job.not_failed': {
    status: 409,
    vi: 'Lần chạy này không hỏng, hoặc đã được cho chạy lại. Hãy tải lại trang.',
    en: 'This run has not failed, or was already sent to run again. Reload the page.',
  },
  'job.input_unknown': {
    status: 422,
    vi: 'Việc này được giao từ một phiên bản khác của hệ thống và không đọc được. Hãy giao lại.',
    en: 'This work was asked for by another version of the system and cannot be read. Ask for it again.',
  },
  'job.interrupted': {
    status: 503,
    vi: 'Máy chủ đã dừng giữa chừng. Chưa ghi gì dở dang.',
    en: 'The server ended in the middle of it. Nothing was written by half.',
  },
  'job.fault': {
    status: 500,
    vi: 'Việc gặp lỗi và chưa ghi gì. Báo mã {trace} cho người phụ trách hệ thống.',
    en: 'The work failed and wrote nothing. Give code {trace} to whoever looks after the system.',
  },
})
