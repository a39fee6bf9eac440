/** What this room tells the audit. */
import { defineEvents } from '#kernel/event.ts'
import type { Said } from '#kernel/text.ts'

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
}

export const classEvent = defineEvents(
  {
    hall: { vi: 'Hội trường, phòng học', en: 'Halls and rooms' },
    trainer: { vi: 'Giảng viên', en: 'Trainers' },
  },
  {
    'hall.entered': { vi: 'Ghi hội trường, phòng học', en: 'Hall entered' },
    'hall.changed': { vi: 'Sửa hội trường, phòng học', en: 'Hall changed' },
    'hall.closed': { vi: 'Ghi hội trường thôi dùng', en: 'Hall given up' },
    'trainer.entered': { vi: 'Ghi giảng viên', en: 'Trainer entered' },
    'trainer.changed': { vi: 'Sửa thông tin giảng viên', en: 'Trainer changed' },
    'trainer.ended': { vi: 'Ghi giảng viên thôi giảng', en: 'Trainer teaches no more' },
  },
  {
    facts: {
      changes: { said: { vi: 'đổi', en: 'changed' }, fields: changedFields },
      day: { said: { vi: 'ngày', en: 'day' } },
      seats: { said: { vi: 'chỗ ngồi', en: 'seats' } },
      topics: { said: { vi: 'số chuyên đề', en: 'topics' } },
      because: { said: { vi: 'lý do', en: 'because' }, free: true },
    },
  },
)
