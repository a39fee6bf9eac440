/** What this room tells the audit. */
import { defineEvents } from '#kernel/event.ts'
import { materialKinds } from './materials/model.ts'

export const studyEvent = defineEvents(
  {
    material: { vi: 'Thư viện học tập', en: 'The library' },
    inquiry: { vi: 'Hỏi đáp nghiệp vụ', en: 'Questions about the work' },
    handout: { vi: 'Phát tài liệu bản giấy', en: 'Hand-outs on paper' },
  },
  {
    'material.added': { vi: 'Thêm tài liệu', en: 'Material added' },
    'material.version_added': { vi: 'Thêm bản mới của tài liệu', en: 'Version of a material added' },
    'material.taken_out': { vi: 'Thôi dùng tài liệu', en: 'Material taken out of use' },
    'material.taken_back': { vi: 'Dùng lại tài liệu', en: 'Material taken back into use' },
    'material.opened': { vi: 'Mở tài liệu', en: 'Material opened' },
    'material.said_read': { vi: 'Nói đã đọc tài liệu', en: 'Material said to be read' },
    'material.said_unread': { vi: 'Nói chưa đọc tài liệu', en: 'Material said not to be read' },
    'handout.recorded': { vi: 'Ghi phát bản giấy', en: 'Hand-out recorded' },
    'handout.taken_back': { vi: 'Rút lần phát bản giấy', en: 'Hand-out taken back' },
    'inquiry.asked': { vi: 'Hỏi nghiệp vụ', en: 'Question asked' },
    'inquiry.assigned': { vi: 'Giao câu hỏi cho người trả lời', en: 'Question given to somebody' },
    'inquiry.answered': { vi: 'Trả lời nghiệp vụ', en: 'Question answered' },
    'inquiry.refused': { vi: 'Báo là không trả lời', en: 'Question not answered' },
    'inquiry.shared': { vi: 'Đưa câu trả lời vào thư viện', en: 'Answer put into the library' },
    'inquiry.withdrawn': { vi: 'Rút câu hỏi nghiệp vụ', en: 'Question withdrawn' },
    'material.done': { vi: 'Trả lời đúng câu hỏi sau bài', en: 'Question after a lesson answered right' },
  },
  {
    facts: {
      kind: { said: { vi: 'loại', en: 'kind' }, words: materialKinds },
      version: { said: { vi: 'bản', en: 'version' } },
      given: { said: { vi: 'giao cho', en: 'given to' } },
      copies: { said: { vi: 'số bản giấy', en: 'copies' } },
      day: { said: { vi: 'ngày', en: 'day' } },
      because: { said: { vi: 'lý do', en: 'because' }, free: true },
    },
  },
)
