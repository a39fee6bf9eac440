/** What this room tells the audit. */
import { defineEvents } from '#kernel/event.ts'
import type { Said } from '#kernel/text.ts'
import { classKinds, classStates } from './list/model.ts'
import { trainerAnswers } from './sessions/model.ts'

/** The fields of the forms of this room, as the audit tells what changed. */
const changedFields: Readonly<Record<string, Said>> = {
  name: { vi: 'tên', en: 'name' },
  address: { vi: 'địa chỉ', en: 'address' },
  seats: { vi: 'chỗ ngồi', en: 'seats' },
  equipment: { vi: 'thiết bị có sẵn', en: 'equipment' },
  organisation: { vi: 'nơi công tác', en: 'organisation' },
  phone: { vi: 'điện thoại', en: 'phone' },
  email: { vi: 'thư điện tử', en: 'e-mail' },
  topicIds: { vi: 'chuyên đề', en: 'topics' },
  note: { vi: 'ghi chú', en: 'note' },
  code: { vi: 'số hiệu', en: 'number' },
  title: { vi: 'tên lớp', en: 'title' },
  kind: { vi: 'loại lớp', en: 'kind' },
  year: { vi: 'năm', en: 'year' },
  planLineId: { vi: 'dòng kế hoạch', en: 'line of the plan' },
  day: { vi: 'ngày', en: 'day' },
  from: { vi: 'từ giờ', en: 'from' },
  until: { vi: 'đến giờ', en: 'until' },
  hallId: { vi: 'hội trường', en: 'hall' },
  place: { vi: 'nơi học', en: 'place' },
  topicId: { vi: 'chuyên đề của buổi', en: 'topic of the session' },
  classTrainerIds: { vi: 'giảng viên của buổi', en: 'trainers of the session' },
}

export const classEvent = defineEvents(
  {
    hall: { vi: 'Hội trường, phòng học', en: 'Halls and rooms' },
    trainer: { vi: 'Giảng viên', en: 'Trainers' },
    class: { vi: 'Lớp học', en: 'Classes' },
  },
  {
    'hall.entered': { vi: 'Ghi hội trường, phòng học', en: 'Hall entered' },
    'hall.changed': { vi: 'Sửa hội trường, phòng học', en: 'Hall changed' },
    'hall.closed': { vi: 'Ghi hội trường thôi dùng', en: 'Hall given up' },
    'trainer.entered': { vi: 'Ghi giảng viên', en: 'Trainer entered' },
    'trainer.changed': { vi: 'Sửa thông tin giảng viên', en: 'Trainer changed' },
    'trainer.ended': { vi: 'Ghi giảng viên thôi giảng', en: 'Trainer teaches no more' },
    'class.planned': { vi: 'Lập lớp', en: 'Class planned' },
    'class.changed': { vi: 'Sửa thông tin lớp', en: 'Class changed' },
    'class.stepped': { vi: 'Chuyển bước của lớp', en: 'Class stepped on' },
    'class.stepped_back': { vi: 'Lui bước của lớp', en: 'Class stepped back' },
    'class.cancelled': { vi: 'Hủy lớp', en: 'Class called off' },
    'class.sessions_added': { vi: 'Thêm buổi học', en: 'Sessions added' },
    'class.session_changed': { vi: 'Dời, sửa buổi học', en: 'Session changed' },
    'class.session_dropped': { vi: 'Bỏ buổi học', en: 'Session dropped' },
    'class.moved': { vi: 'Dời cả lớp', en: 'Class moved' },
    'class.trainer_asked': { vi: 'Mời giảng viên dạy lớp', en: 'Trainer asked' },
    'class.trainer_answered': { vi: 'Ghi trả lời của giảng viên', en: 'Answer of a trainer recorded' },
    'class.trainer_replaced': { vi: 'Thay giảng viên của lớp', en: 'Trainer of a class replaced' },
  },
  {
    facts: {
      changes: { said: { vi: 'đổi', en: 'changed' }, fields: changedFields },
      day: { said: { vi: 'ngày', en: 'day' } },
      seats: { said: { vi: 'chỗ ngồi', en: 'seats' } },
      topics: { said: { vi: 'số chuyên đề', en: 'topics' } },
      year: { said: { vi: 'năm', en: 'year' } },
      kind: { said: { vi: 'loại', en: 'kind' }, words: classKinds },
      from: { said: { vi: 'từ', en: 'from' }, words: classStates },
      to: { said: { vi: 'sang', en: 'to' }, words: classStates },
      sessions: { said: { vi: 'số buổi', en: 'sessions' } },
      days: { said: { vi: 'dời số ngày', en: 'moved by days' } },
      answer: { said: { vi: 'trả lời', en: 'answer' }, words: trainerAnswers },
      trainer: { said: { vi: 'giảng viên', en: 'trainer' } },
      follower: { said: { vi: 'người thay', en: 'followed by' } },
      because: { said: { vi: 'lý do', en: 'because' }, free: true },
    },
  },
)
