/** What this room tells the audit. */
import { defineEvents } from '#kernel/event.ts'
import { bodyKindWords, memberRoleWords } from './model.ts'

export const bodyEvent = defineEvents(
  {
    body: { vi: 'Ban Chỉ đạo, Ban Giám sát', en: 'Steering and supervision bodies' },
    body_norm: { vi: 'Định mức của các Ban', en: 'Norms of bodies' },
  },
  {
    'body.founded': { vi: 'Ghi Ban được thành lập', en: 'Body entered' },
    'body.changed': { vi: 'Sửa thông tin của Ban', en: 'Body changed' },
    'body.dissolved': { vi: 'Ghi Ban giải thể', en: 'Body dissolved' },
    'body.dissolution_corrected': { vi: 'Sửa việc giải thể Ban', en: 'Dissolution of a body corrected' },
    'body.member_joined': { vi: 'Ghi thành viên Ban', en: 'Member entered' },
    'body.members_imported': {
      vi: 'Nhập danh sách thành viên các Ban từ bảng tính',
      en: 'Members of bodies imported from a spreadsheet',
    },
    'body.member_left': { vi: 'Thôi là thành viên Ban', en: 'Membership ended' },
    'body.end_corrected': { vi: 'Sửa việc thôi là thành viên Ban', en: 'End of a membership corrected' },
    'body.meeting_called': { vi: 'Mời họp Ban', en: 'Meeting called' },
    'body.meeting_written': { vi: 'Sửa giấy mời, ghi biên bản', en: 'Invitation changed or minutes written' },
    'body.meeting_called_off': { vi: 'Hủy cuộc họp Ban', en: 'Meeting called off' },
    'body.minutes_signed': { vi: 'Lưu biên bản đã ký', en: 'Signed minutes kept' },
    'body.task_given': { vi: 'Ban giao việc', en: 'Task given' },
    'body.task_done': { vi: 'Việc Ban giao đã xong', en: 'Task done' },
    'body.task_taken_back': { vi: 'Rút việc Ban giao', en: 'Task taken back' },
    'body_norm.entered': { vi: 'Ghi định mức của Ban', en: 'Norm of bodies entered' },
    'body_norm.followed': { vi: 'Ghi định mức mới của Ban', en: 'Norm of bodies followed by another' },
    'body_norm.ended': { vi: 'Định mức của Ban hết hiệu lực', en: 'Norm of bodies ended' },
  },
  {
    news: [
      'body.founded',
      'body.dissolved',
      'body.dissolution_corrected',
      'body.members_imported',
      'body.meeting_called',
      'body.minutes_signed',
      'body.task_given',
    ],
    facts: {
      kind: { said: { vi: 'loại', en: 'kind' }, words: bodyKindWords },
      role: { said: { vi: 'vai trò', en: 'role' }, words: memberRoleWords },
      official: { said: { vi: 'người', en: 'who' } },
      because: { said: { vi: 'lý do', en: 'because' }, free: true },
      wasLast: { said: { vi: 'ngày cuối đã ghi', en: 'last day as recorded' } },
      last: { said: { vi: 'ngày cuối', en: 'last day' } },
      late: { said: { vi: 'quá hạn', en: 'late' } },
      required: { said: { vi: 'số Ban', en: 'bodies' } },
      day: { said: { vi: 'từ ngày', en: 'from' } },
      rows: { said: { vi: 'dòng trong tệp', en: 'rows in the file' } },
      bodies: { said: { vi: 'số Ban', en: 'bodies' } },
      joined: { said: { vi: 'thành viên được ghi', en: 'members entered' } },
      unchanged: { said: { vi: 'giữ nguyên', en: 'unchanged' } },
      sha256: null,
      meeting: null,
      task: { said: { vi: 'việc', en: 'task' } },
      due: { said: { vi: 'hạn', en: 'due' } },
      fields: null,
    },
  },
)
