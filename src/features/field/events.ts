/** What this room tells the audit. */
import { defineEvents } from '#kernel/event.ts'

export const fieldEvent = defineEvents(
  { field: { vi: 'Điện thoại khảo sát', en: 'Phones in the field' } },
  {
    'field.device_kept': { vi: 'Giữ khóa dữ liệu của điện thoại', en: 'Data key of a phone kept' },
    'field.key_given': {
      vi: 'Chủ tài khoản lấy lại khóa dữ liệu trên điện thoại',
      en: 'Data key given back to its owner',
    },
    'field.device_returned': { vi: 'Ghi điện thoại đã trả', en: 'Phone recorded as given back' },
    'field.device_lost': { vi: 'Ghi điện thoại bị mất', en: 'Phone recorded as lost' },
    'field.drafts_left': { vi: 'Máy đã trả nộp lại phiếu làm dở', en: 'Forms begun left by a phone given back' },
    'field.drafts_taken': { vi: 'Nhận lại phiếu làm dở trên máy khác', en: 'Forms begun taken on another phone' },
    'field.idle_set': { vi: 'Đặt thời gian điện thoại tự khóa', en: 'Idle time of phones laid down' },
    'field.idle_withdrawn': { vi: 'Bỏ thời gian tự khóa ghi nhầm', en: 'Idle time taken back as a mistake' },
  },
  {
    facts: {
      count: { said: { vi: 'số phiếu', en: 'forms' } },
      minutes: { said: { vi: 'số phút', en: 'minutes' } },
      from: { said: { vi: 'từ ngày', en: 'from' } },
      because: { said: { vi: 'lý do', en: 'reason' }, free: true },
    },
  },
)
